"""Null: whether a schema takes it, a schema that does, and rules that mark it or leave it out."""

from collections.abc import Iterator

from switchboard.fitting.edits import At, Edit
from switchboard.fitting.naming import named
from switchboard.wire import Json, JsonObject

_NULL: JsonObject = {"type": "null"}


def takes_null(schema: Json) -> bool:
    """Whether null fits, as far as the schema says it without references."""
    if not isinstance(schema, dict):
        return schema is True
    kind = schema.get("type", "null")
    is_named = kind == "null" or (isinstance(kind, list) and "null" in kind)
    if not is_named or schema.keys() & {"$ref", "allOf", "oneOf", "not", "if"}:
        return False
    variants = schema.get("anyOf", True)
    return (
        ("enum" not in schema or None in _list(schema["enum"]))
        and schema.get("const") is None
        and any(takes_null(each) for each in _list(variants))
    )


def nullable(schema: Json) -> Json:
    """The schema, or null."""
    if takes_null(schema):
        return schema
    if not isinstance(schema, dict):
        return _NULL
    if isinstance(schema.get("type"), str | list) and not schema.keys() & _BESIDE_TYPE:
        return _with_null(schema)
    if schema.keys() == {"anyOf"} or schema.keys() <= {"anyOf", "title", "description"}:
        return {**schema, "anyOf": [*_list(schema["anyOf"]), _NULL]}
    return _wrapped(schema)


def null_apart(node: JsonObject, at: At) -> Iterator[Edit]:
    """Null among types or alternatives becomes ``nullable``."""
    yield from _null_taken_out(node, at, {"nullable": True}, "")


def null_left_out(node: JsonObject, at: At) -> Iterator[Edit]:
    """Null among types or alternatives goes."""
    yield from _null_taken_out(node, at, {}, "Null cannot be given any more.")


_BESIDE_TYPE = {"$ref", "anyOf", "allOf", "oneOf", "not", "if", "const", "$defs", "definitions"}
_WORDS = ("title", "description")


def _with_null(schema: JsonObject) -> JsonObject:
    kinds = _list(schema["type"])
    plain = {**schema, "type": kinds if "null" in kinds else [*kinds, "null"]}
    if "enum" not in schema or None in _list(schema["enum"]):
        return plain
    return {**plain, "enum": [*_list(schema["enum"]), None]}


def _wrapped(schema: JsonObject) -> JsonObject:
    words = {key: schema[key] for key in _WORDS if key in schema}
    inner = {key: value for key, value in schema.items() if key not in words}
    return {"anyOf": [inner, _NULL], **words}


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _null_taken_out(node: JsonObject, at: At, mark: JsonObject, meaning: str) -> Iterator[Edit]:
    kinds, variants = node.get("type"), node.get("anyOf")
    in_types = isinstance(kinds, list) and "null" in kinds and len(kinds) > 1
    real = [each for each in variants if not _is_null(each)] if isinstance(variants, list) else []
    in_variants = isinstance(variants, list) and 0 < len(real) < len(variants)
    if in_types or in_variants:
        yield Edit(
            "null",
            f"Null for {named(at.path)} becomes `nullable`"
            if mark
            else f"Null for {named(at.path)} is dropped",
            lambda now: {**_without_null(now), **mark},
            meaning,
            beneath=("type",) if in_types else ("anyOf",),
            is_first=True,
        )


def _without_null(node: JsonObject) -> JsonObject:
    kinds, variants = node.get("type"), node.get("anyOf")
    if isinstance(kinds, list):
        names: list[Json] = [kind for kind in kinds if kind != "null"]
        node = {**node, "type": names[0] if len(names) == 1 else names}
    if isinstance(variants, list):
        node = {**node, "anyOf": [each for each in variants if not _is_null(each)]}
    return node


def _is_null(schema: Json) -> bool:
    return isinstance(schema, dict) and schema.get("type") == "null"
