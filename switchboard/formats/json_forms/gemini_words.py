"""The words of Gemini's ``Schema``, a part of OpenAPI 3.0's. Source: Google's ``types.Schema``."""

TYPES = {
    each.upper(): each
    for each in ("array", "boolean", "integer", "null", "number", "object", "string")
}
UNSPECIFIED = "TYPE_UNSPECIFIED"

SAME = frozenset(
    (
        "anyOf",
        "default",
        "description",
        "enum",
        "format",
        "items",
        "maxItems",
        "maxLength",
        "maxProperties",
        "maximum",
        "minItems",
        "minLength",
        "minProperties",
        "minimum",
        "pattern",
        "properties",
        "propertyOrdering",
        "required",
        "title",
        "type",
    )
)
"""Written there as in JSON Schema. ``additionalProperties``, ``defs`` and ``ref`` are read but not
written: they came late, and many servers refuse them (freellmapi#97)."""

SIZES = frozenset(
    ("maxItems", "maxLength", "maxProperties", "minItems", "minLength", "minProperties")
)
"""64-bit integers, which Google's JSON writes as strings."""

CAMEL = {
    "additional_properties": "additionalProperties",
    "any_of": "anyOf",
    "max_items": "maxItems",
    "max_length": "maxLength",
    "max_properties": "maxProperties",
    "min_items": "minItems",
    "min_length": "minLength",
    "min_properties": "minProperties",
    "parameters_json_schema": "parametersJsonSchema",
    "property_ordering": "propertyOrdering",
    "response_json_schema": "responseJsonSchema",
}
"""Google's Python library writes both."""
