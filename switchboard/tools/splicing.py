"""A JSON text with one value in another's place, and all the rest as the person wrote it."""

import json

from switchboard.problems import JsonPath
from switchboard.tools.places import Places
from switchboard.wire import Json

_INDENT = 2


def with_value(text: str, path: JsonPath, value: Json) -> str:
    """The text with this value at the path, on lines of its own where the old one was.

    Raises ``KeyError`` where the text has no value there, or is no JSON.
    """
    span = Places(text).span(path)
    if span is None:
        raise KeyError(path)
    start, end = span
    is_short = "\n" not in text[start:end] and not isinstance(value, dict | list)
    indent = None if is_short else _INDENT
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return text[:start] + written.replace("\n", f"\n{_margin(text, start)}") + text[end:]


def _margin(text: str, offset: int) -> str:
    """The white space that the line of this offset begins with."""
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return line[: len(line) - len(line.lstrip(" \t"))]
