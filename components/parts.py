"""The page in two parts: the latest turns, and everything else.

For every element that is drawn anew the browser takes its time, and the first word of an answer
waits for it. So what a message changes is drawn alone, unless it changed more.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import NoReturn

import streamlit as st

from components import services, state
from components.resending import resend_by_itself
from components.state import Workspace
from switchboard.conversations import Conversation

LATEST = "latest-turns"

_LONG = 8
"""Entries of the latest turns above which all but the last turn go to the rest of the page."""


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What decides how the page looks around the latest turns."""

    conversation: Conversation
    """Without the latest turns and what belongs to them."""

    notice: str
    editing: str | None
    inspecting: str | None


@contextmanager
def page_run(workspace: Workspace) -> Iterator[None]:
    """Within it all of the page is drawn."""
    _look_at_the_job(workspace)
    workspace.latest_from = _latest_from(workspace)
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
    """Ends the composer's callback: the latest turns are drawn again, or more if more changed."""
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
        if workspace.job:
            return
        workspace.conversation = services.desk().settled(workspace.conversation)
        if not resend_by_itself(workspace):
            return


def _latest_from(workspace: Workspace) -> int:
    # Moved rarely: the browser draws anew what changes its place.
    conversation, before = workspace.conversation, workspace.latest_from
    is_short = before <= conversation.turn_start and len(conversation.entries) - before <= _LONG
    return before if is_short else conversation.turn_start


def _surroundings(workspace: Workspace) -> _Surroundings:
    conversation = workspace.conversation
    return _Surroundings(
        replace(
            conversation,
            entries=conversation.entries[: workspace.latest_from],
            drafts={},
            run_id=None,
            step_id=None,
        ),
        notice=workspace.notice,
        editing=workspace.editing,
        inspecting=workspace.inspecting,
    )
