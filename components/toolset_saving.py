"""Under which name the toolset is kept, and keeping it: as a new version or a new toolset."""

from dataclasses import replace

import streamlit as st

from components import services, state
from components.json_editor import typed_text
from components.origin import Origin
from components.plain import escaped
from components.setup import Setup
from components.to_tools import open_in_tools_button
from components.toolset_origin import Kept
from components.toolset_picker import EDITOR
from components.workspace import Workspace
from switchboard.errors import StoreError, ToolsetChanged
from switchboard.tools import example_toolsets
from switchboard.toolset_records import (
    LONGEST_NAME,
    LONGEST_NOTE,
    NAMELESS,
    SavedToolset,
    text_hash,
)

_NEW = ""
_SAVE, _NAME, _NOTE = "toolset-save", "toolset-save-name", "toolset-save-note"


def saving_row(workspace: Workspace, setup: Setup, kept: Kept) -> None:
    """What this is saved as, Save, and the way to the Tools page."""
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.caption(escaped(saved_as(workspace, kept)), width="stretch")
        _save(workspace, setup, kept)
        text = workspace.conversation.toolset
        open_in_tools_button(
            kept.version,
            text_hash(text),
            lambda: text,
            key="toolset-to-tools",
            origin=workspace.origin,
        )
    if workspace.told_of_toolset:
        st.warning(escaped(workspace.told_of_toolset))


def saved_as(workspace: Workspace, kept: Kept) -> str:
    """In a few words."""
    if kept.version:
        older = "" if kept.version.is_newest else " (older)"
        return f"{kept.version.name} · version {kept.version.number}{older}"
    if not workspace.conversation.toolset.strip():
        return ""
    if kept.source:
        return f"{kept.source.name} · changed"
    return "Not saved"


def _save(workspace: Workspace, setup: Setup, kept: Kept) -> None:
    is_kept = kept.version is not None and kept.version.is_newest
    has_nothing = not workspace.conversation.toolset.strip()
    with st.popover(
        "Save",
        type="tertiary",
        icon=":material/save:",
        key=_SAVE,
        disabled=is_kept or has_nothing,
        # Only what is told of its state can be closed from here.
        on_change="rerun",
    ):
        target = _target(kept)
        proposed = _proposed_name(workspace, setup)
        if target == _NEW:
            st.text_input("Name", key=_NAME, max_chars=LONGEST_NAME, placeholder=proposed)
        st.text_input(
            "What changed", key=_NOTE, max_chars=LONGEST_NOTE, placeholder="a note, if you like"
        )
        st.button(
            "Save this version",
            type="primary",
            key="toolset-save-now",
            on_click=_keep,
            args=(target, proposed, kept),
        )


def _target(kept: Kept) -> str:
    """A new toolset, or the one that gets a new version."""
    names = {one.id: one.name for one in kept.toolsets}
    first = kept.source.id if kept.source else _NEW
    chosen: str = st.selectbox(
        "Save as",
        [_NEW, *names],
        index=[_NEW, *names].index(first),
        # Another one begins where the text was taken from another toolset.
        key=f"toolset-save-to-{first}",
        format_func=lambda one: f"A new version of {names[one]}" if one else "A new toolset",
    )
    return chosen


def _proposed_name(workspace: Workspace, setup: Setup) -> str:
    text = workspace.conversation.toolset
    example = next((one.name for one in example_toolsets() if one.text == text), None)
    first_tool = next((tool.name for tool in setup.toolset.tools), NAMELESS)
    return (example or first_tool)[:LONGEST_NAME]


def _keep(target: str, proposed: str, kept: Kept) -> None:
    workspace = state.workspace()
    # What was typed a moment ago: a callback runs before the page takes it.
    text = typed_text(EDITOR, workspace.conversation.toolset)
    workspace.conversation = replace(workspace.conversation, toolset=text)
    name = state.value(_NAME, "").strip() or proposed
    seen = kept.seen(target, workspace.origin) if target else None
    try:
        workspace.told_of_toolset = _kept(workspace, target or None, name, seen=seen)
    except StoreError as error:
        workspace.told_of_toolset = f"This is not saved: {error.message} {error.advice}"


def _kept(workspace: Workspace, target: str | None, name: str, *, seen: str | None) -> str:
    """Saves the text; what there is to tell where somebody else was faster."""
    text, note = workspace.conversation.toolset, state.value(_NOTE, "")
    try:
        saved = services.store().save_toolset(target, name, text, note, seen=seen)
    except ToolsetChanged as error:
        return _overtaken(workspace, target, error)
    _is_kept(workspace, saved)
    return ""


def _is_kept(workspace: Workspace, saved: SavedToolset) -> None:
    workspace.origin = Origin(saved.id, saved.newest.hash)
    state.plant(_SAVE, False)
    state.plant(_NAME, "")
    state.plant(_NOTE, "")


def _overtaken(workspace: Workspace, target: str | None, error: ToolsetChanged) -> str:
    newer = services.store().toolset(target or "")
    if newer is None or newer.deleted_at:
        return f"This is not saved: {error.message} Save it as a new toolset."
    workspace.origin = Origin(newer.id, newer.newest.hash)
    return (
        f"This is not saved yet: “{newer.name}” has a version {len(newer.versions)} that you have"
        " not seen. Save again to put yours after it; both are kept."
    )
