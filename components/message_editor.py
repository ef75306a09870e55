"""An editor of one message of any role."""

from typing import get_args

import streamlit as st

from components import editing, state
from components.call_fields import call_fields
from components.message_draft import edit_key
from components.part_fields import part_fields
from components.plain import showable
from switchboard.conversations import Conversation, Entry
from switchboard.wire import Role


def message_editor(entry: Entry, conversation: Conversation, *, is_last: bool = False) -> None:
    """Draws the fields that the message's role has, and what can be done with them.

    ``is_last``: whether nothing follows the message.
    """
    role = _head(entry, conversation)
    state.seed(edit_key(entry.id), showable(entry.message.text))
    st.text_area("Text", key=edit_key(entry.id), height="content", label_visibility="collapsed")
    if role == "user":
        part_fields(entry)
    if role == "assistant":
        call_fields(entry)
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
        label,
        type="primary" if is_primary else "secondary",
        key=edit_key(entry.id, names[then]),
        on_click=editing.save,
        args=(entry.id,),
        kwargs={"then": then},
    )
