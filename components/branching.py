"""What the buttons of branches do.

Callbacks, as in ``actions``: they end by saying how much of the page will be drawn again.
"""

from dataclasses import dataclass

from components import actions, state
from components.address import forget_address, put_in_address
from components.asking import ask, go_on
from components.keeping import keep
from components.parts import redraw
from components.workspace import Workspace
from switchboard.conversations import Conversation, branched

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Change:
    """A call as it stands on the page, where it can be changed."""

    key: str
    """Unlike that of every other call of the page."""

    entry_id: str
    """Of the assistant entry that wrote it."""

    call_id: str
    name: str
    arguments: str
    """As the editor shows them at first, like ``result``."""

    result: str

    @property
    def editor(self) -> str:
        """What ``Workspace.editing`` is while this call is being changed."""
        return f"branch-{self.key}"

    def field(self, name: str) -> str:
        """The key of a field of its editor."""
        return f"talk-branch-{self.key}-{name}"


def change(wanted: Change) -> None:
    """Opens the editor of a call that was answered."""
    workspace = state.workspace()
    if actions.is_free(workspace):
        state.forget(wanted.field(""))
        workspace.editing, workspace.inserting = wanted.editor, None
        workspace.notice = ""
    redraw()


def run_branch(wanted: Change) -> None:
    """Goes on in a branch with what the editor holds, if that is not what was there."""
    workspace = state.workspace()
    arguments = _changed(wanted.field("arguments"), wanted.arguments)
    result = _changed(wanted.field("result"), wanted.result)
    if not actions.is_free(workspace):
        redraw()
    if arguments is None and result is None:
        workspace.notice = "Nothing was changed, so there is nothing to branch for."
        redraw()
    branch = branched(
        workspace.conversation,
        wanted.entry_id,
        call_id=wanted.call_id,
        arguments=arguments,
        result=result,
        said=_said(wanted.name, arguments, result),
    )
    _go_on(workspace, branch)
    redraw()


def go_to(conversation_id: str) -> None:
    """Turns to another branch; what arrives in this one goes on arriving."""
    keep(state.workspace())
    put_in_address(conversation_id)
    redraw()


def compare_with(conversation_id: str | None) -> None:
    """Shows another branch beside this one; ``None``: no longer."""
    workspace = state.workspace()
    workspace.inspecting, workspace.comparing = None, conversation_id
    redraw()


def _changed(key: str, before: str) -> str | None:
    text = state.value(key, before)
    return None if text == before else text


def _said(name: str, arguments: str | None, result: str | None) -> str:
    changed = {"arguments": arguments, "result": result}
    parts = " and ".join(part for part, text in changed.items() if text is not None)
    return f"{parts} of {name[:_LONGEST_NAME] or 'a call without a name'}"


def _go_on(left: Workspace, branch: Conversation) -> None:
    # Both are saved here: whatever happens next, neither is lost, and the list knows both.
    keep(left)
    new = state.begin(left.conversation)
    new.typed_address = left.typed_address
    forget_address()
    new.conversation = branch
    if not branch.pending_calls:
        ask(new, branch)
    elif branch.automation.mode != "step":
        go_on(new)
    keep(new)
