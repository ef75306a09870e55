"""The calls of an answer, written by hand: the fields of its editor."""

import streamlit as st

from components import editing, state
from components.message_draft import call_of, call_rows, edit_key
from components.plain import showable
from switchboard.conversations import Entry


def call_fields(entry: Entry) -> None:
    """A card for each call, and a button for another."""
    rows = call_rows(entry)
    state.seed(edit_key(entry.id, "calls"), rows)
    for number, row in enumerate(rows, start=1):
        with st.container(border=True, key=f"talk-card-edit-{entry.id}-{row}"):
            _call(entry, row, number)
    st.button(
        "Add a call",
        type="tertiary",
        icon=":material/add:",
        key=edit_key(entry.id, "add"),
        on_click=editing.add_call,
        args=(entry,),
    )


def _call(entry: Entry, row: str, number: int) -> None:
    call = call_of(entry, row)
    fields = {"id": call.id, "name": call.name, "arguments": call.arguments}
    for field, value in fields.items():
        state.seed(edit_key(entry.id, f"{row}-{field}"), showable(value))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(f"Call {number}: name", key=edit_key(entry.id, f"{row}-name"), width=150)
        st.text_input("Id", key=edit_key(entry.id, f"{row}-id"), width=110)
        st.button(
            "Remove",
            type="tertiary",
            icon=":material/close:",
            key=edit_key(entry.id, f"{row}-off"),
            on_click=editing.remove_call,
            args=(entry, row),
        )
    st.text_area("Arguments", key=edit_key(entry.id, f"{row}-arguments"), height="content")
