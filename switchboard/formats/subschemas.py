"""The places in a schema where schemas stand, all changed alike; data beside them is let be."""

from collections.abc import Callable

from switchboard.wire import Json, JsonObject

# JSON Schema 2020-12, with the names that earlier drafts had for the same.
_ONE = frozenset(
    (
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
)
_LISTED = frozenset(("allOf", "anyOf", "items", "oneOf", "prefixItems"))
_NAMED = frozenset(("dependentSchemas", "patternProperties", "properties"))


def mapped(schema: JsonObject, change: Callable[[Json], Json]) -> JsonObject:
    """A copy with every schema one step further down changed."""
    return {keyword: _changed(keyword, value, change) for keyword, value in schema.items()}


def _changed(keyword: str, value: Json, change: Callable[[Json], Json]) -> Json:
    if keyword in _LISTED and isinstance(value, list):
        return [change(each) for each in value]
    if keyword in _NAMED and isinstance(value, dict):
        return {name: change(each) for name, each in value.items()}
    return change(value) if keyword in _ONE else value
