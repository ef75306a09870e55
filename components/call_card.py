"""A tool call as a card: its name, its arguments, the verdict on them, and its result."""

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from components import actions
from components.branch_editor import branch_button, branch_editor
from components.branching import Change
from components.call_example import example_button
from components.call_result import result_editor
from components.cutting import LONG_HEIGHT, beginning_and_end
from components.entry_menu import entry_menu
from components.figures import counted
from components.json_layout import laid_out
from components.message_editor import message_editor
from components.plain import escaped, with_code
from components.response_words import response_lines
from components.workspace import Workspace
from switchboard.conversations import Entry
from switchboard.responding import Situation
from switchboard.responses import Result
from switchboard.tools import CheckedCall

_LANGUAGE = "json"
_LONG = 6_000
"""Characters of a result that gets a height of its own."""
_WORDS: tuple[tuple[Literal["approved", "denied"], str, str], ...] = (
    ("approved", "Approve", ":material/check:"),
    ("denied", "Deny", ":material/block:"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Which call of the page this is."""

    entry_id: str
    """Of the assistant entry that wrote it."""

    result: Entry | None
    """The tool message that answers it."""

    situation: Situation | None
    """Of a call whose result is what the model waits for."""

    key: str
    """Unlike every other call's, though two calls may bear the same id."""

    is_running: bool
    """Whether an answer is arriving, so that nothing can be changed."""

    is_past: bool
    """Whether the person has spoken since, so that one line will do."""

    is_latest: bool
    """Whether it is of the latest part, whose widgets wait while an answer arrives."""


def call_card(workspace: Workspace, checked: CheckedCall, place: Place) -> None:
    """Draws the card; a typed result becomes a draft of the workspace's conversation."""
    if place.is_past:
        _folded(workspace, checked, place)
    else:
        with st.container(border=True, key=f"talk-card-{place.key}"):
            _heading(checked)
            _body(workspace, checked, place)


def _folded(workspace: Workspace, checked: CheckedCall, place: Place) -> None:
    # What is inside is drawn when it is opened: a long conversation is many cards.
    label = f"{heading(checked.call.name)}: {_verdict_in_words(checked)}"
    is_lazy = not place.is_latest
    fold = st.expander(
        label, key=f"talk-card-{place.key}", on_change="rerun" if is_lazy else "ignore"
    )
    if fold.open or not is_lazy:
        with fold:
            _body(workspace, checked, place)


def _body(workspace: Workspace, checked: CheckedCall, place: Place) -> None:
    change = _change(checked, place)
    if change and workspace.editing == change.editor:
        branch_editor(change)
        return
    st.code(laid_out(checked.call.arguments), language=_LANGUAGE, wrap_lines=True)
    _verdict(checked)
    example_button(checked, key=place.key, is_disabled=place.is_running)
    if place.result:
        _result(workspace, place.result, key=place.key, is_running=place.is_running)
        if change:
            branch_button(change, is_disabled=place.is_running)
    elif place.situation and place.is_running:
        _being_answered(workspace, place.situation)
    elif place.situation and _waits_for_a_word(workspace, place.situation):
        _decision(place.situation)
    elif place.situation:
        result_editor(workspace, place.situation)
    else:
        st.caption("No result was given.")


def _change(checked: CheckedCall, place: Place) -> Change | None:
    """The call as something to change; only one that was answered is."""
    call = checked.call
    if place.result is None:
        return None
    return Change(
        key=place.key,
        entry_id=place.entry_id,
        call_id=call.id,
        name=call.name,
        arguments=laid_out(call.arguments),
        result=laid_out(place.result.message.text),
    )


def heading(name: str) -> str:
    """A call's name as a line of markdown."""
    return f":material/build: **{escaped(name) or 'a call without a name'}**"


def _heading(checked: CheckedCall) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(heading(checked.call.name), width="content")
        words = _verdict_in_words(checked)
        if checked.is_valid:
            st.badge(words, icon=":material/check:", color="green")
        else:
            st.badge(words, icon=":material/error:", color="red")


def _verdict_in_words(checked: CheckedCall) -> str:
    count = len(checked.problems)
    return counted(count, "problem") if count else "arguments fit the schema"


def _verdict(checked: CheckedCall) -> None:
    if checked.problems:
        lines = [f"- {escaped(p.pointer)}: {with_code(p.message)}" for p in checked.problems[:8]]
        st.markdown("\n".join(lines))


def _result(workspace: Workspace, result: Entry, *, key: str, is_running: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("Result", width="stretch")
        if workspace.editing != result.id:
            entry_menu(result, key=key, is_disabled=is_running)
    if workspace.editing == result.id:
        message_editor(result, workspace.conversation)
    else:
        _shown_result(result.message.text)
        if result.response:
            st.caption("  \n".join(response_lines(result.response)))


def _shown_result(text: str) -> None:
    shown = beginning_and_end(laid_out(text))
    height = LONG_HEIGHT if len(shown) > _LONG else None
    st.code(shown, language=_LANGUAGE, wrap_lines=True, height=height)


def _being_answered(workspace: Workspace, situation: Situation) -> None:
    """While a turn goes on by itself: what has answered the call, as far as something has."""
    round_ = workspace.loop.round if workspace.loop else None  # Once: it ends at any moment.
    answer = round_.answers.get(situation.call.id) if round_ else None
    if isinstance(answer, Result):
        st.caption("Result")
        _shown_result(answer.text)
        st.caption("  \n".join(response_lines(answer.response)))
    elif answer:
        st.caption(f":material/error: {with_code(answer.reason)}")
    else:
        st.caption(":material/hourglass_top: Being answered…")


def _waits_for_a_word(workspace: Workspace, situation: Situation) -> bool:
    """Whether the person looks at each call before it is answered, and has not at this one."""
    automation = workspace.conversation.automation
    return automation.approves and automation.mode != "step" and not situation.decision


def _decision(situation: Situation) -> None:
    with st.container(horizontal=True):
        for word, label, icon in _WORDS:
            st.button(
                label,
                icon=icon,
                key=f"talk-{word}-{situation.call.id}",
                on_click=actions.decide,
                args=(situation.call.id, word),
            )
