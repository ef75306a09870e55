"""One widget for one value of the form: it shows the answer, and what a person does is taken by a
callback, so that nothing they did not touch is ever changed."""

import json
from collections.abc import Callable
from typing import Any, TypeAlias

import streamlit as st

from components import state
from components.plain import escaped, showable, with_code
from components.workshop_form_trial import Trial
from components.workshop_shown import shown
from switchboard.forms import (
    Answer,
    Field,
    Path,
    Plain,
    Raw,
    answers_of,
    as_raw,
    same,
    unread_problems,
    with_answer,
)
from switchboard.tools.json_text import read_json
from switchboard.wire import Json

_Read: TypeAlias = Callable[[Any], Answer]


def value_widget(trial: Trial, field: Field, answer: Answer, path: Path, *, label: str) -> None:
    """Draws an answer that holds no others."""
    draw = _DRAW.get(field.kind, _json)
    if isinstance(answer, Raw) and not (field.kind == "number" and "\n" not in answer.text):
        draw = _json
    draw(trial, field, answer, path, label)


def widget_key(trial: Trial, path: Path, kind: str) -> str:
    """A widget's key: of its place in the form, and of its kind."""
    return f"{trial.key}-{kind}-{json.dumps(path)}"


def _text(trial: Trial, field: Field, answer: Answer, path: Path, label: str) -> None:
    value = answer.value if isinstance(answer, Plain) else ""
    # A field of one line would drop the line breaks.
    is_long = isinstance(value, str) and ("\n" in value or len(value) > 100)
    draw = st.text_area if is_long else st.text_input
    key = shown(widget_key(trial, path, "lines" if is_long else "text"), value)
    draw(label, key=key, help=_about(field), **_taking(trial, path, key, Plain))


def _integer(trial: Trial, field: Field, answer: Answer, path: Path, label: str) -> None:
    value = answer.value if isinstance(answer, Plain) else 0
    key = shown(widget_key(trial, path, "integer"), value)
    st.number_input(
        label,
        step=1,
        key=key,
        help=_about(field),
        **_taking(trial, path, key, lambda number: Plain(int(number))),
    )


def _number(trial: Trial, field: Field, answer: Answer, path: Path, label: str) -> None:
    # Streamlit's number field rounds what it shows to a fixed count of digits.
    value = answer.text if isinstance(answer, Raw) else json.dumps(_plain(answer))
    key = shown(widget_key(trial, path, "number"), value)
    st.text_input(label, key=key, help=_about(field), **_taking(trial, path, key, _read_number))
    if isinstance(answer, Raw):
        st.caption(f":red[{escaped(showable(answer.text)) or 'Nothing'} is no number.]")


def _boolean(trial: Trial, field: Field, answer: Answer, path: Path, label: str) -> None:
    key = shown(widget_key(trial, path, "boolean"), _plain(answer))
    st.checkbox(label, key=key, help=_about(field), **_taking(trial, path, key, Plain))


def _null(_: Trial, field: Field, __: Answer, ___: Path, label: str) -> None:
    st.markdown(f"{label}: `null`", help=_about(field))


def _choice(trial: Trial, field: Field, answer: Answer, path: Path, label: str) -> None:
    options = field.options
    at = next(at for at, option in enumerate(options) if same(option, _plain(answer)))
    key = shown(widget_key(trial, path, "choice"), at)
    st.selectbox(
        label,
        range(len(options)),
        key=key,
        format_func=lambda index: _in_words(options, index),
        help=_about(field),
        **_taking(trial, path, key, lambda index: Plain(options[index])),
    )


def _json(trial: Trial, field: Field, answer: Answer, path: Path, label: str) -> None:
    raw = answer if isinstance(answer, Raw) else as_raw(_plain(answer))
    key = shown(widget_key(trial, path, "json"), raw.text)
    st.text_area(
        f"{label} (JSON)",
        key=key,
        height="content",
        help=_about(field),
        **_taking(trial, path, key, lambda text: _read_json(field, text)),
    )
    for problem in unread_problems(raw)[:1]:
        st.caption(f":red[Not JSON yet:] {with_code(problem.message)}")


_DRAW: dict[str, Callable[[Trial, Field, Answer, Path, str], None]] = {
    "text": _text,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "null": _null,
    "choice": _choice,
}


def _in_words(options: tuple[Json, ...], at: int) -> str:
    """Texts as they are, unless something that is no text stands beside them."""
    option = options[at]
    if all(isinstance(one, str) and one.strip() for one in options):
        return showable(str(option))
    return showable(json.dumps(option, ensure_ascii=False))


def _plain(answer: Answer) -> Json:
    return answer.value if isinstance(answer, Plain) else None


def _about(field: Field) -> str | None:
    return escaped(field.about) or None


def _taking(trial: Trial, path: Path, key: str, read: _Read) -> dict[str, Any]:
    return {"on_change": _take, "args": (trial, path, key, read)}


def _take(trial: Trial, path: Path, key: str, read: _Read) -> None:
    held = state.value(key, None)
    if held is not None:
        trial.put(with_answer(trial.answers, path, read(held)))


def _read_number(text: str) -> Answer:
    reading = read_json(text.strip())
    value = reading.value
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return Plain(value) if reading.is_json and is_number else Raw(text)


def _read_json(field: Field, text: str) -> Answer:
    """In its field again, if that can hold it; as it was typed, if not."""
    reading = read_json(text)
    answer = answers_of(field, reading.value) if reading.is_json else Raw(text)
    return Raw(text) if isinstance(answer, Raw) else answer
