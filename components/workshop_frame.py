"""The Tools page: what stands where. A panel is hung in here and nowhere else."""

from collections.abc import Callable
from typing import TypeAlias

import streamlit as st

from components import services
from components.workshop import Workshop
from components.workshop_answers import answers_panel
from components.workshop_builder import build_panel
from components.workshop_card import card_panel
from components.workshop_editor import editor, editor_aids
from components.workshop_fitting import fitting_panel
from components.workshop_form import try_panel
from components.workshop_head import workshop_head
from components.workshop_history import history_panel
from components.workshop_in import in_panel
from components.workshop_library import library_panel
from components.workshop_list import chosen_tool, tool_picker
from components.workshop_matrix import matrix_panel
from components.workshop_out import out_panel
from components.workshop_portability import portability_panel
from components.workshop_tokens import tokens_panel
from switchboard.tools import Tool, Toolset, check_toolset

Panel: TypeAlias = Callable[[Workshop, Toolset, Tool | None], None]
"""Draws something of the toolset, or of the chosen tool; changes the text by ``replace_text``."""

BESIDE: tuple[tuple[str, Panel], ...] = (
    ("Card", card_panel),
    ("Build", build_panel),
    ("Try", try_panel),
    ("Answers", answers_panel),
    ("Portability", portability_panel),
    ("Change", fitting_panel),
    ("Tokens", tokens_panel),
)
"""What stands beside the editor, one tab each, of the chosen tool."""

BENEATH: tuple[tuple[str, str, Panel], ...] = (
    ("Who takes which tool", ":material/grid_on:", matrix_panel),
    ("Bring tools in", ":material/login:", in_panel),
    ("Take tools out", ":material/logout:", out_panel),
    ("History", ":material/history:", history_panel),
    ("Library", ":material/inventory_2:", library_panel),
)
"""What stands beneath, folded, of the whole toolset: label, icon, panel."""


def frame(workshop: Workshop) -> None:
    """All of the page."""
    toolset = check_toolset(workshop.text)
    tool = chosen_tool(workshop, toolset)
    workshop_head(workshop, services.store().toolsets())
    with st.container(key="workshop"):
        writing, looking = st.columns(2, gap="large")
    with writing:
        editor(workshop, toolset)
    with looking:
        tool_picker(workshop, toolset)
        _beside(workshop, toolset, tool)
    _beneath(workshop, toolset, tool)
    editor_aids(workshop)


def _beside(workshop: Workshop, toolset: Toolset, tool: Tool | None) -> None:
    tabs = st.tabs([label for label, _ in BESIDE], key="tools-tabs", on_change="rerun")
    for tab, (_, panel) in zip(tabs, BESIDE, strict=True):
        if tab.open:
            with tab:
                panel(workshop, toolset, tool)


def _beneath(workshop: Workshop, toolset: Toolset, tool: Tool | None) -> None:
    for label, icon, panel in BENEATH:
        with st.expander(label, icon=icon, key=f"tools-fold-{label}", on_change="rerun") as fold:
            if fold.open:
                panel(workshop, toolset, tool)
