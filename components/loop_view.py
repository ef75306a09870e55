"""A turn that goes on by itself: how far it is, and why it stopped before its end."""

import time

import streamlit as st

from components import actions, state
from components.figures import counted
from components.live_answer import arrival_mark
from components.plain import escaped, with_code
from components.setup import Setup
from components.workspace import Workspace
from switchboard.conversations import Conversation
from switchboard.loops import Loop
from switchboard.loops.halting import FOR_YOUR_RESULT, undecided

_PAUSE_S = 0.2
"""Between two drawings of the page."""


def loop_line(loop: Loop) -> None:
    """How far it is; shows Stop (``look``)."""
    most = loop.conversation.automation.most_rounds
    round_ = loop.round
    doing = ""
    if round_:
        doing = f" · {len(round_.answers)} of {counted(len(round_.situations), 'call')} answered"
    rounds = f"Round {loop.rounds} of {most}" if loop.rounds else "Answering the calls"
    st.caption(f":material/autorenew: {rounds}{doing}")
    arrival_mark()


def follow_loop(loop: Loop, seen: int) -> None:
    """Waits until it has come further than at ``seen``; then the page is drawn again."""
    while loop.is_running:
        state.let_others_in()
        if loop.wait_for_change(seen, timeout_s=0.05) != seen:
            time.sleep(_PAUSE_S)
            break
    st.rerun()


def waits_for_words(conversation: Conversation) -> bool:
    """Whether pending calls are looked at before they are answered, and some were not yet."""
    automation = conversation.automation
    return automation.mode != "step" and automation.approves and undecided(conversation)


def pause_line(workspace: Workspace, setup: Setup) -> None:
    """Why the turn does not go on by itself, and the button that lets it."""
    conversation = workspace.conversation
    if workspace.loop or not conversation.pause or conversation.automation.mode == "step":
        return
    with st.container(horizontal=True, vertical_alignment="center", border=True, key="talk-pause"):
        st.markdown(f":material/pause_circle: {with_code(conversation.pause)}", width="stretch")
        if waits_for_words(conversation):
            st.button(
                "Approve all",
                icon=":material/done_all:",
                key="talk-approve-all",
                on_click=actions.approve_all,
            )
        elif label := _way_on(conversation):
            st.button(
                label,
                icon=":material/play_arrow:",
                key="talk-go-on",
                disabled=bool(setup.blockers),
                help=escaped(" ".join(setup.blockers)) or None,
                on_click=actions.go_on_alone,
            )


def _way_on(conversation: Conversation) -> str:
    """What lets the turn go on; empty where only a person's result does."""
    waiting = [conversation.preparation(call.id) for call in conversation.pending_calls]
    if any(prepared.failure for prepared in waiting):
        return "Ask again"
    return "" if conversation.pause == FOR_YOUR_RESULT else "Go on"
