"""What the buttons of a message's editor do, and those that mend a conversation.

Callbacks, as in ``actions``: they end by saying how much of the page will be drawn again.
"""

from dataclasses import replace
from typing import Literal

from components import actions, state
from components.json_editor import replace_text
from components.message_draft import edit_key, new_row, part_rows, written
from components.parts import redraw
from components.promotion import with_calls, written_calls
from components.setup import current_setup
from components.workspace import Insertion, Workspace
from switchboard.conversations import Conversation, Entry
from switchboard.messages import Message
from switchboard.thread import ThreadProblem, all_repaired, check_thread, repaired


def edit(entry_id: str) -> None:
    """Opens a message for rewriting."""
    workspace = state.workspace()
    if actions.is_free(workspace):
        _open(workspace, entry_id)
    redraw()


def insert(beside: str | None, *, is_above: bool = False) -> None:
    """Opens an editor for a message next to another one, or for the last one."""
    workspace = state.workspace()
    if actions.is_free(workspace):
        entry = Entry(Message("user", ""))
        _open(workspace, entry.id)
        workspace.inserting = Insertion(entry, beside, is_above=is_above)
    redraw()


def stop_editing() -> None:
    """Closes the editor and keeps the conversation as it was."""
    _close(state.workspace())
    redraw()


def save(entry_id: str, *, then: Literal["stay", "run", "cut"]) -> None:
    """Puts the message in its place; then runs from there, or drops what follows, if asked to."""
    workspace = state.workspace()
    if not actions.is_free(workspace):
        redraw()
    workspace.conversation = _saved(workspace, entry_id)
    _close(workspace)
    if then == "run":
        actions.run_again(entry_id)
    if then == "cut":
        workspace.conversation = workspace.conversation.cut_after(entry_id)
    redraw()


def add_call(entry: Entry) -> None:
    """Another call in the editor of an answer."""
    _set_rows(entry, "calls", (*state.value(edit_key(entry.id, "calls"), ()), new_row()))


def remove_call(entry: Entry, row: str) -> None:
    """One call less in the editor of an answer."""
    rows: tuple[str, ...] = state.value(edit_key(entry.id, "calls"), ())
    _set_rows(entry, "calls", tuple(one for one in rows if one != row))


def remove_part(entry: Entry, index: int) -> None:
    """One image or file less in the editor of a message."""
    _set_rows(entry, "parts", tuple(one for one in part_rows(entry) if one != index))


def promote(entry_id: str) -> None:
    """Makes calls of what an answer's text spells out, so that they can be given results."""
    workspace = state.workspace()
    if actions.is_free(workspace):
        conversation = workspace.conversation
        entry = conversation.entry(entry_id)
        if calls := written_calls(entry):
            _take(workspace, conversation.replaced(entry_id, with_calls(entry.message, calls)))
    redraw()


def repair(problem_key: str) -> None:
    """Mends one problem of the conversation, if it still has it."""
    workspace = state.workspace()
    if actions.is_free(workspace):
        problems = [one for one in _problems(workspace) if one.key == problem_key]
        if problems:
            _take(workspace, repaired(workspace.conversation, problems[0]))
    redraw()


def repair_all() -> None:
    """Mends every problem of the conversation."""
    workspace = state.workspace()
    if actions.is_free(workspace):
        setup = current_setup(workspace)
        mended = all_repaired(workspace.conversation, setup.profile, tools=setup.definitions)
        _take(workspace, mended)
    redraw()


def _open(workspace: Workspace, entry_id: str) -> None:
    state.forget(edit_key(entry_id))
    workspace.editing, workspace.inserting = entry_id, None
    workspace.notice = ""


def _close(workspace: Workspace) -> None:
    workspace.editing = workspace.inserting = None


def _saved(workspace: Workspace, entry_id: str) -> Conversation:
    """The conversation with the draft in its place; untouched where nothing was changed."""
    conversation, insertion = workspace.conversation, workspace.inserting
    accepts = current_setup(workspace).profile.parts
    entry = insertion.entry if insertion else conversation.entry(entry_id)
    draft = written(entry, accepts=accepts)
    workspace.notice = " ".join(draft.refusals)
    if insertion:
        new = replace(entry, message=draft.message)
        return conversation.inserted(new, beside=insertion.beside, is_above=insertion.is_above)
    if draft.message == entry.message:
        return conversation
    return conversation.replaced(entry_id, draft.message)


def _set_rows(entry: Entry, field: str, rows: tuple[object, ...]) -> None:
    state.plant(edit_key(entry.id, field), rows)
    redraw()


def _problems(workspace: Workspace) -> tuple[ThreadProblem, ...]:
    setup = current_setup(workspace)
    return check_thread(workspace.conversation, setup.profile, tools=setup.definitions)


def _take(workspace: Workspace, conversation: Conversation) -> None:
    if conversation.toolset != workspace.conversation.toolset:
        replace_text("toolset")
    workspace.conversation = conversation
    _close(workspace)
