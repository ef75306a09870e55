"""Arguments that fit a schema, made of what the schema itself names."""

from switchboard.formats.markdown.rows import plain
from switchboard.tools import value_problems
from switchboard.wire import Json, JsonObject

_DEEPEST = 5
_SCALARS: dict[Json, Json] = {
    "array": [],
    "boolean": True,
    "integer": 1,
    "null": None,
    "number": 1.5,
    "object": {},
    "string": "text",
}


def example_of(schema: JsonObject | None) -> list[Json]:
    """One example; none when what the schema names does not make one that fits."""
    if schema is None:
        return [{}]
    for is_full in (True, False):
        example = _value(schema, schema, is_full=is_full, depth=0)
        if isinstance(example, dict) and not value_problems(example, schema):
            return [example]
    return []


def _value(schema: Json, root: JsonObject, *, is_full: bool, depth: int) -> Json:
    wanted = plain(schema, root)
    for key in ("const", "default"):
        if key in wanted:
            return wanted[key]
    for key in ("examples", "enum"):
        listed = wanted.get(key)
        if isinstance(listed, list) and listed:
            return listed[0]
    for key in ("anyOf", "oneOf"):
        listed = wanted.get(key)
        if isinstance(listed, list) and listed and "properties" not in wanted:
            return _value(listed[0], root, is_full=is_full, depth=depth + 1)
    return _of_kind(wanted, root, is_full=is_full, depth=depth)


def _of_kind(schema: JsonObject, root: JsonObject, *, is_full: bool, depth: int) -> Json:
    kind = schema.get("type")
    kind = kind[0] if isinstance(kind, list) and kind else kind
    if kind == "object" or "properties" in schema:
        return _object(schema, root, is_full=is_full, depth=depth)
    if kind == "array" and depth < _DEEPEST and isinstance(schema.get("items"), dict):
        return [_value(schema["items"], root, is_full=is_full, depth=depth + 1)]
    if kind in ("integer", "number") and isinstance(schema.get("minimum"), int | float):
        return schema["minimum"]
    return _SCALARS.get(kind) if isinstance(kind, str) else None


def _object(schema: JsonObject, root: JsonObject, *, is_full: bool, depth: int) -> Json:
    properties, required = schema.get("properties"), schema.get("required")
    needed = required if isinstance(required, list) else []
    named = properties if isinstance(properties, dict) else {}
    return {
        name: _value(child, root, is_full=is_full, depth=depth + 1)
        for name, child in named.items()
        if name in needed or (is_full and depth < _DEEPEST)
    }
