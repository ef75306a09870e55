"""What is to be mended in the conversation before it is sent, each with one click."""

import streamlit as st

from components import editing
from components.plain import escaped, with_code
from components.setup import Setup
from components.workspace import Workspace
from switchboard.conversations import Conversation
from switchboard.messages import Message
from switchboard.thread import ThreadProblem, check_thread

_MOST = 6
"""Problems that are drawn; one click mends the others too."""

_LONGEST = 32
_ROLES = {
    "system": "The system message",
    "developer": "The developer message",
    "user": "Your message",
    "assistant": "The assistant's message",
    "tool": "The result",
}


def thread_panel(workspace: Workspace, setup: Setup) -> None:
    """Draws the problems of the conversation; nothing when all is well."""
    conversation = workspace.conversation
    problems = check_thread(conversation, setup.profile, tools=setup.definitions)
    blocking = tuple(one for one in problems if one.blocks)
    remarks = tuple(one for one in problems if not one.blocks)
    if blocking:
        with st.container(border=True, key="talk-thread"):
            st.markdown(f":material/error: **{heading(len(blocking))}**")
            _problems(blocking, conversation)
            _repair_all(problems)
    if remarks:
        with st.expander(f":material/info: {_remarks(len(remarks))}", key="talk-thread-remarks"):
            _problems(remarks, conversation)
            if not blocking:
                _repair_all(problems)


def heading(count: int) -> str:
    """How many problems keep the conversation from being sent."""
    problems = "One problem keeps" if count == 1 else f"{count} problems keep"
    return f"{problems} this conversation from being sent"


def _remarks(count: int) -> str:
    return f"{'One remark' if count == 1 else f'{count} remarks'} on this conversation"


def _problems(problems: tuple[ThreadProblem, ...], conversation: Conversation) -> None:
    for problem in problems[:_MOST]:
        _problem(problem, called(conversation.entry(problem.entry_id).message))
    if len(problems) > _MOST:
        st.caption(f"… and {len(problems) - _MOST} more.")


def _repair_all(problems: tuple[ThreadProblem, ...]) -> None:
    if len(problems) > 1:
        st.button("Repair all", key="talk-repair-all", on_click=editing.repair_all)


def called(message: Message) -> str:
    """What a person finds the message by: its role and its first words, or what it calls."""
    words = " ".join(message.text.split())
    names = ", ".join(call.name for call in message.calls if call.name.strip())
    if words:
        return f"{_ROLES[message.role]} “{_cut(words)}”"
    return f"{_ROLES[message.role]} with calls of {_cut(names)}" if names else _ROLES[message.role]


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _problem(problem: ThreadProblem, place: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{escaped(place)}: {with_code(problem.says)}", width="stretch")
        st.button(
            with_code(problem.repair.label),
            key=f"talk-repair-{problem.key}",
            on_click=editing.repair,
            args=(problem.key,),
        )
