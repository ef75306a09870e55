"""The latest part of the conversation, with the answer that is arriving."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

import streamlit as st

from components import services
from components.composer import next_step
from components.keeping import keep
from components.live_answer import LiveAnswer, follow
from components.loop_view import follow_loop, loop_line
from components.parts import LATEST
from components.playground import welcome
from components.setup import Setup
from components.thread_panel import thread_panel
from components.transcript import answer_place, latest_messages
from components.workspace import Workspace

Follow: TypeAlias = Callable[[], None]
"""Draws what is still growing, until the page is drawn again."""


@st.fragment(key=LATEST)
def latest_part(workspace: Workspace, setup: Setup) -> Follow | None:
    """Draws them. While all of the page is drawn, gives what follows afterwards."""
    # In the container that a fragment has of its own. Every earlier part has one like it, so that
    # the browser keeps what it shows of a part that is past.
    arriving = _draw(workspace, setup)
    if workspace.is_page_run:
        return arriving
    keep(workspace)
    if arriving:
        arriving()
    return None


def _draw(workspace: Workspace, setup: Setup) -> Follow | None:
    welcome(workspace, setup)
    latest_messages(workspace, setup)
    if workspace.job:
        answer = LiveAnswer(answer_place(), workspace.job.step)
        if workspace.is_page_run:  # Otherwise nothing comes in between: see ``follow``.
            answer.update(workspace.job)
        return partial(follow, workspace.job, answer)
    if workspace.loop:
        loop_line(workspace.loop)
        return partial(follow_loop, workspace.loop, workspace.loop_seen)
    # The place of the next message too, so that no button of before stands while one arrives.
    with st.container():
        thread_panel(workspace, setup)
        next_step(workspace, setup, empty=services.desk().empty_step(workspace.conversation))
    return None
