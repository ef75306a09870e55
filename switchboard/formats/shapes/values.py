"""The values that ``enum`` and ``const`` allow."""

from switchboard.formats.shapes.model import NOTHING, Choice, Shape
from switchboard.wire import Json, JsonObject


def choice_of(schema: JsonObject) -> Shape:
    """Those that have the schema's type too; ``Nothing`` when none is left."""
    listed = schema.get("enum")
    values = listed if isinstance(listed, list) else [schema["const"]]
    if "const" in schema:
        values = [each for each in values if is_same(each, schema["const"])]
    kinds = schema.get("type", None)
    wanted = kinds if isinstance(kinds, list) else [kinds]
    kept: list[Json] = []
    for each in values:
        fits = kinds is None or any(_has_kind(each, kind) for kind in wanted)
        if fits and not any(is_same(each, other) for other in kept):
            kept.append(each)
    return Choice(tuple(kept)) if kept else NOTHING


def is_same(one: Json, other: Json) -> bool:
    """Equal as JSON has it: ``true`` is not ``1``, and 1 is 1.0."""
    return isinstance(one, bool) == isinstance(other, bool) and one == other


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
