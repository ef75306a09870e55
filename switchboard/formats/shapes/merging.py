"""The schemas of ``allOf`` as one, where they do not contradict each other."""

from switchboard.formats.shapes.pointers import target_of
from switchboard.wire import Json, JsonObject

_MOST = 200
"""Schemas that are merged for one; ``allOf`` of references can double with every level."""


def merged(schema: JsonObject, root: JsonObject) -> JsonObject | None:
    """The schema without ``allOf``; ``None`` when two of them can't be put into one."""
    return _Merging(root).merged(schema)


class _Merging:
    def __init__(self, root: JsonObject) -> None:
        self._root = root
        self._left = _MOST

    def merged(self, schema: Json) -> JsonObject | None:
        self._left -= 1
        if self._left < 0 or not isinstance(schema, dict):
            return None
        parts = schema.get("allOf", [])
        if "$ref" in schema and isinstance(schema["$ref"], str):
            parts = [target_of(self._root, schema["$ref"])]
        result = {key: item for key, item in schema.items() if key not in ("allOf", "$ref")}
        for part in parts if isinstance(parts, list) else [None]:
            other = self.merged(part)
            if other is None or not _add(result, other):
                return None
        return result


def _add(result: JsonObject, other: JsonObject) -> bool:
    """Put the other's keywords in; whether both can be held at once."""
    for key, item in other.items():
        there = result.get(key, item)
        if key in ("title", "description", "default", "examples", "$schema", "$defs"):
            result[key] = there
        elif key == "required" and isinstance(item, list) and isinstance(there, list):
            result[key] = [*there, *(each for each in item if each not in there)]
        elif key == "properties" and isinstance(item, dict) and isinstance(there, dict):
            if any(there.get(name, child) != child for name, child in item.items()):
                return False
            result[key] = {**there, **item}
        elif there != item or _closes(key, item, result):
            return False
        else:
            result[key] = item
    return True


def _closes(key: str, item: Json, result: JsonObject) -> bool:
    """``additionalProperties`` looks at the properties beside it alone, so a merged one would
    mean something else."""
    return key == "additionalProperties" and item not in (True, {}) and key not in result
