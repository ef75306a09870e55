"""The Playground: pick a model, talk, watch calls arrive, give results, see the final answer."""

import streamlit as st

from components.branch_comparison import comparison_of
from components.composer import composer
from components.gateway_panel import gateway_panel
from components.keeping import keep, present_workspace
from components.latest import Follow, latest_part
from components.parts import page_run
from components.plain import escaped
from components.playground import head, inspector_of, stop_button
from components.schema_panel import schema_panel
from components.settings_json import take_typed_json
from components.settings_panel import settings_panel
from components.shell import open_page
from components.sweep_drawer import sweep_drawer
from components.toolset_panel import take_typed, toolset_panel
from components.transcript import earlier_messages
from components.workspace import Workspace
from switchboard.errors import StoreError


def play() -> None:
    """The whole page; an answer that is arriving is drawn last, while everything else stands."""
    workspace = present_workspace()
    take_typed(workspace)
    take_typed_json(workspace)
    with page_run(workspace):
        arriving = draw(workspace)
    keep(workspace)
    if arriving:
        arriving()


def draw(workspace: Workspace) -> Follow | None:
    """Everything on the page; what of it is still growing."""
    with st.sidebar:
        setup = gateway_panel(workspace)
        settings_panel(workspace, setup)
    tools_column, talk_column = st.columns([2, 3], gap="large")
    # The talk first: the browser takes its time over the editor, and a word may have come already.
    with talk_column, st.container(key="talk"):
        head(workspace)
        earlier_messages(workspace, setup)
        arriving = latest_part(workspace, setup)
    with tools_column, st.container(key="toolset"):
        toolset_panel(workspace, setup)
        schema_panel(workspace)
    stop_button()
    composer(workspace, setup)
    inspector_of(workspace)
    comparison_of(workspace)
    sweep_drawer(workspace, setup)
    return arriving


open_page("app.py")
try:
    play()
except StoreError as error:
    st.error(escaped(f"{error.message} {error.advice}"))
