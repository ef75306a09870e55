"""An editor of one message of any role."""

from typing import get_args

import streamlit as st

from components import editing, state
from components.attachments import DETAILS
from components.message_content import part_line, picture_of
from components.message_draft import call_of, call_rows, edit_key, part_rows
from components.plain import escaped, showable
from switchboard.conversations import Conversation, Entry
from switchboard.messages import ImagePart, OtherPart
from switchboard.wire import Role


def message_editor(entry: Entry, conversation: Conversation, *, is_last: bool = False) -> None:
    """Draws the fields that the message's role has, and what can be done with them.

    ``is_last``: whether nothing follows the message.
    """
    role = _head(entry, conversation)
    state.seed(edit_key(entry.id), showable(entry.message.text))
    st.text_area("Text", key=edit_key(entry.id), height="content", label_visibility="collapsed")
    if role == "user":
        _parts(entry)
    if role == "assistant":
        _calls(entry)
    _buttons(entry, role, is_last=is_last)


def editor_role(entry: Entry) -> str:
    """The role that the editor gives the message."""
    return state.value(edit_key(entry.id, "role"), entry.message.role)


def _head(entry: Entry, conversation: Conversation) -> str:
    with st.container(horizontal=True):
        state.seed(edit_key(entry.id, "role"), entry.message.role)
        role: str = st.selectbox("Role", get_args(Role), key=edit_key(entry.id, "role"), width=130)
        if role == "tool":
            _call_id(entry, conversation)
        else:
            state.seed(edit_key(entry.id, "name"), showable(entry.message.name or ""))
            st.text_input(
                "Name", key=edit_key(entry.id, "name"), placeholder="Not sent when empty", width=200
            )
    return role


def _call_id(entry: Entry, conversation: Conversation) -> None:
    calls = {call.id: call.name for message in conversation.messages for call in message.calls}
    own = entry.message.call_id
    key = edit_key(entry.id, "call")
    state.seed(key, own)
    # What was typed is an option too, or it would be gone at the next drawing.
    options = list(dict.fromkeys([*calls, *([own] if own else []), *_typed(key)]))
    st.selectbox(
        "The call it answers",
        options,
        key=key,
        accept_new_options=True,
        format_func=lambda one: f"{one} · {calls[one]}" if calls.get(one) else one,
        placeholder="Pick a call or type an id",
        width=250,
    )


def _typed(key: str) -> list[str]:
    value: str | None = state.value(key, None)
    return [value] if value else []


def _parts(entry: Entry) -> None:
    for index in part_rows(entry):
        part = entry.message.parts[index]
        if isinstance(part, ImagePart | OtherPart):
            _part(entry, index, part)
    with st.expander("Attach images or files"):
        st.file_uploader(
            "Images or files",
            accept_multiple_files=True,
            key=edit_key(entry.id, "files"),
            label_visibility="collapsed",
        )


def _part(entry: Entry, index: int, part: ImagePart | OtherPart) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if picture := picture_of(part):
            st.image(picture, width=80)
        else:
            st.caption(part_line(part), width="stretch")
        if isinstance(part, ImagePart):
            key = edit_key(entry.id, f"detail-{index}")
            state.seed(key, part.detail)
            st.selectbox("Detail", DETAILS, key=key, width=120, placeholder="not set")
        st.button(
            "Remove",
            type="tertiary",
            icon=":material/close:",
            key=edit_key(entry.id, f"part-{index}-off"),
            on_click=editing.remove_part,
            args=(entry, index),
        )


def _calls(entry: Entry) -> None:
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


def _buttons(entry: Entry, role: str, *, is_last: bool) -> None:
    with st.container(horizontal=True):
        if role != "assistant":
            _button(entry, "Save and run from here", "run", is_primary=True)
        _button(entry, "Save", "stay", is_primary=role == "assistant")
        if role == "assistant" and not is_last:
            _button(entry, "Save and drop what follows", "cut")
        st.button(
            "Cancel", type="tertiary", key=edit_key(entry.id, "off"), on_click=editing.stop_editing
        )


def _button(entry: Entry, label: str, then: str, *, is_primary: bool = False) -> None:
    names = {"run": "run", "stay": "save", "cut": "cut"}
    st.button(
        escaped(label),
        type="primary" if is_primary else "secondary",
        key=edit_key(entry.id, names[then]),
        on_click=editing.save,
        args=(entry.id,),
        kwargs={"then": then},
    )
