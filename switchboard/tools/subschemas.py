"""The places of a schema where schemas stand, so that data (``const``, ``default``) is let be."""

from collections.abc import Iterator
from dataclasses import dataclass

from switchboard.problems import JsonPath
from switchboard.wire import Json, JsonObject

# JSON Schema 2020-12 Core, section 10, with the names of earlier drafts.
_ONE = (
    "additionalItems",
    "additionalProperties",
    "contains",
    "contentSchema",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
)
_MANY = ("allOf", "anyOf", "items", "oneOf", "prefixItems")
_NAMED = (
    "$defs",
    "definitions",
    "dependencies",
    "dependentSchemas",
    "patternProperties",
    "properties",
)


@dataclass(frozen=True, slots=True)
class Subschema:
    """An object schema and where it stands under the root."""

    schema: JsonObject
    path: JsonPath


def subschemas(schema: Json, path: JsonPath = ()) -> Iterator[Subschema]:
    """The schema itself and every object schema within it, outer ones first."""
    if not isinstance(schema, dict):
        return
    yield Subschema(schema, path)
    for child, steps in children(schema):
        yield from subschemas(child, (*path, *steps))


def children(schema: JsonObject) -> Iterator[tuple[Json, JsonPath]]:
    """The schemas one step further down, with the steps that lead there."""
    for keyword in _ONE:
        if keyword in schema:
            yield schema[keyword], (keyword,)
    for keyword in _MANY:
        listed = schema.get(keyword)
        if isinstance(listed, list):
            yield from ((child, (keyword, index)) for index, child in enumerate(listed))
    for keyword in _NAMED:
        named = schema.get(keyword)
        if isinstance(named, dict):
            yield from ((child, (keyword, name)) for name, child in named.items())
