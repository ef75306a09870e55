"""What is said of the tools: the tools themselves, and how the model may use them."""

from collections.abc import Sequence

from switchboard import wire
from switchboard.settings import AllowedTools, Profile, Settings, ToolChoice


def sent_tools(tools: Sequence[wire.FunctionTool], profile: Profile) -> list[wire.FunctionTool]:
    """The tools as this profile takes them; none where it takes no tools."""
    if "tools" in profile.refused:
        return []
    return [_without_strict(tool) if "strict" in profile.refused else tool for tool in tools]


def tool_fields(settings: Settings, tools: Sequence[wire.FunctionTool]) -> wire.JsonObject:
    """Nothing without tools: both fields are refused then (OpenAI API reference)."""
    if not tools:
        return {}
    return {
        "tool_choice": _tool_choice(settings.tool_choice, tools),
        "parallel_tool_calls": settings.parallel_tool_calls,
    }


def _without_strict(tool: wire.FunctionTool) -> wire.FunctionTool:
    function = tool["function"].copy()
    function.pop("strict", None)
    return {**tool, "function": function}


def _tool_choice(choice: ToolChoice | None, tools: Sequence[wire.FunctionTool]) -> wire.Json:
    if choice is None or isinstance(choice, str):
        return choice
    known = {tool["function"]["name"] for tool in tools}
    if isinstance(choice, AllowedTools):
        return _allowed_tools(choice, known)
    return _function(choice[1]) if choice[1] in known else None


def _allowed_tools(choice: AllowedTools, known: set[str]) -> wire.Json:
    allowed: list[wire.Json] = [_function(name) for name in choice.names if name in known]
    if not allowed:
        return None
    return {"type": "allowed_tools", "allowed_tools": {"mode": choice.mode, "tools": allowed}}


def _function(name: str) -> wire.JsonObject:
    return {"type": "function", "function": {"name": name}}
