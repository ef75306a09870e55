"""Arguments that fit a schema, made of what the schema itself names."""

from switchboard.formats.markdown.rows import plain
from switchboard.tools import value_problems
from switchboard.wire import Json, JsonObject

_DEEPEST = 20
_DEEPEST_FULL = 5
"""Further down only what is required."""

_MOST_VALUES = 500
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
        example = _Writer(schema, is_full=is_full).value(schema)
        if isinstance(example, dict) and not value_problems(example, schema):
            return [example]
    return []


class _Writer:
    """Writes one value within bounds: a schema can ask for endless ones."""

    def __init__(self, root: JsonObject, *, is_full: bool) -> None:
        self._root = root
        self._is_full = is_full
        self._left = _MOST_VALUES

    def value(self, schema: Json, depth: int = 0) -> Json:
        """``None`` beyond any sensible depth and size."""
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            return None
        wanted = plain(schema, self._root)
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
                return self.value(listed[0], depth + 1)
        return self._of_kind(wanted, depth)

    def _of_kind(self, schema: JsonObject, depth: int) -> Json:
        kind = schema.get("type")
        kind = kind[0] if isinstance(kind, list) and kind else kind
        if kind == "object" or "properties" in schema:
            return self._object(schema, depth)
        if kind == "array" and depth < _DEEPEST_FULL and isinstance(schema.get("items"), dict):
            return [self.value(schema["items"], depth + 1)]
        if kind in ("integer", "number") and isinstance(schema.get("minimum"), int | float):
            return schema["minimum"]
        return _SCALARS.get(kind) if isinstance(kind, str) else None

    def _object(self, schema: JsonObject, depth: int) -> Json:
        properties, required = schema.get("properties"), schema.get("required")
        needed = required if isinstance(required, list) else []
        named = properties if isinstance(properties, dict) else {}
        is_full = self._is_full and depth < _DEEPEST_FULL
        return {
            name: self.value(child, depth + 1)
            for name, child in named.items()
            if is_full or name in needed
        }
