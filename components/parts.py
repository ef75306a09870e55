"""The page in parts, of which a message draws only the latest anew.

For every element that is drawn anew the browser takes its time, and the first word of an answer
waits for it. So what a message changes is drawn alone, unless it changed more: the turn it begins,
with the turn before where that looks different once another begins.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import NoReturn

import streamlit as st

from components import services, state
from components.resending import resend_by_itself
from components.workspace import Workspace
from switchboard.conversations import Conversation

LATEST = "latest-part"

_MOST = 12
"""Parts of a conversation; then all but the last turn become one."""


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What decides how the page looks around the latest part."""

    conversation: Conversation
    """Without the latest part and what belongs to it."""

    notice: str
    editing: str | None
    inspecting: str | None


@contextmanager
def page_run(workspace: Workspace) -> Iterator[None]:
    """Within it all of the page is drawn."""
    _look_at_the_job(workspace)
    workspace.parts = _parts(workspace)
    workspace.is_page_run = True
    workspace.surroundings = None  # Until all of it has been drawn.
    try:
        yield
        workspace.surroundings = _surroundings(workspace)
    finally:
        workspace.is_page_run = False


def redraw() -> NoReturn:
    """Ends a callback: all of the page is drawn again, whatever part its widget stands in."""
    st.rerun()


def redraw_latest() -> NoReturn:
    """Ends the composer's callback: the latest part is drawn again, or more if more changed."""
    workspace = state.workspace()
    workspace.job = services.desk().job(workspace.conversation)
    # An answer that has come already changes the composer too.
    if workspace.job and workspace.surroundings == _surroundings(workspace):
        st.rerun(LATEST)
    st.rerun()


def _look_at_the_job(workspace: Workspace) -> None:
    while True:
        # In this order: it may end between the two.
        workspace.job = services.desk().job(workspace.conversation)
        if workspace.job or workspace.loop:
            return
        workspace.conversation = services.desk().settled(workspace.conversation)
        if not resend_by_itself(workspace):
            return


def _parts(workspace: Workspace) -> tuple[int, ...]:
    # None is moved or joined if it can be helped: the browser draws anew what changes its place.
    conversation = workspace.conversation
    latest = len(conversation.entries) if _is_settled(workspace) else conversation.turn_start
    parts = (*(start for start in workspace.parts if start < latest), latest)
    return parts if len(parts) <= _MOST else (0, conversation.turn_start, latest)


def _is_settled(workspace: Workspace) -> bool:
    """Whether the last turn will look the same once another has begun."""
    conversation = workspace.conversation
    if workspace.job or workspace.loop or conversation.awaits_answer or conversation.pause:
        return False
    turn = conversation.entries[conversation.turn_start :]
    outcomes = [entry.outcome for entry in turn if entry.outcome]
    return not (
        any(entry.message.calls for entry in turn)
        or any(outcome.fault or outcome.choices > 1 for outcome in outcomes)
    )


def _surroundings(workspace: Workspace) -> _Surroundings:
    conversation = workspace.conversation
    return _Surroundings(
        replace(
            conversation,
            entries=conversation.entries[: workspace.parts[-1]],
            drafts={},
            preparations={},
            pause="",
            run_id=None,
            step_id=None,
        ),
        notice=workspace.notice,
        editing=workspace.editing,
        inspecting=workspace.inspecting,
    )
