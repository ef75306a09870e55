"""JSON Schema as Gemini's ``Schema``, where that can hold it."""

from collections.abc import Iterator

from switchboard.formats.json_forms.gemini_schema_reading import from_gemini
from switchboard.formats.json_forms.gemini_words import SAME, TYPES
from switchboard.wire import Json, JsonObject

_UPPER = {ours: theirs for theirs, ours in TYPES.items()}
_NULL: JsonObject = {"type": "null"}


def to_gemini(schema: JsonObject) -> JsonObject | None:
    """The schema in Gemini's words; ``None`` when it would not come back the same."""
    if any(misfits(schema)):
        return None
    written = _schema(schema)
    return written if from_gemini(written) == schema else None


def misfits(schema: Json) -> Iterator[str]:
    """The keywords that Gemini's ``Schema`` has no word for."""
    if not isinstance(schema, dict):
        yield str(schema).lower()
        return
    for key, item in schema.items():
        if not _is_held(key, item):
            yield key
    for child in _children(schema):
        yield from misfits(child)


def _is_held(key: str, item: Json) -> bool:
    if key == "type":
        kinds: list[Json] = item if isinstance(item, list) else [item]
        known = [each for each in kinds if isinstance(each, str) and each in _UPPER]
        return len(known) == len(kinds) and _is_one_type(kinds)
    if key == "enum":
        return isinstance(item, list) and all(isinstance(each, str | None) for each in item)
    if key == "examples":
        return isinstance(item, list) and len(item) == 1
    return key in SAME and (key != "properties" or isinstance(item, dict))


def _is_one_type(kinds: list[Json]) -> bool:
    return len(kinds) == 1 or (len(kinds) == 2 and kinds[1] == "null" != kinds[0])


def _children(schema: JsonObject) -> Iterator[Json]:
    properties, choices = schema.get("properties"), schema.get("anyOf")
    if isinstance(properties, dict):
        yield from properties.values()
    if isinstance(choices, list):
        yield from choices
    if "items" in schema:
        yield schema["items"]


def _schema(schema: JsonObject) -> JsonObject:
    written: JsonObject = {}
    for key, item in schema.items():
        written.update(_keyword(key, item))
    if _is_nullable(schema):
        written["nullable"] = True
    return written


def _is_nullable(schema: JsonObject) -> bool:
    kind, choices = schema.get("type"), schema.get("anyOf")
    if kind is not None:
        return isinstance(kind, list) and len(kind) == 2
    return isinstance(choices, list) and choices[-1:] == [_NULL] and len(choices) > 1


def _keyword(key: str, item: Json) -> JsonObject:
    if key == "type":
        return {key: _UPPER[str(item[0] if isinstance(item, list) else item)]}
    if key == "properties" and isinstance(item, dict):
        return {key: {name: _child(child) for name, child in item.items()}}
    if key == "items":
        return {key: _child(item)}
    if key == "anyOf" and isinstance(item, list):
        last = item[-1:] == [_NULL] and len(item) > 1
        return {key: [_child(child) for child in (item[:-1] if last else item)]}
    if key == "enum" and isinstance(item, list):
        return {key: [each for each in item if each is not None]}
    return {"example": item[0]} if key == "examples" and isinstance(item, list) else {key: item}


def _child(schema: Json) -> Json:
    return _schema(schema) if isinstance(schema, dict) else schema
