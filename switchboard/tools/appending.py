"""A JSON text with one more member in a container, and all the rest as the person wrote it."""

import json
import re

from switchboard.problems import JsonPath
from switchboard.tools.places import Places
from switchboard.wire import Json

_INDENT = 2
_FIRST_ON_ITS_LINE = re.compile(r"[ \t]*(\r?\n)(?:[ \t]*\r?\n)*([ \t]*)\S")

_BEGINS_A_LINE = re.compile(r'([ \t]*)(?:"(?:[^"\\]|\\.)*"[ \t]*:[ \t]*)?')


def with_item(text: str, path: JsonPath, value: Json) -> str:
    """The text with this value behind the last of the array at the path.

    Raises ``KeyError`` where the text has no array there, or is no JSON.
    """
    return _appended(text, path, "[", "", value)


def with_key(text: str, path: JsonPath, key: str, value: Json) -> str:
    """The text with this key behind the last of the object at the path.

    Raises ``KeyError`` where the text has no object there or one with this key, or is no JSON.
    """
    if Places(text).span((*path, key)):
        raise KeyError(key)
    return _appended(text, path, "{", f"{json.dumps(key)}: ", value)


def _appended(text: str, path: JsonPath, opening: str, label: str, value: Json) -> str:
    span = Places(text).span(path)
    if span is None or text[span[0]] != opening:
        raise KeyError(path)
    start, end = span[0] + 1, span[1] - 1
    inner = text[start:end]
    said = inner.rstrip(" \t\r\n")
    if not said:
        return text[:start] + _alone(text, span[0], label, value) + text[end:]
    # Laid out as the first member is: on a line of its own, or all on one.
    own_line = _FIRST_ON_ITS_LINE.match(inner)
    line = f"{own_line[1]}{own_line[2]}" if own_line else " "
    member = label + (_written(value, line) if own_line else _written(value))
    return text[: start + len(said)] + f",{line}{member}" + text[start + len(said) :]


def _alone(text: str, opening: int, label: str, value: Json) -> str:
    """The only member: on a line of its own where its container begins a line, as it does when
    the text is laid out."""
    begin = text.rfind("\n", 0, opening)
    begins_a_line = _BEGINS_A_LINE.fullmatch(text, begin + 1, opening)
    if begin < 0 or begins_a_line is None:
        return label + _written(value)
    end = "\r\n" if text[begin - 1 : begin] == "\r" else "\n"
    last = f"{end}{begins_a_line[1]}"
    line = last + " " * _INDENT
    return f"{line}{label}{_written(value, line)}{last}"


def _written(value: Json, line: str | None = None) -> str:
    if line is None:
        return json.dumps(value, ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False, indent=_INDENT).replace("\n", line)
