"""JSON from the wire, read without surprises."""

from json import JSONDecoder
from typing import Any, Final


class NotJson(ValueError):
    """The text is no JSON, or more deeply nested than can be read."""


def _nothing(_: str) -> None:
    """NaN and Infinity are no JSON; kept as null so that what is stored is JSON again."""


_DECODE: Final = JSONDecoder(parse_constant=_nothing).raw_decode


def read_json(text: str) -> Any:
    """The value. ``raw_decode`` spares the two searches for white space of ``json.loads``, which
    is most of its overhead on lines as short as a chunk's. Raises ``NotJson``."""
    try:
        value, end = _DECODE(text)
    except (ValueError, RecursionError):
        return _read_padded(text)
    if end != len(text) and not text[end:].isspace():
        raise NotJson("more follows the value")
    return value


def _read_padded(text: str) -> Any:
    stripped = text.strip(" \t\r\n\ufeff")
    if stripped == text:
        raise NotJson("no JSON")
    return read_json(stripped)
