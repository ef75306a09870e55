"""The images and files of a message: the fields of its editor."""

import streamlit as st

from components import editing, state
from components.attachments import DETAILS
from components.message_content import part_line, picture_of
from components.message_draft import edit_key, part_rows
from switchboard.conversations import Entry
from switchboard.messages import ImagePart, OtherPart


def part_fields(entry: Entry) -> None:
    """A line for each part, and a place for more."""
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
