"""The line below the conversation, and what stands above it while it can't be used."""

import streamlit as st

from components import actions
from components.answer_line import note_lines
from components.composer_tools import composer_tools
from components.fault_card import fault_card, resend_button, try_again_button
from components.focus import focus_first_result
from components.holding import held_message
from components.loop_view import pause_line, waits_for_words
from components.plain import escaped
from components.setup import Setup
from components.workspace import Workspace
from switchboard.runs import Step


def composer(workspace: Workspace, setup: Setup) -> None:
    """Where the next message is written; its placeholder says why when it can't be sent."""
    reason = _reason(workspace, setup)
    with st.bottom:
        if workspace.notice:
            st.warning(escaped(workspace.notice))
        pause_line(workspace, setup)
        held_message(workspace, reason=reason)
    composer_tools(workspace, setup)
    st.chat_input(
        reason or "Ask something",
        key=actions.COMPOSER,
        accept_file="multiple",
        disabled=bool(reason),
        submit_mode="disable",  # What it sends may draw the latest turns alone, and not this.
        on_submit=actions.submit,
    )
    focus_first_result(workspace.conversation.pending_calls)


def next_step(workspace: Workspace, setup: Setup, *, empty: Step | None) -> None:
    """What the conversation waits for: results, another try, or a first answer."""
    conversation = workspace.conversation
    if conversation.pending_calls:
        if not waits_for_words(conversation):
            _send_results_button(setup)
    elif empty:
        _another_try(empty, setup, resent=conversation.resent)
    elif conversation.awaits_answer and not conversation.pause:
        try_again_button("Ask for an answer", setup.blockers)


def _another_try(empty: Step, setup: Setup, *, resent: tuple[str, ...]) -> None:
    if empty.fault:
        fault_card(empty.fault)
    else:
        st.caption("Stopped before anything arrived.")
    if notes := (*resent, *empty.answer.notes):
        st.caption("  \n".join(note_lines(notes)))
    with st.container(horizontal=True):
        resend_button(empty.id, setup)
        try_again_button("Try again", setup.blockers)
        st.button(
            "Inspect",
            type="tertiary",
            icon=":material/data_object:",
            key="talk-inspect-empty",
            on_click=actions.inspect,
            args=(empty.id,),
        )


def _send_results_button(setup: Setup) -> None:
    st.button(
        "Send results",
        type="primary",
        key="talk-send-results",
        icon=":material/send:",
        on_click=actions.send_results,
        disabled=bool(setup.blockers),
        help=escaped(" ".join(setup.blockers)) or None,
    )


def _reason(workspace: Workspace, setup: Setup) -> str:
    if workspace.job:
        return "The answer is arriving…"
    if workspace.loop:
        return "The turn goes on by itself…"
    if setup.blockers:
        return setup.blockers[0]
    if waits_for_words(workspace.conversation):
        return "The calls above wait for your word"
    if workspace.conversation.pending_calls:
        return "The model waits for the results above"
    return ""
