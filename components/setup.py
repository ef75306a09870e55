"""What the next request would be sent with, or why it can't be sent."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components import services
from components.state import Workspace
from switchboard import wire
from switchboard.conversations import OFFLINE, Conversation
from switchboard.errors import AddressError
from switchboard.gateway import (
    FoundKey,
    Gateway,
    find_key,
    name_of,
    normalise_base_url,
    profile_for,
)
from switchboard.settings import Profile
from switchboard.tools import Toolset, check_toolset


@dataclass(frozen=True, slots=True)
class Setup:
    """Gateway, tools and profile of a workspace as it stands."""

    gateway: Gateway | None
    address_problem: str
    """Why there is no gateway; empty when there is one."""

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
    gateway, found, problem = _gateway(workspace)
    return Setup(
        gateway=gateway,
        address_problem=problem,
        found_key=found,
        toolset=toolset,
        profile=profile_for(gateway.base_url if gateway else "", conversation.model),
        blockers=tuple(_blockers(conversation, toolset, problem)),
    )


def default_base_url() -> str:
    """``SWITCHBOARD_BASE_URL`` where it is set and usable, else the embedded gateway."""
    try:
        return normalise_base_url(os.environ.get("SWITCHBOARD_BASE_URL", "")) or OFFLINE
    except AddressError:
        return OFFLINE


def secrets() -> Mapping[str, object]:
    """What stands in ``.streamlit/secrets.toml``; empty when there is no such file."""
    return st.secrets.to_dict() if st.secrets.load_if_toml_exists() else {}


def _gateway(workspace: Workspace) -> tuple[Gateway | None, FoundKey | None, str]:
    text = workspace.typed_address
    base_url = workspace.conversation.base_url
    if text is None and base_url == OFFLINE:
        return Gateway("Offline", services.offline_gateway().base_url), None, ""
    try:
        address = normalise_base_url(base_url if text is None else text)
    except AddressError as error:
        return None, None, error.message
    found = find_key(address, environment=os.environ, secrets=secrets())
    key = workspace.typed_keys.get(address) or (found.key if found else None)
    return Gateway(name_of(address), address, key), found, ""


def _blockers(conversation: Conversation, toolset: Toolset, address_problem: str) -> list[str]:
    blockers = []
    if address_problem:
        blockers.append(f"Mend the gateway's address: {address_problem}")
    if not conversation.model:
        blockers.append("Pick a model in the sidebar.")
    if count := len(toolset.problems):
        problems = "1 problem" if count == 1 else f"{count} problems"
        blockers.append(f"Mend the toolset: it has {problems}.")
    return blockers
