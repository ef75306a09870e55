"""Which keywords of JSON Schema a type can say, and which narrow it."""

from switchboard.wire import Json, JsonObject

KINDS = ("string", "integer", "number", "boolean", "array", "object", "null")
_NUMBERS = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "format")
LIMITS: dict[str, tuple[str, ...]] = {
    "string": ("minLength", "maxLength", "pattern", "format"),
    "integer": _NUMBERS,
    "number": _NUMBERS,
    "boolean": (),
    "array": ("minItems", "maxItems", "uniqueItems"),
    "object": ("minProperties", "maxProperties"),
    "null": (),
    "enum": (),
    "anyOf": (),
    "oneOf": (),
    "$ref": (),
}
STRUCTURE: dict[str, tuple[str, ...]] = {
    "array": ("items", "prefixItems"),
    "object": ("properties", "required", "additionalProperties"),
    "enum": ("enum", "const"),
    "anyOf": ("anyOf",),
    "oneOf": ("oneOf",),
    "$ref": ("$ref",),
}
ANNOTATIONS = frozenset(
    (
        *("type", "title", "description", "default", "examples", "deprecated"),
        *("$schema", "$id", "$defs", "definitions"),
    )
)
COMBINERS = ("anyOf", "oneOf")
HELD = frozenset(
    (
        *("type", "enum", "const", "properties", "required", "additionalProperties"),
        *("items", "prefixItems", "allOf"),
    )
)
"""What tells a type on its own."""


def inferred_kind(schema: JsonObject) -> str | None:
    """What a schema without ``type`` plainly means."""
    if schema.keys() & {"properties", "required", "additionalProperties"}:
        return "object"
    return "array" if schema.keys() & {"items", "prefixItems"} else None


def is_typed(schema: Json) -> bool:
    """Whether the schema tells a type by more than the one it is given."""
    return isinstance(schema, dict) and bool(schema.keys() & (HELD - {"required"} | {"$ref"}))
