"""The Playground: pick a model, talk, watch calls arrive, give results, see the final answer."""

import streamlit as st

from components import services
from components.composer import composer, next_step
from components.gateway_panel import gateway_panel
from components.keeping import keep, present_workspace
from components.live_answer import LiveAnswer, follow
from components.plain import escaped
from components.playground import head, inspector_of, stop_button, welcome
from components.settings_panel import settings_panel
from components.shell import open_page
from components.toolset_panel import take_typed, toolset_panel
from components.transcript import answer_place, transcript
from switchboard.errors import StoreError


def play() -> None:
    """The whole page; an answer that is arriving is drawn last, while everything else stands."""
    workspace = present_workspace()
    take_typed(workspace)
    desk = services.desk()
    job = desk.job(workspace.conversation)
    with st.sidebar:
        setup = gateway_panel(workspace)
        settings_panel(workspace, profile=setup.profile, tools=setup.toolset.tools)
    tools_column, talk_column = st.columns([2, 3], gap="large")
    # The talk first: the browser takes its time over the editor, and a word may have come already.
    with talk_column, st.container(key="talk"):
        head(workspace)
        welcome(workspace, setup)
        transcript(workspace, setup, is_running=job is not None)
        if job:
            answer = LiveAnswer(answer_place())
            answer.update(job.step.answer)
        # One place for both: no button of before stands while the answer arrives.
        with st.empty().container():
            if job:
                stop_button(job)
            else:
                next_step(workspace, setup, empty=desk.empty_step(workspace.conversation))
    with tools_column, st.container(key="toolset"):
        toolset_panel(workspace, setup.toolset)
    composer(workspace, setup, is_running=job is not None)
    inspector_of(workspace)
    keep(workspace)
    if job:
        follow(job, answer)


open_page("app.py")
try:
    play()
except StoreError as error:
    st.error(escaped(f"{error.message} {error.advice}"))
