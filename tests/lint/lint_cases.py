"""One breach and one clean tool for every rule that looks at one tool."""

from dataclasses import dataclass
from typing import Any

from switchboard.tools import Tool

Json = Any


@dataclass(frozen=True)
class Case:
    """A rule, a tool that breaks it, and its neighbour that does not."""

    rule: str
    broken: dict[str, Json]
    place: tuple[str | int, ...]
    """From the function object."""

    says: str
    """What the message must say."""

    clean: dict[str, Json]
    extra: dict[str, Json] | None = None
    """The margin of the broken one."""


def closed(**properties: Json) -> dict[str, Json]:
    """An object as strict modes like it."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def function(parameters: Json = None, **others: Json) -> dict[str, Json]:
    start = {"name": "find_order", "description": "Looks up one order by its number."}
    made = {**start, **others}
    return made if parameters is None else {**made, "parameters": parameters}


def holding(schema: Json, **others: Json) -> dict[str, Json]:
    """A tool with one parameter called ``city``."""
    return function(closed(city=schema), **others)


def tool(written: dict[str, Json], margin: dict[str, Json] | None = None, index: int = 0) -> Tool:
    """As if read from a text, whatever is wrong with it."""
    return Tool(
        name=written.get("name", ""),
        description=None,
        parameters=None,
        strict=None,
        raw=written,
        margin=margin or {},
        path=(index, "function"),
    )


TEXT = {"type": "string", "description": "Where it is sent, such as Paris."}
CITY = ("parameters", "properties", "city")
OBJECT = {"type": "object", "properties": {}}
FINE = holding(TEXT)
LOOP = {
    "type": "object",
    "properties": {"part": {"$ref": "#/$defs/part"}},
    "$defs": {"part": {"type": "object", "properties": {"next": {"$ref": "#/$defs/part"}}}},
}
