"""``tool_choice`` and ``response_format`` of a Chat request, as settings."""

import json

from switchboard.settings import AllowedTools, ResponseFormat, ToolChoice
from switchboard.wire import Json, JsonObject


def tool_choice_of(value: Json) -> ToolChoice | None:
    """The choice; ``None`` for one that the settings can't hold."""
    match value:
        case "none" | "auto" | "required":
            return value
        case {"type": "function", "function": {"name": str(name)}}:
            return ("function", name)
        case {"type": "allowed_tools", "allowed_tools": {"tools": list(tools), "mode": mode}}:
            return _allowed(tools, mode)
    return None


def _allowed(tools: list[Json], mode: Json) -> AllowedTools | None:
    names: list[str] = []
    for each in tools:
        match each:
            case {"type": "function", "function": {"name": str(name)}}:
                names.append(name)
            case _:
                return None
    match mode:
        case "auto" | "required":
            return AllowedTools(tuple(names), mode)
    return None


def response_format_of(value: Json) -> ResponseFormat | None:
    """The form; ``None`` for one that the settings can't hold."""
    match value:
        case {"type": "text" | "json_object" as kind, **more} if not more:
            return ResponseFormat(kind)
        case {"type": "json_schema", "json_schema": dict(said)}:
            return _schema_form(said)
    return None


def _schema_form(said: JsonObject) -> ResponseFormat | None:
    schema, name, strict = said.get("schema"), said.get("name", "answer"), said.get("strict")
    is_held = said.keys() <= {"schema", "name", "strict"} and isinstance(schema, dict)
    if not is_held or not isinstance(name, str) or not isinstance(strict, bool | None):
        return None
    return ResponseFormat(
        "json_schema", json.dumps(schema, ensure_ascii=False, indent=2), name, strict
    )
