"""Saved toolsets and examples in one list: the one that is picked takes the editor's place."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from components import services, state
from components.figures import counted
from components.json_editor import replace_text
from components.origin import Origin
from components.workspace import Workspace
from switchboard.errors import StoreError
from switchboard.tools import example_toolsets
from switchboard.toolset_records import ToolsetSummary, text_hash

EDITOR = "toolset"
_PICK = "toolset-example"
_SAVED = "saved-"


def toolset_picker(toolsets: Sequence[ToolsetSummary]) -> None:
    """Draws the list: what was saved first, then the examples."""
    said = {f"{_SAVED}{one.id}": _saved_line(one) for one in toolsets}
    said |= {one.name: f"{one.name}: {one.description}" for one in example_toolsets()}
    first = "Open a toolset…" if toolsets else "Start from an example…"
    st.selectbox(
        first.removesuffix("…"),
        list(said),
        index=None,
        key=_PICK,
        placeholder=first,
        label_visibility="collapsed",
        format_func=lambda one: said.get(one, one),
        on_change=_take,
    )


def put_aside_button(workspace: Workspace) -> None:
    """The way back to what was typed before something was picked."""
    if workspace.put_aside is not None:
        st.button("Bring back what was here", type="tertiary", on_click=_bring_back)


def _saved_line(one: ToolsetSummary) -> str:
    return f"{one.name} · {counted(one.versions, 'version')}"


def _take() -> None:
    picked = state.value(_PICK, "")
    workspace = state.workspace()
    workspace.told_of_toolset = ""
    try:
        if picked.startswith(_SAVED):
            _take_saved(workspace, picked.removeprefix(_SAVED))
        elif picked:
            _take_example(workspace, picked)
    except StoreError as error:
        workspace.told_of_toolset = f"This is not opened: {error.message} {error.advice}"
    state.plant(_PICK, None)


def _take_saved(workspace: Workspace, toolset_id: str) -> None:
    saved = services.store().toolset(toolset_id)
    if saved is None or saved.deleted_at:
        workspace.told_of_toolset = "This toolset was deleted in another tab."
        return
    take_text(workspace, saved.newest.text, origin=Origin(saved.id, saved.newest.hash))


def _take_example(workspace: Workspace, name: str) -> None:
    text = next((one.text for one in example_toolsets() if one.name == name), None)
    if text is not None:
        take_text(workspace, text)


def take_text(workspace: Workspace, text: str, *, origin: Origin | None = None) -> None:
    """Puts this text into the editor; one that is kept nowhere else is put aside."""
    old = workspace.conversation.toolset
    if old != text and not _is_kept(old):
        workspace.put_aside = old
    _put(workspace, text)
    workspace.origin = origin


def _is_kept(text: str) -> bool:
    """Whether a text can be had again in another way."""
    known = {one.text for one in example_toolsets()} | {""}
    return text in known or bool(services.store().toolset_of(text_hash(text)))


def _bring_back() -> None:
    workspace = state.workspace()
    text, workspace.put_aside = workspace.put_aside, None
    _put(workspace, text or "")


def _put(workspace: Workspace, text: str) -> None:
    workspace.conversation = replace(workspace.conversation, toolset=text)
    replace_text(EDITOR)
