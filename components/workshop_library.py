"""Every saved toolset, to open; all of them as one file, and back."""

from collections.abc import Sequence

import streamlit as st

from components import services, state
from components.figures import counted
from components.plain import escaped, with_code
from components.workshop_opening import open_example, open_new, open_saved
from components.zones import local
from switchboard.errors import StoreError
from switchboard.library import LARGEST_FILE, library_text, read_library
from switchboard.problems import Problem
from switchboard.store import Store
from switchboard.tools import example_toolsets
from switchboard.toolset_records import Imported, ToolsetSummary

_PICK, _FILE = "workshop-pick", "workshop-library-file"
_NEW = "new"
_SHOWN = 6


def toolset_picker(saved: Sequence[ToolsetSummary]) -> None:
    """Saved toolsets and examples in one list; what is written here can be brought back."""
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


def library_file(saved: Sequence[ToolsetSummary]) -> None:
    """All toolsets with their history as one file, and what such a file brings."""
    store = services.store()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            f"{counted(len(saved), 'toolset')} kept here, with every version.", width="stretch"
        )
        st.download_button(
            "Export all",
            lambda: _exported(store),
            file_name="switchboard-toolsets.json",
            mime="application/json",
            icon=":material/download:",
            key="workshop-library-export",
            on_click="ignore",
            disabled=not saved,
        )
    file = st.file_uploader(
        "Import such a file",
        type=["json"],
        key=f"{_FILE}-{state.value(_FILE, 0)}",
        max_upload_size=LARGEST_FILE // 2**20,
    )
    if file is not None:
        st.button(
            f"Import {escaped(file.name)}",
            type="primary",
            key="workshop-library-import",
            on_click=_import,
            args=(file.getvalue(),),
        )
    if told := state.value("workshop-library-told", ""):
        st.markdown(told)


def saved_lines(saved: Sequence[ToolsetSummary], *, opened: str | None) -> None:
    """The toolsets as rows to look at, the newest first."""
    rows = [
        {
            "Name": one.name,
            "Versions": one.versions,
            "Saved": local(one.saved_at).replace(tzinfo=None),
            "Here": "open" if one.id == opened else "",
        }
        for one in saved
    ]
    st.dataframe(rows, hide_index=True, key="workshop-library-list")


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
    if saved:
        open_saved(saved)
    elif workshop:
        workshop.notice = "This toolset is no longer there."


def _exported(store: Store) -> str:
    found = (store.toolset(one.id) for one in store.toolsets())
    return library_text([one for one in found if one])


def _import(data: bytes) -> None:
    reading = read_library(data.decode("utf-8", "replace"))
    told = _problems(reading.problems)
    if reading.toolsets:
        try:
            told = [_became(services.store().import_toolsets(reading.toolsets)), *told]
        except StoreError as error:
            told = [escaped(f"Nothing is imported: {error.message} {error.advice}")]
    state.plant("workshop-library-told", "\n".join(told))
    state.plant(_FILE, state.value(_FILE, 0) + 1)


def _became(imported: Imported) -> str:
    counts = (
        (imported.added, "added"),
        (imported.grown, "with more versions than before"),
        (imported.same, "here already"),
    )
    told = ", ".join(f"{count} {word}" for count, word in counts if count)
    return "\n".join([f"Imported: {told}.", *(f"- {escaped(note)}" for note in imported.notes)])


def _problems(problems: Sequence[Problem]) -> list[str]:
    lines = [f"- {escaped(one.pointer)}: {with_code(one.message)}" for one in problems[:_SHOWN]]
    if len(problems) > _SHOWN:
        lines.append(f"- … and {len(problems) - _SHOWN} more")
    return lines
