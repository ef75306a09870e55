"""Saved toolsets and examples in one list, to open."""

from collections.abc import Sequence

import streamlit as st

from components import services, state
from components.workshop_opening import open_example, open_new, open_saved
from switchboard.errors import StoreError
from switchboard.tools import example_toolsets
from switchboard.toolset_records import ToolsetSummary

_PICK = "workshop-pick"
_NEW = "new"


def toolset_picker(saved: Sequence[ToolsetSummary]) -> None:
    """Draws the list; what was written before something is picked can be brought back."""
    names = {f"saved-{one.id}": one.name for one in saved}
    names |= {f"example-{one.name}": f"Example: {one.name}" for one in example_toolsets()}
    names[_NEW] = "New, empty toolset"
    st.selectbox(
        "Open a toolset",
        list(names),
        index=None,
        key=_PICK,
        placeholder="Open a toolset…" if saved else "Start from an example…",
        label_visibility="collapsed",
        format_func=lambda one: names.get(one, one),
        on_change=_open_picked,
    )


def _open_picked() -> None:
    picked: str | None = state.value(_PICK, None)
    if picked is None:
        return
    kind, _, which = picked.partition("-")
    if kind == "example":
        open_example(which)
    elif kind == "saved":
        _open_saved(which)
    else:
        open_new()
    state.plant(_PICK, None)


def _open_saved(toolset_id: str) -> None:
    workshop = state.workshop()
    try:
        saved = services.store().toolset(toolset_id)
    except StoreError as error:
        if workshop:
            workshop.notice = f"{error.message} {error.advice}"
        return
    if saved and not saved.deleted_at:
        open_saved(saved)
    elif workshop:
        workshop.notice = "This toolset is no longer there."
