"""The conversation on the screen: its messages, and what can be done with each."""

from dataclasses import dataclass, replace
from itertools import pairwise

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import actions
from components.answer_line import drawn_line, note_lines
from components.call_card import Place, call_card
from components.choices import answers_of
from components.entry_menu import entry_menu
from components.fault_card import fault_card, resend_button, try_again_button
from components.message_content import message_content
from components.message_editor import editor_role, message_editor
from components.plain import escaped
from components.setup import Setup
from components.token_fold import token_fold
from components.workspace import Workspace
from switchboard.conversations import Entry
from switchboard.messages import Call, Message
from switchboard.responding import Situation, situations
from switchboard.tools import CheckedCall, check_call

_STEP = 5
_AVATARS = {
    "system": ":material/tune:",
    "developer": ":material/tune:",
    "tool": ":material/build:",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """Where in the conversation a message stands."""

    is_last: bool
    is_past: bool
    """Whether the person has spoken since."""

    is_latest: bool
    """Whether it is of the latest part, which is drawn again alone."""

    is_running: bool
    """Whether an answer is arriving."""


def earlier_messages(workspace: Workspace, setup: Setup) -> None:
    """The window of messages up to the latest part, those before it behind a button."""
    hidden = _hidden(workspace)
    with st.container():
        if hidden:
            st.button(f"Show earlier ({hidden} hidden)", on_click=actions.show_earlier)
    for start, end in pairwise(workspace.parts):
        with st.container():
            _messages(workspace, setup, range(max(hidden, start), end))


def latest_messages(workspace: Workspace, setup: Setup) -> None:
    """The messages of the latest part."""
    start = max(_hidden(workspace), workspace.parts[-1])
    _messages(workspace, setup, range(start, len(workspace.conversation.entries)))
    _insertion(workspace, beside=None, is_above=False)


def _messages(workspace: Workspace, setup: Setup, indices: range) -> None:
    entries = workspace.conversation.entries
    strays = workspace.conversation.stray_results
    for index in indices:
        entry = entries[index]
        _insertion(workspace, beside=entry.id, is_above=True)
        if entry.message.role != "tool" or entry.id in strays:
            _entry(workspace, setup, entry, _moment(workspace, index))
        _insertion(workspace, beside=entry.id, is_above=False)


def _insertion(workspace: Workspace, *, beside: str | None, is_above: bool) -> None:
    """The editor of the message that is being inserted here, if one is."""
    new = workspace.inserting
    if new is None or workspace.editing != new.entry.id:
        return
    if (new.beside, new.is_above) == (beside, is_above):
        with st.chat_message(editor_role(new.entry), avatar=_avatar(editor_role(new.entry))):
            message_editor(new.entry, workspace.conversation, is_last=beside is None)


def _moment(workspace: Workspace, index: int) -> Moment:
    conversation = workspace.conversation
    is_running = workspace.job is not None or workspace.loop is not None
    return Moment(
        is_last=index == len(conversation.entries) - 1 and not is_running,
        is_past=index < conversation.turn_start,
        is_latest=index >= workspace.parts[-1],
        is_running=is_running,
    )


def answer_place() -> DeltaGenerator:
    """Where the answer that is arriving is drawn: as the next message."""
    return st.chat_message("assistant")


def _hidden(workspace: Workspace) -> int:
    # In steps, so that a new message rarely moves all the others to another place of the page.
    count = len(workspace.conversation.entries)
    return max(count - workspace.shown, 0) // _STEP * _STEP


def _entry(workspace: Workspace, setup: Setup, entry: Entry, moment: Moment) -> None:
    is_edited = workspace.editing == entry.id
    role = editor_role(entry) if is_edited else entry.message.role
    with st.chat_message(role, avatar=_avatar(role)):
        # The first place is kept free in every message that a model may have written: what
        # arrives is drawn alike (``live_answer``), and the browser keeps what it has.
        before = st.empty()
        if is_edited:
            message_editor(entry, workspace.conversation, is_last=moment.is_last)
            return
        _speaker(entry.message)
        answers_of(entry, before, message_content, is_last=moment.is_last)
        _calls(workspace, setup, entry, moment)
        _told(entry, setup, is_last=moment.is_last)
        entry_menu(entry, is_disabled=moment.is_running)


def _avatar(role: str) -> str | None:
    """Of the roles for which Streamlit has none."""
    return _AVATARS.get(role)


def _speaker(message: Message) -> None:
    """Who speaks, where the picture beside the message does not say it."""
    shown: list[str] = [message.role] if message.role in _AVATARS else []
    shown += [one for one in (message.name, message.call_id) if one]
    if shown:
        st.caption(" · ".join(escaped(one) for one in shown))


def _calls(workspace: Workspace, setup: Setup, entry: Entry, moment: Moment) -> None:
    waiting = _situations(workspace, setup, entry)
    drawn: set[str] = set()
    for index, call in enumerate(entry.message.calls):
        # Of two calls with one id the first has the result; the checker asks to tell them apart.
        is_first = call.id not in drawn
        drawn.add(call.id)
        place = Place(
            entry_id=entry.id,
            result=workspace.conversation.result_of(entry.id, call.id) if is_first else None,
            situation=waiting.get(call.id) if is_first else None,
            key=f"{entry.id}-{index}",
            is_running=moment.is_running,
            is_past=moment.is_past,
            is_latest=moment.is_latest,
        )
        call_card(workspace, _checked(call, index, entry, setup), place)


def _situations(workspace: Workspace, setup: Setup, entry: Entry) -> dict[str, Situation]:
    """Of the entry's calls that wait for their results, by id."""
    waiting = workspace.conversation.pending_calls
    # By identity: an earlier message may have written the very same call.
    is_waiting = any(one is call for one in waiting for call in entry.message.calls)
    if not is_waiting or workspace.job:
        return {}
    pending = situations(workspace.conversation, setup.toolset.tools)
    return {one.call.id: one for one in pending}


def _checked(call: Call, index: int, entry: Entry, setup: Setup) -> CheckedCall:
    """With the verdict of when the call arrived, if it stands as it arrived."""
    checked = check_call(call, setup.toolset.tools)
    if entry.outcome and index < len(entry.outcome.verdicts):
        return replace(checked, problems=entry.outcome.verdicts[index])
    return checked


def _told(entry: Entry, setup: Setup, *, is_last: bool) -> None:
    if not entry.outcome:
        return
    notes = note_lines(entry.outcome.notes)
    st.caption("  \n".join([drawn_line(entry.outcome), *notes]))
    token_fold(entry.outcome, key=entry.id)
    if entry.outcome.fault:
        fault_card(entry.outcome.fault)
        if is_last:
            with st.container(horizontal=True):
                resend_button(entry.outcome.step_id, setup)
                try_again_button("Try again", setup.blockers)
