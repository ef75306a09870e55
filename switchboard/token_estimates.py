"""About how many tokens tools cost in every request. No tokenizer is asked: it would be fetched."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from switchboard.problems import JsonPath
from switchboard.tools import Tool
from switchboard.wire import Json, JsonObject

# Measured on 355 real tool definitions with the o200k vocabulary: 4.24 bytes a token over all; by
# this divisor nine in ten of the estimates are between 10 % below and 14 % above.
_BYTES_PER_TOKEN = 4.3


@dataclass(frozen=True, slots=True)
class DescriptionCost:
    """What one description costs."""

    path: JsonPath
    """From the function object."""

    tokens: int
    text: str


@dataclass(frozen=True, slots=True)
class ToolCost:
    """What one tool costs in every request, in tokens, estimated."""

    name: str
    tokens: int
    """All of its definition, descriptions included."""

    descriptions: tuple[DescriptionCost, ...]
    """The dearest first."""

    @property
    def described(self) -> int:
        """All descriptions together."""
        return sum(each.tokens for each in self.descriptions)


def approximate_tokens(text: str) -> int:
    """About how many tokens a text is; 0 only for an empty one."""
    return -(-len(text.encode("utf-8", "replace")) * 10 // round(_BYTES_PER_TOKEN * 10))


def tool_costs(tools: Sequence[Tool]) -> tuple[ToolCost, ...]:
    """The cost of each tool, in order: of its definition as compact JSON, as it is sent.

    Gateways write tools into the prompt in forms of their own; only they can tell exactly.
    """
    return tuple(_cost(tool) for tool in tools)


def _cost(tool: Tool) -> ToolCost:
    found = (
        DescriptionCost(path, approximate_tokens(text), text)
        for path, text in _descriptions(tool.raw)
    )
    dearest = sorted(found, key=lambda each: -each.tokens)
    return ToolCost(tool.name, approximate_tokens(_compact(tool)), tuple(dearest))


def _compact(tool: Tool) -> str:
    return json.dumps(tool.definition(), ensure_ascii=False, separators=(",", ":"))


def _descriptions(function: JsonObject) -> Iterator[tuple[JsonPath, str]]:
    """Every text under ``description``; a property of that name is none, for it is an object."""
    left: list[tuple[JsonPath, Json]] = [((), function)]
    while left:
        path, value = left.pop()
        if isinstance(value, dict):
            text = value.get("description")
            if isinstance(text, str) and text:
                yield (*path, "description"), text
            left += [((*path, key), each) for key, each in value.items()]
        elif isinstance(value, list):
            left += [((*path, index), each) for index, each in enumerate(value)]
