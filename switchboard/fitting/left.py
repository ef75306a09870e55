"""What still keeps a definition from a goal after every change that can be made for it."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from switchboard.fitting.naming import named
from switchboard.fitting.rules.references import DEFINITIONS, is_steady
from switchboard.problems import JsonPath, Problem
from switchboard.tools.quoting import code
from switchboard.tools.subschemas import Subschema, children, subschemas
from switchboard.wire import Json, JsonObject

_ROOT: JsonPath = ("parameters",)
_PROPERTY = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]{0,63}\Z")
_SAYS_WHAT = frozenset({"type", "anyOf", "enum", "const", "$ref", "allOf", "oneOf"})
_MOST_PROPERTIES = 5_000
_MOST_ENUM_VALUES = 1_000
_DEEPEST = {"strict": 10, "all": 5}


def left_of(function: JsonObject, goal: str) -> tuple[Problem, ...]:
    """With paths from the function object."""
    parameters = function.get("parameters")
    places = [each for each in subschemas(parameters, _ROOT) if not _is_member(each.path)]
    return (
        *(problem for place in places for problem in _CHECKS[goal](place)),
        *_too_deep(parameters, goal),
        *(_too_many(places) if goal == "strict" else ()),
        *(_undescribed(function) if goal == "all" else ()),
    )


def _is_member(path: JsonPath) -> bool:
    """Whether it is of what could not be merged, which is said once."""
    pairs = pairwise(path)
    return any(step in ("allOf", "oneOf") and isinstance(at, int) for step, at in pairs)


def _strict(place: Subschema) -> Iterator[Problem]:
    schema, path = place.schema, place.path
    if not schema.keys() & _SAYS_WHAT:
        yield Problem(f"Anything is taken by {named(path)}. Say of which type it is.", path)
    for key in ("allOf", "oneOf"):
        if key in schema:
            yield _unmergeable(path, key)
    if schema.keys() != {"$ref"} or not is_steady(str(schema["$ref"])):
        yield from _lost_reference(place)
    yield from _free_form(place)
    for name in _booleans(schema):
        where = (*path, "properties", name)
        yield Problem(f"Anything is taken by {code(name)}. Say of which type it is.", where)


def _gemini(place: Subschema) -> Iterator[Problem]:
    yield from _property_names(place)
    yield from _lost_reference(place)
    yield from _null_alone(place)


def _common(place: Subschema) -> Iterator[Problem]:
    yield from _property_names(place)
    yield from _lost_reference(place)
    yield from _null_alone(place)
    yield from _nameless(place)
    if "anyOf" in place.schema:
        yield _unmergeable(place.path, "anyOf")


_CHECKS: dict[str, Callable[[Subschema], Iterator[Problem]]] = {
    "strict": _strict,
    "strict-anthropic": _strict,
    "gemini": _gemini,
    "all": _common,
}


def _free_form(place: Subschema) -> Iterator[Problem]:
    schema, path = place.schema, place.path
    kind = schema.get("type")
    is_object = kind == "object" or (isinstance(kind, list) and "object" in kind)
    if (is_object or "properties" in schema) and schema.get("additionalProperties") is not False:
        yield Problem(
            f"Properties of any name are taken by {named(path)}, which cannot be closed. Name them,"
            " or make it a list of objects with a name and a value.",
            path,
            keyword="additionalProperties",
        )


def _nameless(place: Subschema) -> Iterator[Problem]:
    is_empty = place.schema.get("type") == "object" and not place.schema.get("properties")
    if is_empty and place.path != _ROOT:
        yield Problem(
            f"Properties of any name are taken by {named(place.path)}, which not everybody takes."
            " Name them, or make it a list of objects with a name and a value.",
            place.path,
            keyword="properties",
        )


def _unmergeable(path: JsonPath, key: str) -> Problem:
    message = f"{code(key)} of {named(path)} cannot be put into one schema. Write it as one."
    return Problem(message, (*path, key), keyword=key)


def _lost_reference(place: Subschema) -> Iterator[Problem]:
    reference = place.schema.get("$ref")
    if isinstance(reference, str):
        message = (
            f"{code(reference, longest=100)} is not followed. Copy what it names to its place."
        )
        yield Problem(message, (*place.path, "$ref"), keyword="$ref")


def _property_names(place: Subschema) -> Iterator[Problem]:
    properties = place.schema.get("properties")
    for name in properties if isinstance(properties, dict) else {}:
        if not _PROPERTY.match(name):
            yield Problem(
                f"The property name {code(name)} is refused: it takes 1 to 64 letters, digits and"
                " underscores, no digit first. Rename it here and where the tool is run.",
                (*place.path, "properties", name),
            )


def _null_alone(place: Subschema) -> Iterator[Problem]:
    if place.schema.get("type") == "null":
        message = f"Nothing but null is taken by {named(place.path)}, which is refused. Remove it."
        yield Problem(message, (*place.path, "type"), keyword="type")


def _too_deep(parameters: Json, goal: str) -> Iterator[Problem]:
    most = _DEEPEST.get(goal)
    if most is not None and (deepest := _depth(parameters)) > most:
        message = f"The parameters are {deepest} levels deep; {most} are taken. Make them flatter."
        yield Problem(message, _ROOT)


def _depth(schema: Json) -> int:
    """Levels of objects and arrays beneath the outermost; references are not followed."""
    deepest, layer = 0, [(schema, 0)]
    for inner, level in layer:
        deepest = max(deepest, level)
        for child, steps in children(inner) if isinstance(inner, dict) else ():
            if steps[0] not in DEFINITIONS:
                layer.append((child, level + (steps[0] in ("properties", "items"))))
    return deepest


def _too_many(places: list[Subschema]) -> Iterator[Problem]:
    properties = sum(_size(each.schema.get("properties")) for each in places)
    values = sum(_size(each.schema.get("enum")) for each in places)
    for count, most, what in (
        (properties, _MOST_PROPERTIES, "properties"),
        (values, _MOST_ENUM_VALUES, "values to choose from"),
    ):
        if count > most:
            yield Problem(f"There are {count} {what}; {most} are taken. Remove some.", _ROOT)


def _size(value: Json) -> int:
    return len(value) if isinstance(value, dict | list) else 0


def _undescribed(function: JsonObject) -> Iterator[Problem]:
    description = function.get("description")
    if not isinstance(description, str) or not description.strip():
        yield Problem("There is no description. Say what the tool does.", ("description",))


def _booleans(schema: JsonObject) -> list[str]:
    properties = schema.get("properties")
    inner = properties if isinstance(properties, dict) else {}
    return [name for name, value in inner.items() if isinstance(value, bool)]
