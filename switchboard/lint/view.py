"""A tool as the rules look at it: every schema within it found once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from switchboard.lint.schemas import kinds, text
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
        return text(self.function.get("name"))

    @property
    def description(self) -> str:
        return text(self.function.get("description"))

    @property
    def parameters(self) -> JsonObject | None:
        return self.nodes[0].schema if self.nodes else None


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
