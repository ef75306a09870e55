"""The Tools page: what stands where. A panel is hung in here and nowhere else."""

from collections.abc import Callable
from typing import TypeAlias

import streamlit as st

from components import state
from components.state import Workshop
from components.workshop_edit import open_workshop, undo
from components.workshop_editor import editor
from components.workshop_list import chosen_tool, tool_picker
from switchboard.tools import Tool, Toolset, check_toolset, example_toolsets

Panel: TypeAlias = Callable[[Workshop, Toolset, Tool | None], None]
"""Draws something of the toolset, or of the chosen tool; changes the text by ``replace_text``."""

PANELS: tuple[tuple[str, Panel], ...] = ()
"""What stands beside the editor, one tab each."""


def present_workshop() -> Workshop:
    """The tab's workshop; the first time, one that holds the first example."""
    first = example_toolsets()[0]
    return state.workshop() or open_workshop(
        Workshop(text=first.text, kept_text=first.text, name=first.name)
    )


def frame(workshop: Workshop) -> None:
    """All of the page."""
    toolset = check_toolset(workshop.text)
    _head(workshop)
    writing, looking = st.columns([1, 1], gap="large")
    with writing:
        editor(workshop, toolset)
    with looking:
        tool_picker(workshop, toolset)
        _panels(workshop, toolset)


def _head(workshop: Workshop) -> None:
    st.title("Tools")
    if workshop.former:
        label = f"Undo: {workshop.former[-1].said}"
        st.button(label, icon=":material/undo:", key="workshop-undo", on_click=undo)


def _panels(workshop: Workshop, toolset: Toolset) -> None:
    if not PANELS:
        return
    tool = chosen_tool(workshop, toolset)
    tabs = st.tabs([label for label, _ in PANELS])
    for tab, (_, panel) in zip(tabs, PANELS, strict=True):
        with tab:
            panel(workshop, toolset, tool)
