"""What is to be mended in the conversation before it is sent, each with one click."""

import streamlit as st

from components import editing
from components.plain import with_code
from components.setup import Setup
from components.state import Workspace
from switchboard.conversations import Conversation
from switchboard.thread import ThreadProblem, check_thread

_MOST = 6
"""Problems that are drawn; one click mends the others too."""


def thread_panel(workspace: Workspace, setup: Setup) -> None:
    """Draws the problems of the conversation; nothing when all is well."""
    conversation = workspace.conversation
    problems = check_thread(conversation, setup.profile, tools=setup.definitions)
    blocking = tuple(one for one in problems if one.blocks)
    if blocking:
        with st.container(border=True, key="talk-thread"):
            st.markdown(f":material/error: **{heading(len(blocking))}**")
            _problems(problems, conversation)
    elif problems:
        with st.expander(f":material/info: {_remarks(len(problems))}", key="talk-thread"):
            _problems(problems, conversation)


def heading(count: int) -> str:
    """How many problems keep the conversation from being sent."""
    problems = "One problem keeps" if count == 1 else f"{count} problems keep"
    return f"{problems} this conversation from being sent"


def _remarks(count: int) -> str:
    return f"{'One remark' if count == 1 else f'{count} remarks'} on this conversation"


def _problems(problems: tuple[ThreadProblem, ...], conversation: Conversation) -> None:
    places = {entry.id: index for index, entry in enumerate(conversation.entries, start=1)}
    for problem in problems[:_MOST]:
        _problem(problem, places[problem.entry_id])
    if len(problems) > _MOST:
        st.caption(f"… and {len(problems) - _MOST} more.")
    if len(problems) > 1:
        st.button("Repair all", key="talk-repair-all", on_click=editing.repair_all)


def _problem(problem: ThreadProblem, place: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"Message {place}: {with_code(problem.says)}", width="stretch")
        st.button(
            with_code(problem.repair.label),
            key=f"talk-repair-{problem.key}",
            on_click=editing.repair,
            args=(problem.key,),
        )
