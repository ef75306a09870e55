"""Null: whether a schema takes it, and a schema that does."""

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
