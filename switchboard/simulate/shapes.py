"""A schema without its references and ``allOf``, as far as a sample needs it."""

from collections.abc import Iterator
from typing import Any, TypeAlias
from urllib.parse import unquote

from switchboard.wire import Json, JsonObject

Shape: TypeAlias = dict[str, Any]
"""A schema in which no keyword refers to another schema of the same value."""

_MOST_STEPS = 2_000


class Shapes:
    """The shapes of one schema's parts. References that double at each step end somewhere."""

    def __init__(self, root: JsonObject) -> None:
        self._root = root
        self._steps_left = _MOST_STEPS

    def flat(self, schema: Json) -> Shape:
        """References of the schema followed within the root, what it is made of merged."""
        self._steps_left -= 1
        if not isinstance(schema, dict) or self._steps_left < 0:
            return {}
        merged: Shape = {}
        if isinstance(schema.get("$ref"), str):
            _merge(merged, self.flat(_target(str(schema["$ref"]), self._root)))
        parts = schema.get("allOf")
        for part in parts if isinstance(parts, list) else []:
            _merge(merged, self.flat(part))
        _merge(merged, _without(schema, "$ref", "allOf"))
        return merged

    def alternatives(self, shape: Shape) -> Iterator[JsonObject]:
        """What ``anyOf`` and ``oneOf`` allow, each with the rest of the schema; null last."""
        for keyword in ("anyOf", "oneOf"):
            if keyword in shape:
                rest = _without(shape, keyword)
                options = [self.flat({"allOf": [rest, each]}) for each in shape[keyword]]
                yield from sorted(options, key=lambda each: each.get("type") == "null")


def _without(schema: Shape, *keywords: str) -> Shape:
    return {key: item for key, item in schema.items() if key not in keywords}


def _target(address: str, root: JsonObject) -> Json:
    """What a JSON pointer in a fragment leads to; nothing for any other address."""
    found: Json = root
    for step in unquote(address.removeprefix("#")).split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(found, list) and name.isdecimal():
            found = found[int(name)] if int(name) < len(found) else None
        else:
            found = found.get(name) if isinstance(found, dict) else None
    return found


def _merge(merged: Shape, schema: Shape) -> None:
    for key, item in schema.items():
        known = merged.get(key)
        if isinstance(known, dict) and isinstance(item, dict):
            merged[key] = {**known, **item}
        elif key == "required" and isinstance(known, list) and isinstance(item, list):
            merged[key] = [*known, *item]
        else:
            merged[key] = item
