"""A tool, and what a text was understood as: values only."""

from dataclasses import dataclass, field
from typing import cast

from switchboard.problems import JsonPath, Problem
from switchboard.wire import FunctionTool, JsonObject

MARGIN = "x-switchboard"
"""The key beside ``function`` for what is kept of a tool and never sent: where it came from, its
output schema, examples of its arguments."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One function a model may call."""

    name: str
    description: str | None
    parameters: JsonObject | None
    """The JSON Schema of the arguments; ``None``: takes no arguments."""

    strict: bool | None
    raw: JsonObject
    """The function definition as written, unknown keys kept."""

    extra: JsonObject = field(default_factory=dict)
    """Keys beside ``type`` and ``function`` in the envelope, sent as they were written."""

    margin: JsonObject = field(default_factory=dict)
    """What stands under ``x-switchboard``; never sent."""

    path: JsonPath = field(default=(), compare=False)
    """Where the function stands in the text it was read from."""

    def definition(self) -> FunctionTool:
        """What is sent: exactly what was written, in the envelope."""
        return cast(FunctionTool, {"type": "function", "function": self.raw, **self.extra})


@dataclass(frozen=True, slots=True)
class Toolset:
    """What a text was understood as."""

    tools: tuple[Tool, ...] = ()
    """Every function with a name, those with problems too."""

    problems: tuple[Problem, ...] = ()
    """Each with a path from the root of the text, a line and a column."""

    @property
    def is_sendable(self) -> bool:
        """Whether nothing has to be mended first."""
        return not self.problems
