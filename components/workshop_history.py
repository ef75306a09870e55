"""Every version of a saved toolset: looked at beside another, taken up again, followed to runs."""

from collections.abc import Mapping

import streamlit as st

from components import services, state
from components.figures import counted
from components.plain import escaped, showable
from components.side_by_side import side_by_side
from components.workshop import Workshop
from components.workshop_edit import replace_text
from components.zones import local
from switchboard.tools import Tool, Toolset
from switchboard.toolset_records import SavedToolset, ToolsetVersion

_LEFT, _RIGHT = "workshop-history-left", "workshop-history-right"
_HERE = 0
"""Of the choice: the text as it stands in the editor."""


def history_panel(workshop: Workshop, _: Toolset, __: Tool | None) -> None:
    """Two versions to choose, side by side, and what can be done with the first."""
    saved = workshop.toolset_id and services.store().toolset(workshop.toolset_id)
    if not saved:
        st.caption(
            "Nothing is saved yet. Every Save adds a version, and each can be taken up again."
        )
        return
    versions = dict(saved.numbered)
    left, right = _choice(saved, versions, text=workshop.text)
    if version := versions.get(left):
        _deeds(left, version, is_here=version.text == workshop.text)
    _difference(_text(left, versions, workshop), _text(right, versions, workshop))


def _choice(
    saved: SavedToolset, versions: Mapping[int, ToolsetVersion], *, text: str
) -> tuple[int, int]:
    options = [_HERE, *versions]
    state.seed(_LEFT, _first(saved, text))
    state.seed(_RIGHT, _HERE)
    for key in (_LEFT, _RIGHT):
        if state.value(key, _HERE) not in options:
            state.plant(key, _HERE)

    def told(number: int) -> str:
        return _told(number, versions[number]) if number else "as it stands in the editor"

    one, other = st.columns(2)
    with one:
        left: int = st.selectbox("Version", options, key=_LEFT, format_func=told)
    with other:
        right: int = st.selectbox("Beside it", options, key=_RIGHT, format_func=told)
    return left, right


def _first(saved: SavedToolset, text: str) -> int:
    """What to look at first: the newest version that is not what stands in the editor."""
    newest = len(saved.versions)
    return max(newest - 1, 1) if saved.newest.text == text else newest


def _told(number: int, version: ToolsetVersion) -> str:
    note = f" · {version.note}" if version.note else ""
    return f"{number} · {local(version.saved_at):%d %B %Y, %H:%M}{note}"


def _deeds(number: int, version: ToolsetVersion, *, is_here: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Take this version up again",
            icon=":material/history:",
            key="workshop-restore",
            disabled=is_here,
            help="This is what stands in the editor." if is_here else None,
            on_click=_take_up,
            args=(number, version.text),
        )
        count = services.store().count_runs(toolset=version.hash)
        if count:
            st.page_link(
                "pages/runs.py",
                label=f"{counted(count, 'run')} with this version",
                icon=":material/history:",
                query_params={"toolset": version.hash},
            )
        else:
            st.caption("No runs with this version yet.")


def _take_up(number: int, text: str) -> None:
    if workshop := state.workshop():
        replace_text(workshop, text, f"Version {number}")


def _text(number: int, versions: Mapping[int, ToolsetVersion], workshop: Workshop) -> str:
    return versions[number].text if number else workshop.text


def _difference(before: str, after: str) -> None:
    both = side_by_side(showable(before), showable(after))
    if both.is_same:
        st.caption("The two are the same.")
        return
    left, right = st.columns(2)
    left.code(both.left, language="diff")
    right.code(both.right, language="diff")
    if both.is_cut:
        st.caption(escaped("There is more that differs than is shown."))
