"""A parameter's schema made anew, as another kind or with other options."""

from switchboard.forms.parameters import KINDS
from switchboard.tools import value_problems
from switchboard.wire import Json, JsonObject

_KEYWORDS: dict[str, tuple[str, ...]] = {
    "string": ("minLength", "maxLength", "pattern", "format", "contentEncoding"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "array": ("items", "minItems", "maxItems", "uniqueItems", "contains", "additionalItems"),
    "object": (
        "properties",
        "required",
        "additionalProperties",
        "patternProperties",
        "propertyNames",
        "minProperties",
        "maxProperties",
    ),
}
_OF_ANY = ("type", "enum")


def begun(kind: str, holder: JsonObject) -> JsonObject:
    """A new schema of the kind; an object within a closed one is closed too."""
    schema = {**KINDS[kind]}
    is_closed = holder.get("additionalProperties") is False
    if is_closed and kind == "object":
        schema["additionalProperties"] = False
    if is_closed and kind == "list:object":
        schema["items"] = {"type": "object", "properties": {}, "additionalProperties": False}
    return schema


def remade(old: JsonObject, new: JsonObject) -> JsonObject:
    """The old schema as the new kind: what the new one has a use for, and all that is not known
    here, is kept."""
    useful = _useful(new["type"])
    known = {*_OF_ANY, *(word for words in _KEYWORDS.values() for word in words)}
    kept = {key: item for key, item in old.items() if key not in known or key in useful}
    options = _options_of(old)
    inner = new.get("items")
    if options and "enum" in new:
        new = choice_of(new, options)
    elif options and isinstance(inner, dict) and "enum" in inner:
        new = {**new, "items": choice_of(inner, options)}
    return _without_misfits({"type": new["type"], **kept, **new})


def _useful(kind: Json) -> set[str]:
    """``items`` and ``properties`` come with the new kind."""
    words = _KEYWORDS["number" if kind == "integer" else str(kind)] if kind != "boolean" else ()
    return {*words} - {"items", "contains", "properties", "required"}


def _without(schema: JsonObject, keyword: str) -> JsonObject:
    return {key: item for key, item in schema.items() if key != keyword}


def _options_of(schema: JsonObject) -> list[Json]:
    inner = schema.get("items")
    options = schema.get("enum", inner.get("enum") if isinstance(inner, dict) else None)
    return options if isinstance(options, list) else []


def _without_misfits(schema: JsonObject) -> JsonObject:
    """A default or an example of the former kind would be wrong now."""
    if "default" in schema and value_problems(schema["default"], {"type": schema["type"]}):
        schema = _without(schema, "default")
    examples = schema.get("examples")
    if isinstance(examples, list):
        fitting = [one for one in examples if not value_problems(one, {"type": schema["type"]})]
        schema = {**schema, "examples": fitting} if fitting else _without(schema, "examples")
    return schema


def choice_of(schema: JsonObject, options: list[Json]) -> JsonObject:
    """The schema with these options; its type follows them."""
    new: JsonObject = {**schema, "enum": options}
    if "type" not in schema or not any(value_problems(one, _type_of(schema)) for one in options):
        return new
    kinds = list(dict.fromkeys(map(_json_type, options)))
    return {**new, "type": kinds[0] if len(kinds) == 1 else list[Json](kinds)}


def _type_of(schema: JsonObject) -> JsonObject:
    return {"type": schema["type"]}


def _json_type(value: Json) -> str:
    if value is None or isinstance(value, bool):
        return "null" if value is None else "boolean"
    names = {str: "string", int: "integer", float: "number", list: "array"}
    return names.get(type(value), "object")
