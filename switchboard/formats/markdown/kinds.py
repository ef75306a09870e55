"""The type of a schema in words."""

from switchboard.formats.shapes.merging import merged
from switchboard.wire import Json, JsonObject

_DEEPEST = 4


def kind_text(schema: Json, root: JsonObject, depth: int = 0) -> str:
    """``string``, ``array of integer``, ``string or null``; ``any`` where nothing is said."""
    if not isinstance(schema, dict) or depth > _DEEPEST:
        return "any"
    if "$ref" in schema or "allOf" in schema:
        schema = merged(schema, root) or {}
    kinds = schema.get("type")
    names = [_named(kind, schema, root, depth) for kind in _listed(kinds)]
    for combiner in ("anyOf", "oneOf"):
        if not names and isinstance(schema.get(combiner), list):
            names = [kind_text(each, root, depth + 1) for each in _listed(schema[combiner])]
    return " or ".join(dict.fromkeys(names)) or "any"


def _named(kind: Json, schema: JsonObject, root: JsonObject, depth: int) -> str:
    if kind == "array" and "items" in schema:
        return f"array of {kind_text(schema['items'], root, depth + 1)}"
    return str(kind)


def _listed(value: Json) -> list[Json]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
