"""JSON from the wire, read without surprises."""

import re
from json import JSONDecoder
from json.scanner import make_scanner
from math import isfinite
from typing import Any, Final, cast

_DEEPEST: Final = 200
_SHALLOW: Final = 2 * _DEEPEST  # No text as short as this can be deeper.
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")


class NotJson(ValueError):
    """The text is no JSON, or so deeply nested that keeping and showing it would fail."""


def read_json(text: str) -> Any:
    """The value. The scanner alone spares the searches for white space of ``json.loads``, which are
    two fifths of its time on lines as short as a chunk's. Raises ``NotJson``."""
    if len(text) > _SHALLOW and _is_too_deep(text):
        raise NotJson("nested too deeply")
    try:
        value, end = _SCAN(text, 0)
    except (StopIteration, ValueError, RecursionError):
        return _read_padded(text)
    if end == len(text) or text[end:].isspace():
        return value
    raise NotJson("more follows the value")


def read_json_at(text: str, start: int) -> tuple[Any, int]:
    """The value that begins there, and where it ends. Raises ``NotJson``."""
    if len(text) > _SHALLOW and _is_too_deep(text):
        raise NotJson("nested too deeply")
    try:
        return _SCAN(text, start)
    except (StopIteration, ValueError, RecursionError):
        raise NotJson("no JSON") from None


def _read_padded(text: str) -> Any:
    stripped = text.strip(" \t\r\n\ufeff")
    if stripped == text:
        raise NotJson("no JSON")
    return read_json(stripped)


def _is_too_deep(text: str) -> bool:
    if text.count("{") + text.count("[") <= _DEEPEST:
        return False
    depth = deepest = 0
    for bracket in _BRACKET.findall(_STRING.sub("", text)):
        depth += 1 if bracket in "{[" else -1
        deepest = max(deepest, depth)
    return deepest > _DEEPEST


def _nothing(_: str) -> None:
    """NaN and Infinity are no JSON; kept as null so that what is stored is JSON again."""


def _finite(digits: str) -> float | None:
    """A number too large to hold, like Infinity, could not be stored as JSON again."""
    number = float(digits)
    return number if isfinite(number) else None


# typeshed takes the decoder for a scanner.
_SCAN: Final = make_scanner(cast(Any, JSONDecoder(parse_constant=_nothing, parse_float=_finite)))
