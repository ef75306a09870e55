"""Two schemas that both hold, as one."""

from switchboard.wire import Json, JsonObject


def merged(first: JsonObject, second: JsonObject) -> JsonObject:
    """Properties and required names of both; of anything else the first's."""
    both = {**second, **first}
    if "properties" in first and "properties" in second:
        both["properties"] = {**_object(second["properties"]), **_object(first["properties"])}
    if "required" in first and "required" in second:
        names = [*_list(first["required"]), *_list(second["required"])]
        both["required"] = [name for at, name in enumerate(names) if name not in names[:at]]
    return both


def any_of_them(schemas: list[JsonObject]) -> JsonObject:
    """One object with the properties of all, of which only what all require is required."""
    properties: JsonObject = {}
    for schema in schemas:
        properties = {**_object(schema.get("properties")), **properties}
    required = [_list(schema.get("required")) for schema in schemas]
    common = [name for name in required[0] if all(name in names for names in required)]
    whole: JsonObject = {"type": "object", "properties": properties}
    return whole | ({"required": common} if common else {})


def _object(value: Json) -> JsonObject:
    return value if isinstance(value, dict) else {}


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
