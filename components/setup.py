"""What the next request would be sent with, or why it can't be sent."""

import os
from dataclasses import dataclass

from components import services
from components.figures import counted
from components.gateways_reach import Reach, reach
from components.settings_checks import settings_blockers
from components.workspace import Workspace
from switchboard import wire
from switchboard.conversations import OFFLINE, Conversation
from switchboard.errors import AddressError, StoreError
from switchboard.gateway import FoundKey, Gateway, normalise_base_url, profile_for
from switchboard.gateway_records import GatewayRecord
from switchboard.settings import Profile
from switchboard.thread import check_thread
from switchboard.tools import Toolset, check_toolset


@dataclass(frozen=True, slots=True)
class Setup:
    """Gateway, tools and profile of a workspace as it stands."""

    gateway: Gateway | None
    address_problem: str
    """Why there is no gateway; empty when there is one."""

    address: str | None
    """Under which its record is kept; ``None`` when there is no gateway."""

    record: GatewayRecord | None
    """What was set up for this gateway and found out about it; ``None`` when nothing was."""

    found_key: FoundKey | None
    toolset: Toolset
    profile: Profile
    blockers: tuple[str, ...]
    """Everything that must be mended before anything can be sent, as sentences."""

    @property
    def definitions(self) -> list[wire.FunctionTool]:
        """The tools as they are sent."""
        return [tool.definition() for tool in self.toolset.tools]


def current_setup(workspace: Workspace) -> Setup:
    """The setup of this workspace, looked at afresh."""
    conversation = workspace.conversation
    toolset = check_toolset(conversation.toolset)
    address, problem = _address(workspace)
    record, failure = _record(address)
    reached = None if address is None else reach(address, record, typed_keys=workspace.typed_keys)
    profile = _profile(reached, conversation.model, record)
    return Setup(
        gateway=reached.gateway if reached else None,
        address_problem=problem,
        address=address,
        record=record,
        found_key=reached.found_key if reached else None,
        toolset=toolset,
        profile=profile,
        blockers=(
            *filter(None, [failure]),
            *_blockers(conversation, toolset, problem),
            *_thread_blockers(conversation, profile),
        ),
    )


def default_base_url() -> str:
    """``SWITCHBOARD_BASE_URL`` where it is set and usable, else the embedded gateway."""
    try:
        return normalise_base_url(os.environ.get("SWITCHBOARD_BASE_URL", "")) or OFFLINE
    except AddressError:
        return OFFLINE


def _record(address: str | None) -> tuple[GatewayRecord | None, str]:
    """What is kept of the gateway, or why it can't be read. Callbacks ask too: nothing raises."""
    if address is None:
        return None, ""
    try:
        return services.store().gateway(address), ""
    except StoreError as error:
        return None, f"{error.message} {error.advice}".strip()


def _address(workspace: Workspace) -> tuple[str | None, str]:
    """The base URL, or what is wrong with the one that was typed."""
    text = workspace.typed_address
    base_url = workspace.conversation.base_url
    if text is None and base_url == OFFLINE:
        return OFFLINE, ""
    try:
        return normalise_base_url(base_url if text is None else text), ""
    except AddressError as error:
        return None, error.message


def _profile(reached: Reach | None, model: str, record: GatewayRecord | None) -> Profile:
    return profile_for(reached.gateway.base_url if reached else "", model, record)


def _blockers(conversation: Conversation, toolset: Toolset, address_problem: str) -> list[str]:
    blockers = []
    if address_problem:
        blockers.append(f"Mend the gateway's address: {address_problem}")
    if not conversation.model:
        blockers.append("Pick a model in the sidebar.")
    if count := len(toolset.problems):
        blockers.append(f"Mend the toolset: it has {counted(count, 'problem')}.")
    blockers += settings_blockers(conversation.settings)
    return blockers


def _thread_blockers(conversation: Conversation, profile: Profile) -> list[str]:
    count = sum(problem.blocks for problem in check_thread(conversation, profile))
    return [f"Mend the conversation: it has {counted(count, 'problem')}."] if count else []
