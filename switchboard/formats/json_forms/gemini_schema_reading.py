"""Gemini's ``Schema`` as JSON Schema."""

from switchboard.formats.json_forms.gemini_words import CAMEL, SIZES, TYPES, UNSPECIFIED
from switchboard.wire import Json, JsonObject

_NULL: JsonObject = {"type": "null"}
_LISTS = ("anyOf", "oneOf", "allOf", "prefixItems")


def from_gemini(schema: Json) -> Json:
    """The same schema with JSON Schema's words; what has no other word is kept as it is."""
    if not isinstance(schema, dict):
        return schema
    renamed = {CAMEL.get(key, key): item for key, item in schema.items()}
    is_nullable = renamed.pop("nullable", None) is True
    found: JsonObject = {}
    for key, item in renamed.items():
        found.update(_keyword(key, item))
    return _nullable(found) if is_nullable else found


def _keyword(key: str, item: Json) -> JsonObject:
    if key == "type" and isinstance(item, str):
        return {} if item == UNSPECIFIED else {key: TYPES.get(item, item)}
    if key in ("properties", "defs", "$defs") and isinstance(item, dict):
        children = {name: from_gemini(child) for name, child in item.items()}
        return {"$defs" if key == "defs" else key: children}
    if key in ("items", "additionalProperties"):
        return {key: from_gemini(item)}
    if key in _LISTS and isinstance(item, list):
        return {key: [from_gemini(child) for child in item]}
    if key == "ref" and isinstance(item, str):
        return {"$ref": item.replace("#/defs/", "#/$defs/", 1)}
    if key == "example":
        return {"examples": [item]}
    return {key: _size(item) if key in SIZES and isinstance(item, str) else item}


def _size(digits: str) -> Json:
    is_number = digits.isascii() and digits.isdecimal() and len(digits) < 20
    return int(digits) if is_number else digits


def _nullable(schema: JsonObject) -> JsonObject:
    """JSON Schema asks every keyword: null must pass ``type``, ``anyOf`` and ``enum``."""
    kind, choices, values = (schema.get(key) for key in ("type", "anyOf", "enum"))
    if isinstance(kind, str) and kind != "null":
        schema["type"] = [kind, "null"]
    if isinstance(choices, list) and _NULL not in choices:
        schema["anyOf"] = [*choices, _NULL]
    if isinstance(values, list) and None not in values:
        schema["enum"] = [*values, None]
    return schema
