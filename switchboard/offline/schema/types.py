"""Which types a schema speaks of."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from switchboard.wire import Json, JsonObject

Fitting: TypeAlias = Callable[[Json, str], Iterator[Json]]
"""Gives the values that fit an inner schema, for a property of that name."""

_TYPES = ("string", "integer", "number", "object", "array", "boolean", "null")
_KEYWORD_TYPES: Mapping[str, str] = {
    "properties": "object",
    "required": "object",
    "additionalProperties": "object",
    "patternProperties": "object",
    "propertyNames": "object",
    "minProperties": "object",
    "items": "array",
    "prefixItems": "array",
    "minItems": "array",
    "contains": "array",
    "uniqueItems": "array",
    "minimum": "number",
    "maximum": "number",
    "exclusiveMinimum": "number",
    "exclusiveMaximum": "number",
    "multipleOf": "number",
}


def types_of(schema: JsonObject) -> list[str]:
    """The types a schema allows, or hints at by its keywords; all of them where it says none."""
    if "type" in schema:
        kinds = [str(kind) for kind in as_list(schema["type"])]
        return sorted(kinds, key=lambda kind: kind == "null")
    hinted = [kind for keyword, kind in _KEYWORD_TYPES.items() if keyword in schema]
    return list(dict.fromkeys([*hinted, *_TYPES]))


def as_list(value: Json) -> list[Json]:
    """A value or a list of them, always as a list."""
    return value if isinstance(value, list) else [value]


def as_map(value: Json) -> JsonObject:
    """The value where it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def required_of(schema: JsonObject) -> list[str]:
    """The names of the properties that an object must have."""
    return [str(name) for name in as_list(schema.get("required") or [])]


def count_of(schema: JsonObject, key: str, otherwise: int = 0) -> int:
    """The number under a keyword."""
    value = schema.get(key)
    return int(value) if isinstance(value, int | float) and abs(value) < 1e15 else otherwise
