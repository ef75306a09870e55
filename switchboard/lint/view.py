"""A tool as the rules look at it: every schema within it found once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from switchboard.problems import JsonPath
from switchboard.tools.deadline import stop_when_late
from switchboard.tools.subschemas import children
from switchboard.wire import Json, JsonObject

_OPEN_OR_CLOSED = (
    "additionalItems",
    "additionalProperties",
    "unevaluatedItems",
    "unevaluatedProperties",
)


@dataclass(frozen=True, slots=True)
class Node:
    """One schema within the parameters."""

    schema: JsonObject
    path: JsonPath
    """From the function object."""

    steps: JsonPath
    """The last steps of the path, from the schema that holds it; empty at the root."""

    objects: int
    """How many objects are around it, itself included if it is one."""

    @property
    def is_property(self) -> bool:
        return self.steps[:1] == ("properties",)

    @property
    def is_object(self) -> bool:
        return "object" in kinds(self.schema) or isinstance(self.schema.get("properties"), dict)


@dataclass(frozen=True, slots=True)
class View:
    """One tool, taken apart."""

    function: JsonObject
    """As written."""

    output_schema: Json = None
    nodes: tuple[Node, ...] = ()
    """Outer ones first. Empty when the parameters are no object."""

    booleans: tuple[JsonPath, ...] = ()
    """Where ``true`` or ``false`` stands for a schema; ``additionalProperties`` left aside."""

    @property
    def name(self) -> str:
        return _text(self.function.get("name"))

    @property
    def description(self) -> str:
        return _text(self.function.get("description"))

    @property
    def parameters(self) -> JsonObject | None:
        return self.nodes[0].schema if self.nodes else None


@dataclass(frozen=True, slots=True)
class Census:
    """What rules about a whole toolset need to know of one tool."""

    name: str = ""
    is_strict: bool = False
    optional: int = 0
    """Properties that are not required."""

    unions: int = 0
    """Properties with ``anyOf`` or a list of types."""

    fields: int = 0
    """Properties on all levels."""

    index: int = field(default=0, compare=False)
    path: JsonPath = field(default=(), compare=False)


def view_of(function: JsonObject, output_schema: Json) -> View:
    """Every schema of the tool, each with its place. Raises ``OutOfTime``."""
    booleans: list[JsonPath] = []
    nodes = tuple(_nodes(function.get("parameters"), booleans))
    return View(function, output_schema, nodes, tuple(booleans))


def _nodes(parameters: Json, booleans: list[JsonPath]) -> Iterator[Node]:
    # No recursion: a tool that was not read from a text may be nested to any depth.
    waiting: list[tuple[Json, JsonPath, JsonPath, int]] = [(parameters, ("parameters",), (), 0)]
    while waiting:
        stop_when_late()
        schema, path, steps, objects = waiting.pop()
        if isinstance(schema, bool) and steps and steps[0] not in _OPEN_OR_CLOSED:
            booleans.append(path)
        if not isinstance(schema, dict):
            continue
        node = Node(schema, path, steps, objects)
        if node.is_object:
            node = Node(schema, path, steps, objects + 1)
        yield node
        below = partial(_below, path=path, objects=node.objects)
        waiting += [*map(below, children(schema))][::-1]


def _below(
    child: tuple[Json, JsonPath], *, path: JsonPath, objects: int
) -> tuple[Json, JsonPath, JsonPath, int]:
    schema, steps = child
    return schema, (*path, *steps), steps, objects


def kinds(schema: JsonObject) -> tuple[str, ...]:
    """The types a schema names; none when it names none."""
    kind = schema.get("type")
    listed = kind if isinstance(kind, list) else [kind]
    return tuple(each for each in listed if isinstance(each, str))


def properties_of(schema: JsonObject) -> JsonObject:
    """Its properties, as far as they are an object."""
    return _object(schema.get("properties"))


def required_of(schema: JsonObject) -> list[Json]:
    """What it requires, as far as that is a list."""
    required = schema.get("required")
    return required if isinstance(required, list) else []


def left_out(schema: JsonObject) -> list[str]:
    """Properties that are not required, in their order."""
    required = {each for each in required_of(schema) if isinstance(each, str)}
    return [name for name in properties_of(schema) if name not in required]


def _object(value: Any) -> JsonObject:
    return value if isinstance(value, dict) else {}


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""
