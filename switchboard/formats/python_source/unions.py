"""Schemas that take one of several things, as people would write them."""

import json

from switchboard.wire import Json, JsonObject

_KINDS = {bool: "boolean", int: "integer", float: "number", str: "string", type(None): "null"}


def either(alternatives: list[JsonObject]) -> JsonObject:
    """One of these: a list of types where that says all, ``anyOf`` where it doesn't."""
    flat = [each for schema in alternatives for each in _flat(schema)]
    different = [*{json.dumps(each, sort_keys=True): each for each in flat}.values()]
    if {"type": "number"} in different:
        different = [each for each in different if each != {"type": "integer"}]
    if {} in different:
        return {}
    if len(different) == 1:
        return different[0]
    nulls = [each for each in different if each == {"type": "null"}]
    rest = [each for each in different if each != {"type": "null"}]
    if all(each.keys() == {"type"} for each in different):
        return {"type": [kind for each in (*rest, *nulls) for kind in _kinds(each)]}
    if nulls and len(rest) == 1 and "type" in rest[0]:
        return _nullable(rest[0])
    return {"anyOf": [*rest, *nulls]}


def enumeration(values: list[Json]) -> JsonObject:
    """One of these values, and of which types they are."""
    flat: list[Json] = []
    for value in values:
        flat += value if isinstance(value, list) else [value]
    kinds: list[Json] = [*dict.fromkeys(_KINDS.get(type(each), "object") for each in flat)]
    return {"type": kinds[0] if len(kinds) == 1 else kinds, "enum": flat}


def _flat(schema: JsonObject) -> list[JsonObject]:
    alternatives = schema.get("anyOf")
    if schema.keys() == {"anyOf"} and isinstance(alternatives, list):
        return [each for each in alternatives if isinstance(each, dict)]
    if schema.keys() == {"type"}:
        return [{"type": kind} for kind in _kinds(schema)]
    return [schema]


def _kinds(schema: JsonObject) -> list[Json]:
    kind = schema["type"]
    return kind if isinstance(kind, list) else [kind]


def _nullable(schema: JsonObject) -> JsonObject:
    kinds = _kinds(schema)
    values = schema.get("enum")
    with_null = [*kinds, *([] if "null" in kinds else ["null"])]
    if not isinstance(values, list) or None in values:
        return {**schema, "type": with_null}
    return {**schema, "type": with_null, "enum": [*values, None]}
