"""The values that ``enum`` and ``const`` allow."""

import json

from switchboard.formats.shapes.model import NOTHING, Choice, Shape
from switchboard.wire import Json, JsonObject


def choice_of(schema: JsonObject) -> Shape:
    """Those that have the schema's type too; ``Nothing`` when none is left."""
    listed = schema.get("enum")
    values = listed if isinstance(listed, list) else [schema["const"]]
    if "const" in schema:
        values = [each for each in values if _key(each) == _key(schema["const"])]
    kinds = schema.get("type", None)
    wanted = kinds if isinstance(kinds, list) else [kinds]
    fitting = (
        each for each in values if kinds is None or any(_has_kind(each, kind) for kind in wanted)
    )
    kept = {_key(each): each for each in fitting}
    return Choice(tuple(kept.values())) if kept else NOTHING


def _key(value: Json) -> object:
    """The same for what JSON takes for equal: ``true`` is not ``1``, but 1 is 1.0."""
    if isinstance(value, list | dict):
        return json.dumps(value, sort_keys=True)
    return isinstance(value, bool), isinstance(value, str), value


def _has_kind(value: Json, kind: Json) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    if isinstance(value, float) and value.is_integer() and kind == "integer":
        return True
    kinds: dict[type, tuple[str, ...]] = {
        str: ("string",),
        int: ("integer", "number"),
        float: ("number",),
        list: ("array",),
        dict: ("object",),
        type(None): ("null",),
    }
    return kind in kinds[type(value)]
