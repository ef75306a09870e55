"""What the buttons of the Playground do.

Callbacks: they run before the page is drawn again, and end by saying how much of it will be.
"""

from dataclasses import replace
from typing import Literal

from components import services, state
from components.address import forget_address
from components.asking import ask, asked_again, attentive, go_on, is_busy
from components.attachments import Taken, Typed, content_of, sendable, taken
from components.call_results import take_results, take_typed_results, take_written
from components.json_editor import replace_text
from components.parts import redraw, redraw_latest
from components.resending import resend_changed
from components.setup import current_setup
from components.workspace import WINDOW, Workspace
from switchboard import desk
from switchboard.conversations import Conversation
from switchboard.loops.halting import undecided

COMPOSER = "talk-composer"
DETAIL = "talk-detail"
HELD = "talk-held"


def submit() -> None:
    """Sends what was typed below the conversation; where a file is refused, all of it waits."""
    workspace = attentive()
    typed: Typed | None = state.value(COMPOSER, None)
    if typed is None:
        redraw_latest()
    had_more = bool(workspace.attached or workspace.held)
    refusals = _attach(workspace, typed)
    if refusals:
        workspace.notice = " ".join((*refusals, "Nothing was sent yet."))
        _hold(workspace, typed.text)
        redraw()
    _send(workspace, typed.text or _no_longer_held(workspace))
    if had_more:
        redraw()
    redraw_latest()


def send_held() -> None:
    """Sends the message that was held back, without what was refused."""
    workspace = attentive()
    if is_free(workspace):
        _send(workspace, _no_longer_held(workspace))
    redraw()


def drop_held() -> None:
    """Leaves the message that was held back unsent, for good."""
    workspace = attentive()
    _no_longer_held(workspace)
    redraw()


def say(text: str) -> None:
    """Sends this message."""
    _ask(desk.said(attentive().conversation, text))
    redraw()


def send_results() -> None:
    """Sends the results of all pending calls, and the model goes on."""
    take_results(attentive())
    redraw()


def go_on_alone() -> None:
    """Lets the turn go on by itself from where it stands; what a person has written counts."""
    workspace = attentive()
    entries = len(workspace.conversation.entries)
    workspace.conversation = replace(workspace.conversation, let_go_at=entries)
    _go_on(workspace)


def decide(call_id: str, decision: Literal["approved", "denied"] | None) -> None:
    """A person's word on a pending call, or that it is taken back; with the last of them the turn
    goes on."""
    workspace = attentive()
    conversation = workspace.conversation
    prepared = replace(conversation.preparation(call_id), decision=decision)
    workspace.conversation = conversation.prepared(call_id, prepared)
    if decision is None or undecided(workspace.conversation):
        redraw()
    _go_on(workspace)


def approve_all() -> None:
    """Yes to every pending call that has no word yet."""
    workspace = attentive()
    conversation = workspace.conversation
    for call in conversation.pending_calls:
        prepared = conversation.preparation(call.id)
        if prepared.decision is None:
            conversation = conversation.prepared(call.id, replace(prepared, decision="approved"))
    workspace.conversation = conversation
    _go_on(workspace)


def try_again() -> None:
    """Sends the same again; what a broken answer had brought makes way."""
    _ask(asked_again(attentive().conversation))
    redraw()


def resend(step_id: str) -> None:
    """Sends the refused request again without what was refused, and remembers the refusal."""
    resend_changed(attentive(), step_id)
    redraw()


def run_again(entry_id: str) -> None:
    """Cuts the conversation here and lets the model answer afresh."""
    _ask(attentive().conversation.up_to(entry_id))
    redraw()


def choose(entry_id: str, position: int) -> None:
    """Goes on with another of the answers that came with this one."""
    workspace = state.workspace()
    if is_free(workspace):
        workspace.conversation = services.desk().choose(workspace.conversation, entry_id, position)
    redraw()


def delete(entry_id: str) -> None:
    """Removes a message, and with it the results of its calls."""
    workspace = state.workspace()
    if is_free(workspace):
        workspace.conversation = workspace.conversation.without(entry_id)
    redraw()


def stop() -> None:
    """Ends what is under way at once; what had arrived stays."""
    workspace = state.workspace()
    if loop := workspace.loop:
        loop.stop()
        loop.wait(timeout_s=1)
    elif job := services.desk().job(workspace.conversation):
        job.stop()
        job.wait(timeout_s=1)


def new_conversation() -> None:
    """An empty conversation with the same toolset, model and settings."""
    old = state.workspace()
    new = state.begin(old.conversation.started_anew())
    new.typed_address = old.typed_address
    forget_address()
    replace_text("toolset")
    redraw()


def inspect(step_id: str | None) -> None:
    """Opens the inspector of a step, or closes it."""
    state.workspace().inspecting = step_id
    redraw()


def show_earlier() -> None:
    """Draws another window of earlier messages."""
    state.workspace().shown += WINDOW


def is_free(workspace: Workspace) -> bool:
    """Whether nothing is arriving; the person is told if it is."""
    if not is_busy(workspace):
        return True
    _notice("An answer is arriving: wait for its end, or stop it first.")
    return False


def _attach(workspace: Workspace, typed: Typed) -> tuple[str, ...]:
    """Puts the files beside what is attached; why some can't be sent, a sentence each."""
    before = _sendable(workspace)
    files = taken(
        typed.files,
        accepts=current_setup(workspace).profile.parts,
        detail=state.value(DETAIL, None),
        beside=workspace.attached,
    )
    workspace.attached = (*workspace.attached, *files.parts)
    return (*before.refusals, *files.refusals)


def _sendable(workspace: Workspace) -> Taken:
    accepts = current_setup(workspace).profile.parts
    return sendable(workspace.attached, accepts=accepts, detail=state.value(DETAIL, None))


def _hold(workspace: Workspace, text: str) -> None:
    """Keeps the text to be sent later; nothing where there is nothing to keep."""
    if text or workspace.held or workspace.attached:
        held = state.value(HELD, workspace.held) or ""
        workspace.held = "\n".join(part for part in (held, text) if part)
        state.plant(HELD, workspace.held)


def _no_longer_held(workspace: Workspace) -> str:
    """The text that was held back, as it stands now."""
    text = state.value(HELD, workspace.held) or ""
    workspace.held = None
    state.forget(HELD)
    return text


def _send(workspace: Workspace, text: str) -> None:
    content = content_of(text, _sendable(workspace).parts)
    workspace.attached = ()
    if content:
        _ask(desk.said(workspace.conversation, content))


def _ask(conversation: Conversation) -> None:
    ask(state.workspace(), conversation)


def _go_on(workspace: Workspace) -> None:
    take_typed_results(workspace)
    take_written(workspace)
    go_on(workspace)
    redraw()


def _notice(sentence: str) -> None:
    state.workspace().notice = sentence
