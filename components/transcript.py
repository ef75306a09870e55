"""The conversation on the screen: its messages, and what can be done with each."""

import base64
import binascii
from dataclasses import dataclass, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import actions
from components.answer_line import answer_line
from components.call_card import Place, call_card, message_editor
from components.choices import answers_of
from components.entry_menu import entry_menu
from components.fault_card import fault_card
from components.plain import escaped, showable, with_code
from components.prose import draw_prose
from components.setup import Setup
from components.state import Workspace
from components.token_fold import token_fold
from switchboard.conversations import Entry
from switchboard.messages import Call, Message
from switchboard.tools import CheckedCall, check_call

_STEP = 5


@dataclass(frozen=True, slots=True)
class Moment:
    """Where in the conversation a message stands."""

    is_last: bool
    is_past: bool
    """Whether the person has spoken since."""

    is_latest: bool
    """Whether it is of the latest turns, which are drawn again alone."""

    is_running: bool
    """Whether an answer is arriving."""


def earlier_messages(workspace: Workspace, setup: Setup) -> None:
    """The window of messages up to the latest turns, those before it behind a button."""
    hidden = _hidden(workspace)
    if hidden:
        st.button(f"Show earlier ({hidden} hidden)", on_click=actions.show_earlier)
    _messages(workspace, setup, range(hidden, workspace.latest_from))


def latest_messages(workspace: Workspace, setup: Setup) -> None:
    """The messages of the latest turns."""
    start = max(_hidden(workspace), workspace.latest_from)
    _messages(workspace, setup, range(start, len(workspace.conversation.entries)))


def _messages(workspace: Workspace, setup: Setup, indices: range) -> None:
    entries = workspace.conversation.entries
    for index in indices:
        if entries[index].message.role != "tool":
            _entry(workspace, setup, entries[index], _moment(workspace, index))


def _moment(workspace: Workspace, index: int) -> Moment:
    conversation = workspace.conversation
    is_running = workspace.job is not None
    return Moment(
        is_last=index == len(conversation.entries) - 1 and not is_running,
        is_past=index < conversation.turn_start,
        is_latest=index >= workspace.latest_from,
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
    with st.chat_message(entry.message.role):
        # The first place is kept free in every message that a model may have written: what
        # arrives is drawn alike (``live_answer``), and the browser keeps what it has.
        before = st.empty()
        if workspace.editing == entry.id:
            message_editor(entry)
        else:
            answers_of(entry, before, _content, is_last=moment.is_last)
        _calls(workspace, setup, entry, moment)
        _told(entry, setup, is_last=moment.is_last)
        if workspace.editing != entry.id:
            entry_menu(entry, is_disabled=moment.is_running)


def _content(message: Message, before: DeltaGenerator) -> None:
    if message.reasoning or message.images:
        with before.container():
            _reasoning(message)
            _images(message)
    text = message.text or message.refusal or ""
    draw_prose(text)
    if not (text or message.calls or message.images):
        st.caption("(an empty message)")


def _reasoning(message: Message) -> None:
    if message.reasoning:
        with st.expander("Reasoning"):
            st.text(showable(message.reasoning))


def _images(message: Message) -> None:
    pictures = [picture for image in message.images if (picture := _picture(image.url))]
    if pictures:
        st.image(pictures, width=160)


def _picture(url: str) -> bytes | None:
    """The bytes of a data URL; anything else would have to be fetched, so it is not drawn."""
    try:
        return base64.b64decode(url.partition(";base64,")[2]) or None
    except binascii.Error:
        return None


def _calls(workspace: Workspace, setup: Setup, entry: Entry, moment: Moment) -> None:
    pending = workspace.conversation.pending_calls if not moment.is_running else ()
    for index, call in enumerate(entry.message.calls):
        place = Place(
            result=workspace.conversation.result_of(entry.id, call.id),
            is_pending=call in pending,
            key=f"{entry.id}-{index}",
            is_running=moment.is_running,
            is_past=moment.is_past,
            is_latest=moment.is_latest,
        )
        call_card(workspace, _checked(call, index, entry, setup), place)


def _checked(call: Call, index: int, entry: Entry, setup: Setup) -> CheckedCall:
    """With the verdict of when the call arrived, if it stands as it arrived."""
    checked = check_call(call, setup.toolset.tools)
    if entry.outcome and index < len(entry.outcome.verdicts):
        return replace(checked, problems=entry.outcome.verdicts[index])
    return checked


def _told(entry: Entry, setup: Setup, *, is_last: bool) -> None:
    if not entry.outcome:
        return
    notes = [f":material/info: {with_code(note)}" for note in entry.outcome.notes]
    st.caption("  \n".join([escaped(answer_line(entry.outcome)), *notes]))
    token_fold(entry.outcome, key=entry.id)
    if entry.outcome.fault:
        fault_card(entry.outcome.fault, blockers=setup.blockers, can_try_again=is_last)
