"""One schema of OpenAPI, keyword by keyword, as JSON Schema 2020-12.

Sources: OpenAPI 3.0.4 and Swagger 2.0, "Schema Object"; OpenAPI 3.1 is JSON Schema 2020-12 but for
``discriminator``, ``example``, ``externalDocs`` and ``xml``. Real documents of 3.1 keep writing
``nullable`` and truth values for ``exclusiveMinimum``, so they are read in all versions.
"""

from switchboard.formats.openapi.shapes import list_in, object_in, text_in, texts_in
from switchboard.wire import JsonObject

# Of identity and dynamic scope: every reference has been followed, and a name that is kept would
# change what the references of the tool's own schema mean.
_IDENTITY = (
    "$anchor",
    "$comment",
    "$dynamicAnchor",
    "$dynamicRef",
    "$id",
    "$schema",
    "$vocabulary",
)
_OPENAPI_ONLY = ("discriminator", "example", "externalDocs", "nullable", "xml")
_DROPPED = frozenset((*_IDENTITY, *_OPENAPI_ONLY, "$defs", "definitions", "writeOnly"))

_TYPES = frozenset(("array", "boolean", "integer", "null", "number", "object", "string"))
_LIMITS = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))


def as_json_schema(schema: JsonObject) -> JsonObject:
    """The schema's own keywords translated; the schemas within it are left as they are."""
    kept = {
        keyword: value
        for keyword, value in schema.items()
        if keyword not in _DROPPED and not keyword.startswith("x-")
    }
    kept |= _examples(schema) | _described(schema)
    return _nullable(_typed(_required(_limited(kept))), schema)


def _limited(schema: JsonObject) -> JsonObject:
    """``exclusiveMinimum: true`` makes the minimum an exclusive one (JSON Schema Draft 4)."""
    for exclusive, inclusive in _LIMITS:
        said = schema.get(exclusive)
        if isinstance(said, bool):
            schema = {name: value for name, value in schema.items() if name != exclusive}
            if said and inclusive in schema:
                schema[exclusive] = schema.pop(inclusive)
    return schema


def _required(schema: JsonObject) -> JsonObject:
    """``required`` as a list of names; ``required: true`` beside a type is Draft 3."""
    if "required" not in schema:
        return schema
    rest = {name: value for name, value in schema.items() if name != "required"}
    names = texts_in(schema["required"])
    return {**rest, "required": [*names]} if names else rest


def _typed(schema: JsonObject) -> JsonObject:
    if "type" not in schema:
        return schema
    rest = {name: value for name, value in schema.items() if name != "type"}
    said = schema["type"]
    if said == "file":  # Swagger 2.0's type of an upload.
        return {"type": "string", "format": "binary", **rest}
    known = [
        each for each in texts_in(said if isinstance(said, list) else [said]) if each in _TYPES
    ]
    if not known:
        return rest
    return {"type": [*known] if isinstance(said, list) else known[0], **rest}


def _nullable(schema: JsonObject, original: JsonObject) -> JsonObject:
    if original.get("nullable") is not True:
        return schema
    if "type" not in schema:
        # 3.0.4 gives it a meaning beside `type` only; who writes it beside `allOf` means it.
        is_any = not {"$ref", "allOf", "anyOf", "oneOf", "enum"} & schema.keys()
        return schema if is_any else {"anyOf": [schema, {"type": "null"}]}
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    schema = schema | {"type": [*types, *([] if "null" in types else ["null"])]}
    if "enum" in schema and None not in list_in(schema["enum"]):
        schema |= {"enum": [*list_in(schema["enum"]), None]}
    return schema


def _examples(schema: JsonObject) -> JsonObject:
    given = schema.get("examples")
    if isinstance(given, dict):  # 3.0's named Example Objects, misplaced into a schema.
        given = [object_in(each).get("value", each) for each in given.values()]
    examples = list_in(given) or ([schema["example"]] if "example" in schema else [])
    return {"examples": examples} if examples or "examples" in schema else {}


def _described(schema: JsonObject) -> JsonObject:
    """The description, with what the discriminator says, for which JSON Schema has no keyword."""
    discriminator = schema.get("discriminator")
    # In Swagger 2.0 it is the property's name alone.
    name = text_in(object_in(discriminator).get("propertyName")) or text_in(discriminator)
    if not name:
        return {}
    values = ", ".join(object_in(object_in(discriminator).get("mapping")))
    sentence = f"`{name}` says which kind it is" + (f": {values}." if values else ".")
    return {
        "description": "\n\n".join(filter(None, (text_in(schema.get("description")), sentence)))
    }
