"""Tools of another format, put straight into the editor: read as what they are with one click."""

import streamlit as st

from components import state
from components.workshop import Workshop
from components.workshop_edit import replace_text, take_typed
from switchboard.formats import FORMATS, Reading, read_tools
from switchboard.tools import Toolset, check_toolset, with_entries

_NAMES = {each.id: each.name for each in FORMATS}
_LONGEST = 1_000_000


def offer_to_read(workshop: Workshop, toolset: Toolset) -> None:
    """A button where that mends every problem; nothing elsewhere."""
    reading = _reading(workshop.text) if toolset.problems else None
    if reading is None:
        return
    st.button(
        f"Read it as {_NAMES[reading.format]}",
        icon=":material/login:",
        key="workshop-read-as",
        on_click=_read,
    )


def _reading(text: str) -> Reading | None:
    if len(text) > _LONGEST:
        return None
    reading = read_tools(text)
    is_whole = reading.entries and not reading.problems and reading.format in _NAMES
    if not is_whole or check_toolset(with_entries("", reading.entries)).problems:
        return None
    return reading


def _read() -> None:
    workshop = state.workshop()
    if workshop is None:
        return
    take_typed(workshop)
    if reading := _reading(workshop.text):
        said = f"Read as {_NAMES[reading.format]}"
        replace_text(workshop, with_entries("", reading.entries), said)
        workshop.notice = " ".join(reading.notes[:3])
