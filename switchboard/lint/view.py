"""A tool as the rules look at it: every schema within it found once."""

from collections.abc import Iterator
from dataclasses import dataclass

from switchboard.lint.schemas import kinds, text
from switchboard.problems import JsonPath
from switchboard.tools.deadline import stop_when_late
from switchboard.tools.subschemas import children
from switchboard.wire import Json, JsonObject

# What stands under other keywords (``not``, ``if``, ``allOf`` …) says more of a value that is
# described around it, and goes when the keyword goes.
_OF_A_VALUE = frozenset(
    (
        "$defs",
        "anyOf",
        "definitions",
        "items",
        "oneOf",
        "patternProperties",
        "prefixItems",
        "properties",
    )
)


@dataclass(frozen=True, slots=True)
class Node:
    """One schema within the parameters."""

    schema: JsonObject
    path: JsonPath
    """From the function object."""

    steps: JsonPath
    """The last steps of the path, from the schema that holds it; empty at the root."""

    is_object: bool
    objects: int
    """How many objects are around it, itself included if it is one."""

    is_of_a_value: bool
    """Whether it describes a value of its own."""

    @property
    def is_property(self) -> bool:
        return self.steps[:1] == ("properties",)


@dataclass(frozen=True, slots=True)
class View:
    """One tool, taken apart."""

    function: JsonObject
    """As written."""

    output_schema: Json = None
    nodes: tuple[Node, ...] = ()
    """Outer ones first. Empty when the parameters are no object."""

    booleans: tuple[JsonPath, ...] = ()
    """Where ``true`` or ``false`` stands for the schema of a value."""

    @property
    def values(self) -> Iterator[Node]:
        """The nodes that describe a value of their own."""
        return (node for node in self.nodes if node.is_of_a_value)

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
    waiting = [_node(parameters)] if isinstance(parameters, dict) else []
    while waiting:
        stop_when_late()
        node = waiting.pop()
        yield node
        below = [*children(node.schema)]
        booleans += [(*node.path, *steps) for schema, steps in below if _is_boolean(schema, steps)]
        inner = [(schema, steps) for schema, steps in below if isinstance(schema, dict)]
        waiting += [_node_below(node, schema, steps) for schema, steps in reversed(inner)]


def _is_boolean(schema: Json, steps: JsonPath) -> bool:
    return isinstance(schema, bool) and steps[0] in _OF_A_VALUE


def _node(root: JsonObject) -> Node:
    is_object = _is_object(root)
    return Node(root, ("parameters",), (), is_object, int(is_object), is_of_a_value=True)


def _node_below(holder: Node, schema: JsonObject, steps: JsonPath) -> Node:
    is_object = _is_object(schema)
    return Node(
        schema,
        (*holder.path, *steps),
        steps,
        is_object,
        holder.objects + is_object,
        is_of_a_value=holder.is_of_a_value and steps[0] in _OF_A_VALUE,
    )


def _is_object(schema: JsonObject) -> bool:
    return "object" in kinds(schema) or isinstance(schema.get("properties"), dict)
