"""The latest part of the conversation, with the answer that is arriving."""

import streamlit as st

from components import services
from components.composer import next_step
from components.keeping import keep
from components.live_answer import LiveAnswer, follow
from components.parts import LATEST
from components.playground import welcome
from components.setup import Setup
from components.thread_panel import thread_panel
from components.transcript import answer_place, latest_messages
from components.workspace import Workspace
from switchboard.jobs import Job


@st.fragment(key=LATEST)
def latest_part(workspace: Workspace, setup: Setup) -> tuple[Job, LiveAnswer] | None:
    """Draws them. While all of the page is drawn, gives what is to be followed afterwards."""
    # In the container that a fragment has of its own. Every earlier part has one like it, so that
    # the browser keeps what it shows of a part that is past.
    arriving = _draw(workspace, setup)
    if workspace.is_page_run:
        return arriving
    keep(workspace)
    if arriving:
        follow(*arriving)
    return None


def _draw(workspace: Workspace, setup: Setup) -> tuple[Job, LiveAnswer] | None:
    welcome(workspace, setup)
    latest_messages(workspace, setup)
    if workspace.job:
        answer = LiveAnswer(answer_place(), workspace.job.step)
        if workspace.is_page_run:  # Otherwise nothing comes in between: see ``follow``.
            answer.update(workspace.job)
        return workspace.job, answer
    # The place of the next message too, so that no button of before stands while one arrives.
    with st.container():
        thread_panel(workspace, setup)
        next_step(workspace, setup, empty=services.desk().empty_step(workspace.conversation))
    return None
