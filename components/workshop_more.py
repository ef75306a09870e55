"""What is done seldom with a toolset as a whole, and the way back of a deletion."""

import streamlit as st

from components import services, state
from components.plain import escaped
from components.workshop import Workshop
from components.workshop_keeping import not_done
from components.workshop_opening import open_new, open_saved
from switchboard.errors import StoreError

_MORE = "workshop-more"


def more_menu(workshop: Workshop) -> None:
    """What is done seldom."""
    with st.popover("More", icon=":material/more_horiz:", key=_MORE, on_change="rerun"):
        st.button("New toolset", icon=":material/add:", key="workshop-new", on_click=_new)
        if workshop.toolset_id is None:
            return
        st.button(
            "Duplicate", icon=":material/content_copy:", key="workshop-copy", on_click=_duplicate
        )
        st.button("Delete", icon=":material/delete:", key="workshop-delete", on_click=_delete)


def deleted_line(workshop: Workshop) -> None:
    """The way back of a deletion."""
    if workshop.deleted is None:
        return
    toolset_id, name = workshop.deleted
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{escaped(name)} is deleted.", width="content")
        st.button(
            "Bring it back",
            icon=":material/undo:",
            type="tertiary",
            key="workshop-bring-back",
            on_click=_bring_back,
            args=(toolset_id,),
        )


def _new() -> None:
    open_new()
    state.plant(_MORE, False)


def _duplicate() -> None:
    workshop = state.workshop()
    if workshop is None or workshop.toolset_id is None:
        return
    try:
        copy = services.store().duplicate_toolset(workshop.toolset_id)
    except StoreError as error:
        workshop.notice = not_done("duplicated", error)
        return
    open_saved(copy).notice = "This is the copy."
    state.plant(_MORE, False)


def _delete() -> None:
    workshop = state.workshop()
    if workshop is None or workshop.toolset_id is None:
        return
    deleted = workshop.toolset_id, workshop.name
    try:
        services.store().delete_toolset(workshop.toolset_id)
    except StoreError as error:
        workshop.notice = not_done("deleted", error)
        return
    open_new().deleted = deleted
    state.plant(_MORE, False)


def _bring_back(toolset_id: str) -> None:
    try:
        open_saved(services.store().restore_toolset(toolset_id))
    except StoreError as error:
        if workshop := state.workshop():
            workshop.notice = not_done("brought back", error)
