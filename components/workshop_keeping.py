"""A toolset's name, whether it is saved, and what can be done with it as a whole."""

import streamlit as st

from components import services, state
from components.figures import counted
from components.plain import escaped
from components.state import Workshop
from components.workshop_address import put_in_address
from components.workshop_edit import take_typed
from components.workshop_opening import open_new, open_saved
from switchboard.errors import StoreError, ToolsetChanged
from switchboard.toolset_records import LONGEST_NAME, LONGEST_NOTE, NAMELESS, SavedToolset

_NAME, _NOTE = "workshop-name", "workshop-note"
_SAVE, _MORE = "workshop-save-as", "workshop-more"


def name_field(workshop: Workshop) -> None:
    """The name; a saved toolset's is changed at once."""
    state.seed(_NAME, workshop.name)
    st.text_input(
        "Name",
        key=_NAME,
        max_chars=LONGEST_NAME,
        placeholder=NAMELESS,
        label_visibility="collapsed",
        on_change=_rename,
    )


def saved_state(workshop: Workshop, *, versions: int) -> str:
    """Whether this is kept, in a few words; ``versions``: how many are."""
    if workshop.toolset_id is None:
        return "Not saved yet" if workshop.text.strip() else "Empty"
    if workshop.is_changed:
        return "Changed since it was saved"
    if workshop.version:
        return f"An old version; there are {counted(versions, 'version')}"
    return f"Saved · {counted(versions, 'version')}"


def save_button(workshop: Workshop) -> None:
    """A note, if a person likes to leave one, and Save."""
    is_kept = workshop.toolset_id is not None and not workshop.is_changed and not workshop.version
    has_nothing = not workshop.text.strip() and workshop.toolset_id is None
    with (
        st.popover(
            "Save",
            icon=":material/save:",
            disabled=is_kept or has_nothing,
            key=_SAVE,
            # Only what is told of its state can be closed from here.
            on_change="rerun",
        ),
        st.form("workshop-save-form", border=False, enter_to_submit=True),
    ):
        st.text_input(
            "What changed", key=_NOTE, max_chars=LONGEST_NOTE, placeholder="a note, if you like"
        )
        st.form_submit_button("Save this version", type="primary", on_click=_save)


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


def _rename() -> None:
    workshop, name = state.workshop(), state.value(_NAME, "")
    if workshop is None:
        return
    workshop.name = name
    if workshop.toolset_id is None:
        return
    try:
        workshop.name = services.store().rename_toolset(workshop.toolset_id, name).name
    except StoreError as error:
        workshop.notice = _not_done("renamed", error)
    state.plant(_NAME, workshop.name)


def _save() -> None:
    workshop = state.workshop()
    if workshop is None:
        return
    take_typed(workshop)
    try:
        saved = services.store().save_toolset(
            workshop.toolset_id,
            state.value(_NAME, workshop.name),
            workshop.text,
            state.value(_NOTE, ""),
            seen=workshop.seen or None,
        )
    except ToolsetChanged as error:
        _go_on_as_new(workshop, error)
    except StoreError as error:
        workshop.notice = _not_done("saved", error)
    else:
        _is_saved(workshop, saved)


def _is_saved(workshop: Workshop, saved: SavedToolset) -> None:
    workshop.toolset_id, workshop.name = saved.id, saved.name
    workshop.kept_text, workshop.seen, workshop.version = workshop.text, saved.newest.hash, ""
    workshop.notice, workshop.deleted = "", None
    state.plant(_SAVE, False)
    state.plant(_NOTE, "")
    state.plant(_NAME, saved.name)
    put_in_address(workshop)


def _go_on_as_new(workshop: Workshop, error: ToolsetChanged) -> None:
    """What was written is no longer a version of that toolset, and nothing of it is lost."""
    workshop.toolset_id, workshop.seen, workshop.version, workshop.kept_text = None, "", "", ""
    workshop.notice = f"{error.message} What you have here is not saved yet: save it on its own."
    put_in_address(workshop)


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
        workshop.notice = _not_done("duplicated", error)
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
        workshop.notice = _not_done("deleted", error)
        return
    open_new().deleted = deleted
    state.plant(_MORE, False)


def _bring_back(toolset_id: str) -> None:
    try:
        open_saved(services.store().restore_toolset(toolset_id))
    except StoreError as error:
        if workshop := state.workshop():
            workshop.notice = _not_done("brought back", error)


def _not_done(what: str, error: StoreError) -> str:
    return f"This is not {what}: {error.message} {error.advice}".strip()
