"""A JSON text with one value changed, and all the rest as the person wrote it."""

import json
from collections.abc import Sequence

from switchboard.problems import JsonPath
from switchboard.tools.places import Places
from switchboard.wire import Json, JsonObject

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


def with_entries(text: str, entries: Sequence[JsonObject]) -> str:
    """The toolset's text with these tools in it: in the place of one of the same name, else last.

    Raises ``KeyError`` where the text is no JSON; an empty one takes them all.
    """
    if not text.strip("\ufeff \t\r\n"):
        return json.dumps([*entries], ensure_ascii=False, indent=_INDENT)
    if Places(text).span(()) is None:
        raise KeyError(())
    for entry in entries:
        value = json.loads(text.lstrip("\ufeff"))
        at = _place_of(value, _name(entry))
        text = _appended(text, value, entry) if at is None else with_value(text, at, entry)
    return text


def _place_of(value: Json, name: str) -> JsonPath | None:
    if isinstance(value, dict):
        return () if _name(value) == name else None
    listed = value if isinstance(value, list) else []
    found = (at for at, each in enumerate(listed) if isinstance(each, dict) and _name(each) == name)
    at = next(found, None)
    return None if at is None else (at,)


def _name(entry: JsonObject) -> str:
    function = entry.get("function", entry)
    name = function.get("name") if isinstance(function, dict) else None
    return name if isinstance(name, str) else ""


def _appended(text: str, value: Json, entry: JsonObject) -> str:
    if not isinstance(value, list) or not value:
        before = [] if value == [] else [value]
        return with_value(text, (), [*before, entry])
    _, end = Places(text).span((len(value) - 1,)) or (0, 0)
    start, _ = Places(text).span((0,)) or (0, 0)
    written = json.dumps(entry, ensure_ascii=False, indent=_INDENT)
    line = f"\n{_margin(text, start)}"
    return f"{text[:end]},{line}{written.replace(chr(10), line)}{text[end:]}"


def _margin(text: str, offset: int) -> str:
    """The white space that the line of this offset begins with."""
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return line[: len(line) - len(line.lstrip(" \t"))]
