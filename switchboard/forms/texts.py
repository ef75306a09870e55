"""A form as the text it would be sent as."""

import json
from collections.abc import Iterable

from switchboard.forms.answers import Answer, Chosen, Listed, Named, Plain
from switchboard.tools.json_text import read_json
from switchboard.wire import Json

_INDENT = "  "


def text_of(answer: Answer, margin: str = "") -> str:
    """JSON laid out in lines; where a part of the form is no JSON, its text as it was typed.

    ``margin`` is what lines after the first begin with.
    """
    inner = margin + _INDENT
    if isinstance(answer, Plain):
        return _written(answer.value, margin)
    if isinstance(answer, Listed):
        return _enclosed("[", (text_of(item, inner) for item in answer.items), "]", margin)
    if isinstance(answer, Named):
        lines = (f"{_written(name)}: {text_of(one, inner)}" for name, one in answer.members)
        return _enclosed("{", lines, "}", margin)
    if isinstance(answer, Chosen):
        return text_of(answer.answer, margin)
    reading = read_json(answer.text)
    return _written(reading.value, margin) if reading.is_json else answer.text


def _enclosed(opening: str, lines: Iterable[str], closing: str, margin: str) -> str:
    joined = ",\n".join(f"{margin}{_INDENT}{line}" for line in lines)
    return f"{opening}\n{joined}\n{margin}{closing}" if joined else opening + closing


def _written(value: Json, margin: str = "") -> str:
    return json.dumps(value, ensure_ascii=False, indent=2).replace("\n", f"\n{margin}")
