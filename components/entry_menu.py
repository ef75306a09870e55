"""What can be done with a message: three dots."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components import actions, editing, state
from components.promotion import written_calls
from switchboard.conversations import Entry

INSPECT, EDIT, RUN, DELETE = "Inspect", "Edit", "Run again from here", "Delete"
PROMOTE = "Make it a call"
ABOVE, BELOW = "Insert above…", "Insert below…"
_COMMON = (EDIT, RUN, ABOVE, BELOW, DELETE)
_DEEDS: dict[str, Callable[[str], None]] = {
    EDIT: editing.edit,
    RUN: actions.run_again,
    ABOVE: partial(editing.insert, is_above=True),
    BELOW: editing.insert,
    PROMOTE: editing.promote,
    DELETE: actions.delete,
}


def entry_menu(entry: Entry, *, key: str = "", is_disabled: bool) -> None:
    """The menu of one message; ``key`` where a message could be drawn twice."""
    widget = f"talk-menu-{key or entry.id}"
    st.menu_button(
        "Message menu",
        _choices(entry),
        icon=":material/more_horiz:",
        type="tertiary",
        key=widget,
        disabled=is_disabled,
        on_click=_chosen,
        args=(entry, widget),
    )


def _choices(entry: Entry) -> list[str]:
    possible = {INSPECT: entry.outcome is not None, PROMOTE: bool(written_calls(entry))}
    return [deed for deed in (INSPECT, PROMOTE, *_COMMON) if possible.get(deed, True)]


def _chosen(entry: Entry, widget: str) -> None:
    choice = state.value(widget, "")
    if choice == INSPECT and entry.outcome:
        actions.inspect(entry.outcome.step_id)
    elif choice:
        _DEEDS[choice](entry.id)
