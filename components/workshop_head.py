"""The top of the Tools page: what is open, whether it is kept, and what can be done with it."""

from collections.abc import Callable, Sequence

import streamlit as st

from components.plain import escaped, with_code
from components.workshop import Workshop
from components.workshop_edit import redo, undo
from components.workshop_keeping import name_field, save_button, saved_state
from components.workshop_more import deleted_line, more_menu
from components.workshop_moving import open_in_playground_button
from components.workshop_picker import toolset_picker
from switchboard.toolset_records import ToolsetSummary


def workshop_head(workshop: Workshop, saved: Sequence[ToolsetSummary]) -> None:
    """Draws it; ``saved`` are all toolsets there are."""
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
        st.info(with_code(workshop.notice))
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
