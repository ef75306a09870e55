"""Settings as the fields of a request."""

from collections.abc import Sequence

from switchboard import wire
from switchboard.settings import AllowedTools, Profile, Settings, ToolChoice


def setting_fields(
    settings: Settings, tools: Sequence[wire.FunctionTool], profile: Profile
) -> wire.JsonObject:
    """Every field that a person set and the profile does not refuse."""
    fields = _sampling(settings, profile) | _tool_fields(settings, tools)
    return {name: value for name, value in fields.items() if name not in profile.refused}


def _sampling(settings: Settings, profile: Profile) -> wire.JsonObject:
    fields: wire.JsonObject = {
        "temperature": settings.temperature,
        profile.token_limit_field: settings.max_tokens,
        "reasoning_effort": settings.reasoning_effort,
    }
    if settings.stream:
        fields |= {"stream": True, "stream_options": {"include_usage": True}}
    return {name: value for name, value in fields.items() if value is not None}


def _tool_fields(settings: Settings, tools: Sequence[wire.FunctionTool]) -> wire.JsonObject:
    # Both are refused without tools (OpenAI API reference), so they go when the tools go.
    if not tools:
        return {}
    fields: wire.JsonObject = {
        "tool_choice": _tool_choice(settings.tool_choice, tools),
        "parallel_tool_calls": settings.parallel_tool_calls,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _tool_choice(choice: ToolChoice | None, tools: Sequence[wire.FunctionTool]) -> wire.Json:
    if choice is None or isinstance(choice, str):
        return choice
    if isinstance(choice, AllowedTools):
        return _allowed_tools(choice, tools)
    name = choice[1]
    if all(tool["function"]["name"] != name for tool in tools):
        return None
    return _function(name)


def _allowed_tools(choice: AllowedTools, tools: Sequence[wire.FunctionTool]) -> wire.Json:
    known = {tool["function"]["name"] for tool in tools}
    allowed: list[wire.Json] = [_function(name) for name in choice.names if name in known]
    if not allowed:
        return None
    return {"type": "allowed_tools", "allowed_tools": {"mode": choice.mode, "tools": allowed}}


def _function(name: str) -> wire.JsonObject:
    return {"type": "function", "function": {"name": name}}
