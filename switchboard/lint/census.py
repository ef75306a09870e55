"""What is counted of one tool, for rules about all of them."""

from dataclasses import dataclass, field

from switchboard.lint.schemas import kinds, left_out, properties_of
from switchboard.lint.view import View
from switchboard.problems import JsonPath
from switchboard.wire import JsonObject


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


def census_of(view: View) -> Census:
    """The counts of one tool, wherever it stands."""
    return Census(
        name=view.name,
        is_strict=view.function.get("strict") is True,
        optional=sum(len(left_out(node.schema)) for node in view.nodes),
        unions=sum(node.is_property and _is_union(node.schema) for node in view.nodes),
        fields=sum(len(properties_of(node.schema)) for node in view.nodes),
    )


def _is_union(schema: JsonObject) -> bool:
    return "anyOf" in schema or len(kinds(schema)) > 1
