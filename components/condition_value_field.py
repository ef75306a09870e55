"""The value of a condition: typed, or chosen where the argument has its choices."""

from dataclasses import replace

import streamlit as st

from components import state
from components.condition_draft import Line
from components.condition_values import NotTaken, typed_value, value_text
from components.plain import showable
from components.responder_told import refuse
from components.workshop_shown import shown
from switchboard.forms import same
from switchboard.wire import Json


def condition_value(line: Line) -> None:
    """Draws it; nothing for a relation that has none."""
    relation, value = line.condition.relation, line.condition.value
    if relation in ("is given", "is not given"):
        return
    options = _options(line)
    if relation == "is" and any(same(value, each) for each in options):
        _one_of(line, options)
    elif relation == "is one of" and isinstance(value, list):
        _several(line, options, value)
    else:
        _typed(line, _text(line))


def _options(line: Line) -> list[Json]:
    """The values to choose from; empty where any may be typed."""
    return [True, False] if line.field.kind == "boolean" else [*line.field.options]


def _one_of(line: Line, options: list[Json]) -> None:
    at = next(at for at, each in enumerate(options) if same(each, line.condition.value))
    key = shown(f"{line.key}-choice", at)
    st.selectbox(
        "Value",
        range(len(options)),
        key=key,
        format_func=lambda at: showable(value_text(options[at], line.typed)),
        width="stretch",
        on_change=lambda: line.put(replace(line.condition, value=options[state.value(key, 0)])),
    )


def _several(line: Line, options: list[Json], values: list[Json]) -> None:
    if options and all(any(same(each, one) for one in options) for each in values):
        held = [at for at, each in enumerate(options) if any(same(each, one) for one in values)]
        key = shown(f"{line.key}-choices", held)
        st.multiselect(
            "Values",
            range(len(options)),
            key=key,
            format_func=lambda at: showable(value_text(options[at], line.typed)),
            width="stretch",
            on_change=_take_choices,
            args=(line, key, options),
        )
        return
    key = shown(f"{line.key}-lines", "\n".join(value_text(one, line.typed) for one in values))
    st.text_area(
        "Values, one a line",
        key=key,
        height="content",
        width="stretch",
        on_change=_take_lines,
        args=(line, key),
    )


def _take_choices(line: Line, key: str, options: list[Json]) -> None:
    held: list[int] = state.value(key, [])
    _put_several(line, [options[at] for at in held])


def _take_lines(line: Line, key: str) -> None:
    try:
        lines = [each for each in state.value(key, "").splitlines() if each.strip()]
        _put_several(line, [typed_value(each, line.typed) for each in lines])
    except NotTaken as reason:
        refuse(line.key, str(reason))


def _put_several(line: Line, values: list[Json]) -> None:
    refuse(line.key, "" if values else "One value at least: otherwise nothing would fit.")
    if values:
        line.put(replace(line.condition, value=[*_different(values)]))


def _different(values: list[Json]) -> list[Json]:
    found: list[Json] = []
    for each in values:
        if not any(same(each, one) for one in found):
            found.append(each)
    return found


def _text(line: Line) -> str:
    if line.condition.relation == "matches":
        return str(line.condition.value)
    return value_text(line.condition.value, line.typed)


def _typed(line: Line, text: str) -> None:
    key = shown(f"{line.key}-value", showable(text))
    is_pattern = line.condition.relation == "matches"
    st.text_input(
        "Pattern" if is_pattern else "Value",
        key=key,
        width="stretch",
        help="A regular expression: `^Par` is whatever begins so." if is_pattern else None,
        on_change=_take_typed,
        args=(line, key),
    )


def _take_typed(line: Line, key: str) -> None:
    text: str = state.value(key, "")
    try:
        value = text if line.condition.relation == "matches" else typed_value(text, line.typed)
    except NotTaken as reason:
        refuse(line.key, str(reason))
        return
    refuse(line.key, "")
    line.put(replace(line.condition, value=value))
