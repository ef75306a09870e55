"""What the builder does to the toolset's text; for callbacks."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeAlias

from components.workshop import Workshop
from components.workshop_edit import replace_text, take_typed
from switchboard.forms.rewriting import rewritten, value_at, with_tool, without_tool
from switchboard.tools import Tool, check_toolset
from switchboard.wire import JsonObject

Change: TypeAlias = Callable[[JsonObject], JsonObject]


def edit(workshop: Workshop, tool: Tool, change: Change, *, said: str) -> None:
    """Changes the tool's function in the text; nothing where it is no longer there."""
    take_typed(workshop)
    with suppress(KeyError):
        function = value_at(workshop.text, tool.path)
        if isinstance(function, dict) and function.get("name") == tool.name:
            text = rewritten(workshop.text, tool.path, change(function))
            replace_text(workshop, text, said=said)


def add_tool(workshop: Workshop) -> None:
    """Puts a new tool last, and chooses it."""
    take_typed(workshop)
    tools = check_toolset(workshop.text).tools
    name = free_name("new_tool", [tool.name for tool in tools])
    parameters: JsonObject = {"type": "object", "properties": {}}
    function: JsonObject = {"name": name, "description": "", "parameters": parameters}
    with suppress(KeyError):
        replace_text(workshop, with_tool(workshop.text, function), said="Add a tool")
        workshop.chosen = len(tools)


def remove_tool(workshop: Workshop, tool: Tool) -> None:
    """Takes the tool out of the text, and chooses the one before it."""
    take_typed(workshop)
    with suppress(KeyError):
        text = without_tool(workshop.text, tool.path)
        replace_text(workshop, text, said=f"Remove {tool.name}")
        workshop.chosen = max(workshop.chosen - 1, 0)


def free_name(wish: str, taken: list[str]) -> str:
    """The wish, with a number if it is taken."""
    names = [wish, *(f"{wish}_{at}" for at in range(2, len(taken) + 2))]
    return next(name for name in names if name not in taken)
