"""What one delta says about one call, read whatever types its values have."""

import json
from dataclasses import dataclass
from typing import Any

from switchboard.gateway import notes as said
from switchboard.gateway.notes import Notes

_KNOWN = frozenset({"index", "id", "type", "function", "custom"})
_KNOWN_OF_FUNCTION = frozenset({"name", "arguments", "input"})
_NO_ID = frozenset({"", "null", "none"})  # The string "null" is Mistral's own default.


@dataclass(slots=True)
class Fragment:
    """What one delta says about one call."""

    index: int | None
    id: str
    name: str
    arguments: str
    extra: dict[str, Any]

    @property
    def starts_arguments(self) -> bool:
        """Whether its arguments begin as a whole object begins."""
        return self.arguments.lstrip()[:1] == "{"


def read_fragment(entry: dict[str, Any], notes: Notes) -> Fragment:
    """What one entry of ``tool_calls`` says, whatever types its values have."""
    held = "function" if isinstance(entry.get("function"), dict) else "custom"
    function = entry.get(held)
    function = function if isinstance(function, dict) else {}
    return Fragment(
        index=_index(entry.get("index")),
        id=_id(entry.get("id")),
        name=_text(function.get("name")),
        arguments=_arguments(function.get("arguments", function.get("input")), notes),
        extra=_extra(entry, held, function),
    )


def _extra(entry: dict[str, Any], held: str, function: dict[str, Any]) -> dict[str, Any]:
    extra = {key: value for key, value in entry.items() if key not in _KNOWN}
    if entry.get("type", "function") != "function":
        extra["type"] = entry["type"]
    more = {key: value for key, value in function.items() if key not in _KNOWN_OF_FUNCTION}
    return extra | {held: more} if more else extra


def _index(value: Any) -> int | None:
    if isinstance(value, str) and value.isdecimal() and len(value) < 10:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _id(value: Any) -> str:
    text = str(value) if isinstance(value, int) else _text(value)
    return "" if text.strip().lower() in _NO_ID else text


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _arguments(value: Any, notes: Notes) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    notes.add(said.ARGUMENTS_OBJECT)
    return json.dumps(value, ensure_ascii=False)
