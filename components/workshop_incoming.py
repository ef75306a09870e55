"""What was brought in: which of it is taken over, and what could not be understood."""

from collections.abc import Sequence

import streamlit as st

from components import state
from components.errands import Incoming
from components.figures import counted
from components.plain import escaped, showable, with_code
from components.workshop import Workshop
from components.workshop_edit import replace_text
from components.workshop_request import request_view
from switchboard.formats import FORMATS, Reading
from switchboard.formats.openapi import OpenApi
from switchboard.formats.requests import RequestReading
from switchboard.problems import Problem
from switchboard.tools import check_toolset, with_entries
from switchboard.wire import JsonObject

_NAMES = {each.id: each.name for each in FORMATS}
_SHOWN = 8
_CHOICE = "workshop-in-choice"


def incoming_view(workshop: Workshop, incoming: Incoming) -> None:
    """What was read, to be taken over or put away."""
    with st.container(border=True, key="workshop-incoming"):
        if incoming.openapi:
            _document(workshop, incoming.openapi)
        elif incoming.request:
            _request(workshop, incoming.request)
        elif incoming.reading:
            _tools(workshop, incoming.reading)
        st.button("Put it away", type="tertiary", key="workshop-in-away", on_click=put_away)


def put_away() -> None:
    """Forgets what was brought in."""
    workshop = state.workshop()
    if workshop is not None:
        workshop.errands.incoming = None
        state.forget(_CHOICE)


def _tools(workshop: Workshop, reading: Reading) -> None:
    count = len(reading.entries)
    form = _NAMES.get(reading.format, "")
    st.markdown(f"**{counted(count, 'tool')} found**{f', written for {form}' if form else ''}")
    _told(reading.problems, reading.notes)
    if not count:
        return
    names = [_name(entry) for entry in reading.entries]
    chosen = _choice(names, label="Tools") if count > 1 else [0]
    _take_buttons(workshop, [reading.entries[at] for at in chosen])


def _request(workshop: Workshop, request: RequestReading) -> None:
    _told(request.problems, request.notes)
    request_view(request)
    if request.entries:
        _take_buttons(workshop, request.entries)


def _document(workshop: Workshop, document: OpenApi) -> None:
    count = counted(len(document.operations), "operation")
    st.markdown(f"**{escaped(document.title) or 'OpenAPI document'}**: {count}")
    _told(document.problems, ())
    rows = [
        {
            "Method": each.method,
            "Path": each.path,
            "Summary": f"(deprecated) {each.summary}" if each.is_deprecated else each.summary,
        }
        for each in document.operations
    ]
    if not rows:
        return
    st.caption("Choose the operations that become tools.")
    picked = st.dataframe(
        rows,
        hide_index=True,
        height="auto" if len(rows) < 9 else 320,
        key=_CHOICE,
        on_select="rerun",
        selection_mode="multi-row",
    )
    ids = [document.operations[at].id for at in picked.selection.rows if at < len(rows)]
    reading = document.reading(ids) if ids else Reading("openapi")
    _told(reading.problems, reading.notes)
    _take_buttons(workshop, reading.entries)


def _choice(names: Sequence[str], *, label: str) -> list[int]:
    state.seed(_CHOICE, list(range(len(names))))
    chosen: list[int] = st.multiselect(
        label, range(len(names)), key=_CHOICE, format_func=lambda at: showable(names[at])
    )
    return sorted(chosen)


def _take_buttons(workshop: Workshop, entries: Sequence[JsonObject]) -> None:
    can_add = _can_be_added(workshop.text)
    _tell_replaced(workshop.text, entries)
    with st.container(horizontal=True):
        st.button(
            f"Add {counted(len(entries), 'tool')}" if entries else "Add",
            type="primary",
            icon=":material/add:",
            key="workshop-in-add",
            disabled=not (entries and can_add),
            help=None if can_add else "Mend the text in the editor first: it is no JSON.",
            on_click=_add,
            args=(entries,),
        )
        st.button(
            "Put in the toolset's place",
            key="workshop-in-replace",
            disabled=not entries,
            on_click=_replace,
            args=(entries,),
        )


def _tell_replaced(text: str, entries: Sequence[JsonObject]) -> None:
    """Which tools of the toolset would not be there any more as they are."""
    there = {tool.name for tool in check_toolset(text).tools}
    names = [name for name in dict.fromkeys(map(_name, entries)) if name in there]
    if not names:
        return
    more = [f"{len(names) - _SHOWN} more"] if len(names) > _SHOWN else []
    said = ", ".join([*(f"**{escaped(name)}**" for name in names[:_SHOWN]), *more])
    is_one = len(names) == 1
    st.caption(
        f":material/swap_horiz: Here already: {said}. **Add** puts what was brought in into "
        f"{'its' if is_one else 'their'} place."
    )


def _can_be_added(text: str) -> bool:
    try:
        with_entries(text, ())
    except KeyError:
        return False
    return True


def _add(entries: Sequence[JsonObject]) -> None:
    workshop = state.workshop()
    if workshop is not None:
        said = f"Add {counted(len(entries), 'tool')}"
        replace_text(workshop, with_entries(workshop.text, entries), said)
        put_away()


def _replace(entries: Sequence[JsonObject]) -> None:
    workshop = state.workshop()
    if workshop is not None:
        said = f"Put {counted(len(entries), 'tool')} in the toolset's place"
        replace_text(workshop, with_entries("", entries), said)
        put_away()


def _told(problems: Sequence[Problem], notes: Sequence[str]) -> None:
    if problems:
        st.error(_list([f"{_place(each)}{with_code(each.message)}" for each in problems]))
    if notes:
        with st.expander(f":material/info: {counted(len(notes), 'note')}"):
            st.markdown(_list([with_code(note) for note in notes]))


def _list(lines: Sequence[str]) -> str:
    shown = [f"- {line}" for line in lines[:_SHOWN]]
    if len(lines) > _SHOWN:
        shown.append(f"- … and {len(lines) - _SHOWN} more")
    return "\n".join(shown)


def _place(problem: Problem) -> str:
    line = f"Line {problem.line}, " if problem.line else ""
    place = f"{line}{escaped(problem.pointer) if problem.path else ''}".strip(", ")
    return f"{place}: " if place else ""


def _name(entry: JsonObject) -> str:
    function = entry.get("function")
    name = function.get("name") if isinstance(function, dict) else None
    return name if isinstance(name, str) else "a tool without a name"
