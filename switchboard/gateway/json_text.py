"""JSON from the wire, read without surprises."""

import re
from json import JSONDecoder
from json.scanner import make_scanner
from math import isfinite
from typing import Any, Final, cast

_DEEPEST: Final = 200
_SHALLOW: Final = 2 * _DEEPEST  # No text as short as this can be deeper.
_PADDING: Final = " \t\r\n\ufeff"
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")
# A string without an end goes as far as the text, so that none of it is looked at twice.
_STRING_OR_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL)


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


def read_what_can_be_kept(text: str) -> Any:
    """The value, where a number too long and all that is nested too deeply are null. For text that
    is no JSON to ``read_json``: what stands beside them is not lost. Raises ``NotJson``."""
    text = _without_depths(text.strip(_PADDING))
    try:
        value, end = _SCAN_KEPT(text, 0)
    except (StopIteration, ValueError, RecursionError):
        raise NotJson("no JSON") from None
    if text[end:].strip():
        raise NotJson("more follows the value")
    return value


def _read_padded(text: str) -> Any:
    stripped = text.strip(_PADDING)
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


def _without_depths(text: str) -> str:
    """The text with null for whatever is nested deeper than can be kept."""
    if not _is_too_deep(text):
        return text
    kept: list[str] = []
    depth = start = 0
    for found in _STRING_OR_BRACKET.finditer(text):
        if found[0] in ("{", "["):
            depth += 1
            if depth == _DEEPEST + 1:
                kept += [text[start : found.start()], "null"]
                start = len(text)
        elif found[0] in ("}", "]"):
            depth -= 1
            if depth == _DEEPEST:
                start = found.end()
    return "".join(kept) + text[start:]


def _nothing(_: str) -> None:
    """NaN and Infinity are no JSON; kept as null so that what is stored is JSON again."""


def _finite(digits: str) -> float | None:
    """A number too large to hold, like Infinity, could not be stored as JSON again."""
    number = float(digits)
    return number if isfinite(number) else None


def _short(digits: str) -> int | None:
    """Python neither reads nor writes integers of more than some thousands of digits."""
    try:
        return int(digits)
    except ValueError:
        return None


# typeshed takes the decoder for a scanner.
_SCAN: Final = make_scanner(cast(Any, JSONDecoder(parse_constant=_nothing, parse_float=_finite)))
# Apart, because a function of our own for integers makes all reading slower.
_SCAN_KEPT: Final = make_scanner(
    cast(Any, JSONDecoder(parse_constant=_nothing, parse_float=_finite, parse_int=_short))
)
