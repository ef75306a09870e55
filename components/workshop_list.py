"""The tools of the toolset, one of them chosen."""

import streamlit as st

from components import state
from components.plain import showable
from components.workshop import Workshop
from switchboard.tools import Tool, Toolset

_KEY = "workshop-chosen"


def chosen_tool(workshop: Workshop, toolset: Toolset) -> Tool | None:
    """The tool that is looked at; ``None`` when there is none."""
    if not toolset.tools:
        return None
    return toolset.tools[min(workshop.chosen, len(toolset.tools) - 1)]


def tool_picker(workshop: Workshop, toolset: Toolset) -> None:
    """One line of names to choose from; nothing where there is no choice."""
    tools = toolset.tools
    if len(tools) < 2:
        return
    state.plant(_KEY, min(workshop.chosen, len(tools) - 1))
    st.selectbox(
        "Tool",
        range(len(tools)),
        key=_KEY,
        format_func=lambda at: showable(tools[at].name),
        on_change=_choose,
    )


def _choose() -> None:
    workshop = state.workshop()
    if workshop is not None:
        workshop.chosen = state.value(_KEY, 0)
