"""A schema without its references and ``allOf``, for whoever writes values and checks none.

Whether a value fits is for ``value_problems`` to say; a shape only says what to begin with. Any
schema has a shape, a broken or hostile one too.
"""

from typing import Any, TypeAlias
from urllib.parse import unquote

from switchboard.tools.merged import merge
from switchboard.wire import Json, JsonObject

Shape: TypeAlias = dict[str, Any]
"""A schema in which no keyword but ``anyOf`` and ``oneOf`` refers to another schema of the same
value."""

_MOST_STEPS = 2_000
_DEEPEST = 64
_MOST_ALTERNATIVES = 64


class Shapes:
    """The shapes of one schema's parts. References that double at each step end somewhere."""

    def __init__(self, root: Json, *, most_steps: int = _MOST_STEPS) -> None:
        self._root = root
        self._steps_left = most_steps

    def flat(self, schema: Json, depth: int = 0) -> Shape:
        """References of the schema followed within the root, what it is made of merged."""
        self._steps_left -= 1
        if not isinstance(schema, dict) or self._steps_left < 0 or depth > _DEEPEST:
            return {}
        merged: Shape = {}
        if isinstance(schema.get("$ref"), str):
            merge(merged, self.flat(target(str(schema["$ref"]), self._root), depth + 1))
        for part in listed(schema, "allOf"):
            merge(merged, self.flat(part, depth + 1))
        merge(merged, _without(schema, "$ref", "allOf"))
        return merged

    def alternatives(self, shape: Shape) -> list[Shape]:
        """What ``anyOf``, ``oneOf`` or a list of types allows, each with the rest of the schema;
        null last. Empty when there is but one way. Of ``anyOf`` beside ``oneOf`` the latter is
        left in each."""
        keyword = next((word for word in ("anyOf", "oneOf") if listed(shape, word)), "type")
        if keyword == "type":
            types = listed(shape, "type")
            options = [{**shape, "type": each} for each in types] if len(types) > 1 else []
        else:
            rest = _without(shape, keyword)
            chosen = listed(shape, keyword)[:_MOST_ALTERNATIVES]
            options = [self.flat({"allOf": [rest, each]}) for each in chosen if each is not False]
        return sorted(options, key=lambda each: each.get("type") == "null")


def listed(schema: Shape, keyword: str) -> list[Any]:
    """The keyword's list; empty when it has none."""
    value = schema.get(keyword)
    return value if isinstance(value, list) else []


def mapped(schema: Shape, keyword: str) -> dict[str, Any]:
    """The keyword's object; empty when it has none."""
    value = schema.get(keyword)
    return value if isinstance(value, dict) else {}


def target(address: str, root: Json) -> Json:
    """What a JSON pointer in a fragment leads to; ``None`` for any other address."""
    if address != "#" and not address.startswith("#/"):
        return None
    found = root
    for step in unquote(address[1:]).split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(found, list) and name.isdecimal():
            found = found[int(name)] if int(name) < len(found) else None
        else:
            found = found.get(name) if isinstance(found, dict) else None
    return found


def _without(schema: JsonObject, *keywords: str) -> Shape:
    return {key: item for key, item in schema.items() if key not in keywords}
