"""The Tools page: what stands where. A panel is hung in here and nowhere else."""

from collections.abc import Callable
from typing import TypeAlias

import streamlit as st

from components import services
from components.plain import escaped
from components.state import Workshop
from components.workshop_builder import build_panel
from components.workshop_card import card_panel
from components.workshop_edit import redo, undo
from components.workshop_editor import editor, editor_aids
from components.workshop_fitting import fitting_panel
from components.workshop_form import try_panel
from components.workshop_history import history
from components.workshop_in import in_panel
from components.workshop_keeping import (
    deleted_line,
    more_menu,
    name_field,
    save_button,
    saved_state,
)
from components.workshop_library import library_file, saved_lines, toolset_picker
from components.workshop_list import chosen_tool, tool_picker
from components.workshop_moving import open_in_playground_button
from components.workshop_out import out_panel
from components.workshop_portability import portability_panel
from components.workshop_tokens import tokens_panel
from switchboard.tools import Tool, Toolset, check_toolset
from switchboard.toolset_records import ToolsetSummary

Panel: TypeAlias = Callable[[Workshop, Toolset, Tool | None], None]
"""Draws something of the toolset, or of the chosen tool; changes the text by ``replace_text``."""

BESIDE: tuple[tuple[str, Panel], ...] = (
    ("Card", card_panel),
    ("Build", build_panel),
    ("Try", try_panel),
    ("Portability", portability_panel),
    ("Change", fitting_panel),
    ("Tokens", tokens_panel),
)
"""What stands beside the editor, one tab each, of the chosen tool."""

BENEATH: tuple[tuple[str, str, Panel], ...] = (
    ("Bring tools in", ":material/login:", in_panel),
    ("Take tools out", ":material/logout:", out_panel),
)
"""What stands beneath, folded, of the whole toolset: label, icon, panel."""


def frame(workshop: Workshop) -> None:
    """All of the page."""
    saved = services.store().toolsets()
    toolset = check_toolset(workshop.text)
    _head(workshop, saved)
    with st.container(key="workshop"):
        writing, looking = st.columns(2, gap="large")
    with writing:
        editor(workshop, toolset)
    with looking:
        tool_picker(workshop, toolset)
        _beside(workshop, toolset)
    _beneath(workshop, toolset, saved)
    editor_aids(workshop)


def _head(workshop: Workshop, saved: tuple[ToolsetSummary, ...]) -> None:
    title, picker = st.columns([2, 1], vertical_alignment="center")
    title.title("Tools")
    with picker:
        toolset_picker(saved)
    mine = next((one for one in saved if one.id == workshop.toolset_id), None)
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key="workshop-head"
    ):
        name_field(workshop)
        st.caption(saved_state(workshop, versions=mine.versions if mine else 0), width="content")
        save_button(workshop)
        open_in_playground_button(workshop)
        more_menu(workshop)
    _told(workshop)


def _told(workshop: Workshop) -> None:
    if workshop.notice:
        st.info(escaped(workshop.notice))
    deleted_line(workshop)
    if not workshop.former and not workshop.undone:
        return
    with st.container(horizontal=True, key="workshop-undo-row"):
        if workshop.former:
            _step_button("Undo", workshop.former[-1].said, undo)
        if workshop.undone:
            _step_button("Redo", workshop.undone[-1].said, redo)


def _step_button(name: str, said: str, do: Callable[[], None]) -> None:
    st.button(
        escaped(f"{name}: {said}"),
        icon=f":material/{name.lower()}:",
        type="tertiary",
        key=f"workshop-{name.lower()}",
        on_click=do,
    )


def _beside(workshop: Workshop, toolset: Toolset) -> None:
    tool = chosen_tool(workshop, toolset)
    tabs = st.tabs([label for label, _ in BESIDE], key="workshop-tabs", on_change="rerun")
    for tab, (_, panel) in zip(tabs, BESIDE, strict=True):
        if tab.open:
            with tab:
                panel(workshop, toolset, tool)


def _beneath(workshop: Workshop, toolset: Toolset, saved: tuple[ToolsetSummary, ...]) -> None:
    tool = chosen_tool(workshop, toolset)
    for label, icon, panel in BENEATH:
        with st.expander(label, icon=icon, key=f"workshop-fold-{label}", on_change="rerun") as fold:
            if fold.open:
                panel(workshop, toolset, tool)
    with st.expander(
        "History", icon=":material/history:", key="workshop-fold-history", on_change="rerun"
    ) as fold:
        if fold.open:
            history(workshop)
    with st.expander(
        "Library", icon=":material/inventory_2:", key="workshop-fold-library", on_change="rerun"
    ) as fold:
        if fold.open:
            if saved:
                saved_lines(saved, opened=workshop.toolset_id)
            library_file(saved)
