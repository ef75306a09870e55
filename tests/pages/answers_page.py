"""The editor of a tool's answers on a page that has no workshop, as beside a call."""

from functools import partial

import streamlit as st

from components import state
from components.responder_editor import responder_editor
from components.responder_scope import Scope, changed_text
from switchboard.simulate.plans import plan_of
from switchboard.tools import check_toolset


def change(tool, how, said):
    """Keeps the text where this page has it."""
    state.plant("text", changed_text(state.value("text", ""), tool, how))
    state.plant("said", said)


for tool in check_toolset(st.session_state["text"]).tools:
    arguments = st.session_state["arguments"]
    scope = Scope(tool, plan_of(tool), partial(change, tool), key="here", arguments=arguments)
    responder_editor(scope)
