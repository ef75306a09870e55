"""Sends a conversation, or says why it can't be sent."""

from dataclasses import replace

from components import services, state
from components.reaching import asking_of
from components.setup import Setup, current_setup
from components.workspace import Workspace
from switchboard.conversations import Conversation
from switchboard.errors import StoreError
from switchboard.gateway.remedies import Remedy
from switchboard.loops import Asking
from switchboard.thread import check_thread


def attentive() -> Workspace:
    """The workspace, what it last had to tell or show done with. First in most callbacks."""
    workspace = state.workspace()
    workspace.notice = ""
    workspace.inspecting = None
    return workspace


def ask(workspace: Workspace, conversation: Conversation, *, remedy: Remedy | None = None) -> None:
    """Makes this conversation the workspace's and sends it; a remedy changes the request."""
    if is_busy(workspace):
        return  # A button of the moment before: the model is answering already.
    workspace.conversation = conversation
    workspace.editing = None
    try:
        _send(workspace, conversation, remedy)
    except StoreError as error:
        workspace.notice = f"{error.message} {error.advice}".strip()


def _send(workspace: Workspace, conversation: Conversation, remedy: Remedy | None) -> None:
    setup = current_setup(workspace)
    blockers = _blockers(conversation, setup)
    if setup.gateway is None or blockers:
        workspace.notice = " ".join(blockers)
        return
    if conversation.automation.mode == "step":
        workspace.conversation = services.desk().ask(
            conversation,
            setup.definitions,
            gateway=setup.gateway,
            profile=setup.profile,
            remedy=remedy,
        )
    else:
        asking = replace(asking_of(workspace, setup, setup.gateway), remedy=remedy)
        _begin_loop(workspace, asking)


def go_on(workspace: Workspace, *, only: frozenset[str] = frozenset()) -> None:
    """Lets the turn go on by itself from here, or has some of its pending calls answered to be
    looked at."""
    setup = current_setup(workspace)
    if is_busy(workspace):
        return
    blockers = setup.blockers if only else _blockers(workspace.conversation, setup)
    if setup.gateway is None or (blockers and not workspace.conversation.pending_calls):
        workspace.notice = " ".join(blockers)
        return
    try:
        _begin_loop(workspace, asking_of(workspace, setup, setup.gateway), only=only)
    except StoreError as error:
        workspace.notice = f"{error.message} {error.advice}".strip()


def is_busy(workspace: Workspace) -> bool:
    """Whether an answer is arriving, or a turn goes on by itself."""
    loop = workspace.loop or services.loops().find(workspace.conversation.id)
    if loop and loop.is_running:
        return True
    return services.desk().job(workspace.conversation) is not None


def _begin_loop(
    workspace: Workspace, asking: Asking, *, only: frozenset[str] = frozenset()
) -> None:
    conversation = replace(workspace.conversation, pause="")
    workspace.loop = services.loops().start(
        conversation, asking, revision=workspace.revision, only=only
    )
    workspace.conversation = workspace.loop.conversation


def asked_again(conversation: Conversation) -> Conversation:
    """The conversation before its last answer, if that one broke off; the run stays the same."""
    last = conversation.entries[-1] if conversation.entries else None
    if last and last.outcome and last.outcome.fault:
        return replace(conversation.without(last.id), run_id=conversation.run_id)
    return conversation


def _blockers(conversation: Conversation, setup: Setup) -> tuple[str, ...]:
    """Why this very conversation can't be sent."""
    problems = check_thread(conversation, setup.profile, is_sent=True)
    return setup.blockers or tuple(problem.says for problem in problems if problem.blocks)
