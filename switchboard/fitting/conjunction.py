"""Two schemas that both hold, as one schema that says exactly the same; or none."""

from collections.abc import Callable
from functools import reduce

from switchboard.wire import Json, JsonObject

WORDS = frozenset(
    {"title", "description", "default", "examples", "example", "deprecated", "readOnly"}
    | {"writeOnly", "$comment", "nullable", "$schema", "$id"}
)
"""Keywords that refuse nothing."""

# These look at each other, so two sets of them cannot be laid together one by one.
_TOGETHER: tuple[frozenset[str], ...] = (
    frozenset({"if", "then", "else"}),
    frozenset({"contains", "minContains", "maxContains"}),
    frozenset({"prefixItems", "items", "additionalItems", "unevaluatedItems"}),
    frozenset({"properties", "patternProperties", "additionalProperties"}),
)


def both(first: JsonObject, second: JsonObject) -> JsonObject | None:
    """What both say; of words (title, description, default) the first's.

    ``None`` where one schema cannot say it without ``allOf``, or nothing can fit both.
    """
    if "unevaluatedProperties" in {*first, *second}:
        return None
    objects = _objects(first, second)
    if objects is None or any(_clash(first, second, keys) for keys in _TOGETHER[:3]):
        return None
    joined = {**second, **first, **objects}
    for key in (first.keys() & second.keys()) - WORDS - objects.keys():
        if first[key] == second[key]:
            continue
        value = _JOINS[key](first[key], second[key]) if key in _JOINS else None
        if value is None:
            return None
        joined[key] = value
    return joined


def all_of(schemas: list[JsonObject]) -> JsonObject | None:
    """What all of them say."""
    start: JsonObject | None = {}
    return reduce(lambda sum, each: None if sum is None else both(sum, each), schemas, start)


def _clash(first: JsonObject, second: JsonObject, keys: frozenset[str]) -> bool:
    ours, theirs = first.keys() & keys, second.keys() & keys
    if not ours or not theirs:
        return False
    is_plain = ours == theirs == {"items"} and isinstance(first["items"], dict | bool)
    return not is_plain and any(first.get(key) != second.get(key) for key in keys)


def _objects(first: JsonObject, second: JsonObject) -> JsonObject | None:
    """The properties of both: what the one does not name, its ``additionalProperties`` judge."""
    keys = _TOGETHER[3]
    if not first.keys() & keys or not second.keys() & keys:
        return {}
    if "patternProperties" in {*first, *second}:
        return {} if all(first.get(key) == second.get(key) for key in keys) else None
    rest = _schema(
        first.get("additionalProperties", True), second.get("additionalProperties", True)
    )
    names = {**_properties(second), **_properties(first)}
    properties = {name: _schema(_said(first, name), _said(second, name)) for name in names}
    if rest is None or None in properties.values():
        return None
    if rest is False:
        properties = {name: value for name, value in properties.items() if value is not False}
    joined: JsonObject = {"properties": properties} if names else {}
    return joined if rest is True else {**joined, "additionalProperties": rest}


def _said(schema: JsonObject, name: str) -> Json:
    properties = _properties(schema)
    return properties[name] if name in properties else schema.get("additionalProperties", True)


def _properties(schema: JsonObject) -> JsonObject:
    value = schema.get("properties")
    return value if isinstance(value, dict) else {}


def _schema(first: Json, second: Json) -> Json:
    """``None`` where they cannot be joined."""
    if first is False or second is False:
        return False
    if first is True or first == second:
        return second
    if second is True:
        return first
    return both(first, second) if isinstance(first, dict) and isinstance(second, dict) else None


def _types(first: Json, second: Json) -> Json:
    ours, theirs = _list(first), _list(second)
    common = [each for each in ours if _covers(theirs, each)]
    common += [each for each in theirs if each not in ours and _covers(ours, each)]
    if not common:
        return None
    return common[0] if len(common) == 1 else list(common)


def _covers(types: list[Json], kind: Json) -> bool:
    return kind in types or (kind == "integer" and "number" in types)


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _required(first: Json, second: Json) -> Json:
    names = [*_list(first), *_list(second)]
    return [name for at, name in enumerate(names) if name not in names[:at]]


def _enum(first: Json, second: Json) -> Json:
    theirs = _list(second)
    common = [each for each in _list(first) if _is_in(each, theirs)]
    return common or None


def _is_in(value: Json, values: list[Json]) -> bool:
    # In Python ``True == 1``; in JSON it is not.
    return any(
        value == each and isinstance(value, bool) == isinstance(each, bool) for each in values
    )


def _most(first: Json, second: Json) -> Json:
    return max(_number(first), _number(second))


def _least(first: Json, second: Json) -> Json:
    return min(_number(first), _number(second))


def _number(value: Json) -> int | float:
    return value if isinstance(value, int | float) else 0


_JOINS: dict[str, Callable[[Json, Json], Json]] = {
    "type": _types,
    "required": _required,
    "enum": _enum,
    "items": _schema,
    "format": lambda first, _: first,
    **dict.fromkeys(
        ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"), _most
    ),
    **dict.fromkeys(
        ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"), _least
    ),
    "uniqueItems": lambda first, second: bool(first or second),
}
