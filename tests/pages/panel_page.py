"""One panel of the Tools page on a page of its own: the chosen tool is the first."""

import streamlit as st

from components import state
from components.workshop import Workshop
from components.workshop_builder import build_panel
from components.workshop_form import try_panel
from switchboard.tools import check_toolset

PANELS = {"try": try_panel, "build": build_panel}

workshop = state.workshop()
if workshop is None:
    workshop = state.begin_workshop(Workshop(text=st.session_state["first-text"]))
toolset = check_toolset(workshop.text)
tool = toolset.tools[min(workshop.chosen, len(toolset.tools) - 1)] if toolset.tools else None
PANELS[st.session_state["panel"]](workshop, toolset, tool)
