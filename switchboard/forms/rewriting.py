"""A toolset's text with one function changed, and as little of the text as that takes."""

import json

from switchboard.problems import JsonPath
from switchboard.tools.appending import with_item, with_key
from switchboard.tools.json_text import read_json
from switchboard.tools.places import Places
from switchboard.tools.splicing import with_value
from switchboard.wire import Json, JsonObject

_LONGEST_LINE = 80
_INDENT = "  "


def value_at(text: str, path: JsonPath) -> Json:
    """What stands at the path. Raises ``KeyError`` where nothing does."""
    found = read_json(text).value
    for step in path:
        if not isinstance(found, dict | list):
            raise KeyError(path)
        try:
            found = found[step]  # type: ignore[index]
        except (IndexError, TypeError):
            raise KeyError(path) from None
    return found


def rewritten(text: str, path: JsonPath, new: Json) -> str:
    """The text with this value at the path: what is the same in both stays as it is written.

    Raises ``KeyError`` where the text has no value there, or is no JSON.
    """
    old = value_at(text, path)
    if _alike(old, new):
        return text
    if isinstance(old, dict) and isinstance(new, dict) and _grows(list(old), list(new)):
        return _object(text, path, old, new)
    if isinstance(old, list) and isinstance(new, list) and _grows(old, new) and old:
        for item in new[len(old) :]:
            text = with_item(text, path, item)
        return text
    return _replaced(text, path, new)


def with_tool(text: str, function: JsonObject) -> str:
    """One tool more at the end. Raises ``KeyError`` where the text is no JSON."""
    tool: JsonObject = {"type": "function", "function": function}
    if not text.strip("\ufeff \t\r\n"):
        return json.dumps([tool], ensure_ascii=False, indent=2)
    value = value_at(text, ())
    if isinstance(value, dict):
        lines = text.strip("\ufeff \t\r\n").replace("\n", f"\n{_INDENT}")
        text = f"[\n{_INDENT}{lines}\n]"
    elif not value:
        return json.dumps([tool], ensure_ascii=False, indent=2)
    return with_item(text, (), tool)


def without_tool(text: str, path: JsonPath) -> str:
    """Without the tool whose function stands at the path, the others as they are written.

    Raises ``KeyError`` where there is none.
    """
    if not path or not isinstance(path[0], int):
        return "[]"
    places, at = Places(text), path[0]
    span = places.span((at,))
    if span is None:
        raise KeyError(path)
    before, after = places.span((at - 1,)), places.span((at + 1,))
    if after:
        return text[: span[0]] + text[after[0] :]
    return text[: before[1]] + text[span[1] :] if before else "[]"


def _object(text: str, path: JsonPath, old: JsonObject, new: JsonObject) -> str:
    for key, item in new.items():
        is_new = key not in old
        text = with_key(text, path, key, item) if is_new else rewritten(text, (*path, key), item)
    return text


def _grows(old: list[Json], new: list[Json]) -> bool:
    """Whether the new one begins with all of the old one."""
    return len(new) >= len(old) and all(map(_alike, old, new))


def _alike(one: Json, other: Json) -> bool:
    return one == other and json.dumps(one) == json.dumps(other)


def _replaced(text: str, path: JsonPath, new: Json) -> str:
    """On one line where the old value was on one and the new one is short enough."""
    span = Places(text).span(path)
    line = json.dumps(new, ensure_ascii=False)
    if span and "\n" not in text[slice(*span)] and len(line) <= _LONGEST_LINE:
        return text[: span[0]] + line + text[span[1] :]
    return with_value(text, path, new)
