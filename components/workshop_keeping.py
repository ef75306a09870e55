"""A toolset's name, whether it is saved, and Save."""

import streamlit as st

from components import services, state
from components.figures import counted
from components.workshop import Workshop
from components.workshop_address import put_in_address
from components.workshop_edit import take_typed
from switchboard.errors import StoreError, ToolsetChanged
from switchboard.toolset_records import LONGEST_NAME, LONGEST_NOTE, NAMELESS, SavedToolset

_NAME, _NOTE = "workshop-name", "workshop-note"
_SAVE = "workshop-save-as"


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
        workshop.notice = not_done("renamed", error)
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
        workshop.notice = not_done("saved", error)
    else:
        _is_saved(workshop, saved)
    # Left open, it would lie over what is told of a save that came to nothing.
    state.plant(_SAVE, False)


def _is_saved(workshop: Workshop, saved: SavedToolset) -> None:
    workshop.toolset_id, workshop.name = saved.id, saved.name
    workshop.kept_text, workshop.seen, workshop.version = workshop.text, saved.newest.hash, ""
    workshop.notice, workshop.deleted = "", None
    state.plant(_NOTE, "")
    state.plant(_NAME, saved.name)
    put_in_address(workshop)


def _go_on_as_new(workshop: Workshop, error: ToolsetChanged) -> None:
    """What was written is no longer a version of that toolset, and nothing of it is lost."""
    workshop.toolset_id, workshop.seen, workshop.version, workshop.kept_text = None, "", "", ""
    workshop.notice = f"{error.message} What you have here is not saved yet: save it on its own."
    put_in_address(workshop)


def not_done(what: str, error: StoreError) -> str:
    """Why nothing came of it."""
    return f"This is not {what}: {error.message} {error.advice}".strip()
