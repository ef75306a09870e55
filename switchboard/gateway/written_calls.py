"""Notations in which models write calls as text, as their chat templates teach them.

Sources: docs/quirks.md 17, and the models' own templates. Texts are split at fixed marks, never
searched with patterns that could look back, so any text takes time in proportion to its length.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from switchboard.gateway.json_text import NotJson, read_json


@dataclass(frozen=True, slots=True)
class Written:
    """A call found in text."""

    name: str
    arguments: str


def written_calls(text: str) -> list[Written]:
    """The calls of the first notation that the text has any of."""
    return next((found for notation in _NOTATIONS if (found := list(notation(text)))), [])


def has_marks(text: str) -> bool:
    """Whether the text has the marks of a notation, which nobody writes for another reason."""
    return any(mark in text for mark in _MARKS)


def _functions(text: str) -> Iterator[Written]:
    """``<function=NAME><parameter=K>V</parameter></function>``, or JSON in place of parameters."""
    for part in _between(text, "<function=", "</function>"):
        name, _, body = part.partition(">")
        if body.strip().startswith("{"):
            yield Written(name.strip(), body.strip())
        else:
            yield _with_values(name, _pairs(body, "<parameter=", "</parameter>"))


def _invocations(text: str) -> Iterator[Written]:
    """``<invoke name="NAME"><parameter name="K">V</parameter></invoke>``."""
    for part in _between(text, "<invoke name=", "</invoke>"):
        name, _, body = part.partition(">")
        yield _with_values(name, _pairs(body, "<parameter name=", "</parameter>"))


def _tagged(text: str) -> Iterator[Written]:
    """JSON between ``<tool_call>`` tags, or a name, then ``<arg_key>`` and ``<arg_value>`` tags."""
    for part in _between(text, "<tool_call>", "</tool_call>"):
        name, mark, rest = part.partition("<arg_key>")
        if mark:
            yield _with_values(name, _keys_and_values(mark + rest))
        else:
            yield from _from_json(part)


def _kimi(text: str) -> Iterator[Written]:
    """``<|tool_call_begin|>functions.NAME:0<|tool_call_argument_begin|>{…}<|tool_call_end|>``."""
    for part in _between(text, "<|tool_call_begin|>", "<|tool_call_end|>"):
        name, mark, arguments = part.partition("<|tool_call_argument_begin|>")
        if mark:
            name = name.strip().removeprefix("functions.").rpartition(":")[0] or name.strip()
            yield Written(name, arguments.strip())


def _deepseek(text: str) -> Iterator[Written]:
    """The name before a separator and the arguments after it, or a kind before and both after."""
    for part in _between(text, "<｜tool▁call▁begin｜>", "<｜tool▁call▁end｜>"):
        before, mark, after = part.partition("<｜tool▁sep｜>")
        name, fence, arguments = after.partition("```json")
        if mark and fence:
            yield Written(name.strip(), arguments.partition("```")[0].strip())
        elif mark:
            yield Written(before.strip(), after.strip())


def _mistral(text: str) -> Iterator[Written]:
    """``[TOOL_CALLS]NAME[ARGS]{…}``, or a list of calls after ``[TOOL_CALLS]``."""
    for part in text.split("[TOOL_CALLS]")[1:]:
        name, mark, arguments = part.partition("[ARGS]")
        if mark:
            yield Written(name.strip(), arguments.strip())
        else:
            yield from _from_json(part)


def _bare(text: str) -> Iterator[Written]:
    """JSON and nothing else, in a fence or not."""
    text = text.strip().removeprefix("<|python_tag|>")
    if text.startswith("```") and text.endswith("```"):
        text = text[3:-3].removeprefix("json")
    return _from_json(text)


_NOTATIONS: tuple[Callable[[str], Iterator[Written]], ...] = (
    _functions,
    _invocations,
    _tagged,
    _kimi,
    _deepseek,
    _mistral,
    _bare,
)
_MARKS = (
    "<function=",
    "<invoke name=",
    "<tool_call>",
    "<|tool_call_begin|>",
    "<｜tool▁call▁begin｜>",
    "[TOOL_CALLS]",
    "<|python_tag|>",
)
_ARGUMENTS = ("arguments", "parameters", "input")
_OF_A_CALL = frozenset({"name", "id", "type", *_ARGUMENTS})


def _between(text: str, opening: str, closing: str) -> Iterator[str]:
    """What stands between the marks; the last closing one may be missing."""
    return (part.partition(closing)[0] for part in text.split(opening)[1:])


def _pairs(text: str, opening: str, closing: str) -> Iterator[tuple[str, str]]:
    for part in _between(text, opening, closing):
        key, _, value = part.partition(">")
        yield key, value


def _keys_and_values(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split("<arg_key>")[1:]:
        key, _, rest = part.partition("</arg_key>")
        yield key, next(_between(rest, "<arg_value>", "</arg_value>"), "")


def _with_values(name: str, pairs: Iterator[tuple[str, str]]) -> Written:
    arguments = {_unquoted(key): _value(value) for key, value in pairs}
    return Written(_unquoted(name), json.dumps(arguments, ensure_ascii=False))


def _unquoted(text: str) -> str:
    return text.strip().strip("\"'")


def _value(text: str) -> Any:
    """These notations write text without quotes; what reads as other JSON is taken as that."""
    text = text.strip("\r\n")
    try:
        return read_json(text)
    except NotJson:
        return text


def _from_json(text: str) -> Iterator[Written]:
    try:
        value = read_json(text.strip())
    except NotJson:
        return
    if isinstance(value, dict) and isinstance(value.get("tool_calls"), list):
        value = value["tool_calls"]
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and (found := _from_object(item)):
            yield found


def _from_object(value: dict[str, Any]) -> Written | None:
    function = value.get("function")
    if isinstance(function, dict):
        value = function
    name, keys = value.get("name"), [key for key in _ARGUMENTS if key in value]
    if not isinstance(name, str) or not keys or not _OF_A_CALL.issuperset(value):
        return None
    given = value[keys[0]]
    return Written(name, given if isinstance(given, str) else json.dumps(given, ensure_ascii=False))
