"""Conditions that need no JSON: each about one argument, all of them to hold.

There and back: a list of them is a JSON Schema of the arguments, and a schema that says no more
than such a list can is one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from switchboard.wire import Json, JsonObject

Relation: TypeAlias = Literal[
    "is", "is one of", "matches", "at least", "at most", "is given", "is not given"
]

_LIMITS: dict[Relation, str] = {"at least": "minimum", "at most": "maximum"}


@dataclass(frozen=True, slots=True)
class SimpleCondition:
    """What must be true of one argument."""

    argument: str
    relation: Relation
    value: Json = None
    """A list for ``is one of``, a regular expression for ``matches``, a number for the limits."""


def condition_of(conditions: Iterable[SimpleCondition]) -> JsonObject:
    """The schema that exactly those arguments fit for which all of them hold; none: any object."""
    layers: list[list[SimpleCondition]] = []
    for each in conditions:
        free = next((layer for layer in layers if _goes_with(each, layer)), None)
        if free is None:
            layers.append([each])
        else:
            free.append(each)
    schemas: list[Json] = [_schema(layer) for layer in layers]
    if len(schemas) == 1 and isinstance(schemas[0], dict):
        return schemas[0]
    return {"allOf": schemas} if schemas else {}


def simple_conditions(schema: JsonObject) -> list[SimpleCondition] | None:
    """What a form can show of a schema: all of it, or ``None`` where it says more than that."""
    layers = schema.get("allOf")
    if layers is None:
        return _of_layer(schema)
    if not isinstance(layers, list) or not layers or len(schema) > 1:
        return None
    found = [_of_layer(each) if isinstance(each, dict) else None for each in layers]
    return None if None in found else [one for each in found if each for one in each]


def _goes_with(new: SimpleCondition, layer: Sequence[SimpleCondition]) -> bool:
    """Whether one schema of an argument can say both: a lower and an upper limit."""
    same = [each for each in layer if each.argument == new.argument]
    if new.relation not in _LIMITS:
        return not same
    return all(each.relation in _LIMITS and each.relation != new.relation for each in same)


def _schema(layer: Sequence[SimpleCondition]) -> JsonObject:
    properties: JsonObject = {}
    for each in layer:
        before = properties.get(each.argument)
        said = _property(each)
        is_both = isinstance(before, dict) and isinstance(said, dict)
        properties[each.argument] = {**before, **said} if is_both else said  # type: ignore[dict-item]
    given = dict.fromkeys(each.argument for each in layer if each.relation != "is not given")
    return {"properties": properties, **({"required": [*given]} if given else {})}


def _property(condition: SimpleCondition) -> Json:
    relation, value = condition.relation, condition.value
    if relation in _LIMITS:
        return {"type": "number", _LIMITS[relation]: value}
    schemas: dict[str, Json] = {
        "is": {"const": value},
        "is one of": {"enum": value},
        "matches": {"type": "string", "pattern": value},
        "is given": True,
        "is not given": False,
    }
    return schemas[relation]


def _of_layer(schema: JsonObject) -> list[SimpleCondition] | None:
    properties, required = schema.get("properties", {}), schema.get("required", [])
    is_plain = not schema.keys() - {"type", "properties", "required"}
    if not is_plain or schema.get("type", "object") != "object":
        return None
    if not isinstance(properties, dict) or not isinstance(required, list):
        return None
    if not all(isinstance(name, str) for name in required):
        return None
    found: list[SimpleCondition] = []
    for name, said in properties.items():
        each = [*_conditions(name, said, is_required=name in required)]
        if not each:
            return None
        found += each
    given = [str(name) for name in required if name not in properties]
    return [*found, *(SimpleCondition(name, "is given") for name in given)]


def _conditions(name: str, said: Json, *, is_required: bool) -> Iterator[SimpleCondition]:
    """Nothing where the schema says what no form can."""
    if said is False and not is_required:
        yield SimpleCondition(name, "is not given")
    if not is_required:
        return
    if said is True or said == {}:
        yield SimpleCondition(name, "is given")
    if isinstance(said, dict):
        yield from _of_property(name, said)


def _of_property(name: str, said: JsonObject) -> Iterator[SimpleCondition]:
    if said.keys() == {"const"}:
        yield SimpleCondition(name, "is", said["const"])
    if said.keys() == {"enum"} and isinstance(said["enum"], list):
        yield SimpleCondition(name, "is one of", said["enum"])
    if said.keys() == {"type", "pattern"} and said["type"] == "string":
        if isinstance(said["pattern"], str):
            yield SimpleCondition(name, "matches", said["pattern"])
    elif said.get("type") == "number" and not said.keys() - {"type", *_LIMITS.values()}:
        yield from _limits(name, said)


def _limits(name: str, said: JsonObject) -> Iterator[SimpleCondition]:
    limits = {relation: said[word] for relation, word in _LIMITS.items() if word in said}
    if all(_is_number(limit) for limit in limits.values()):
        yield from (SimpleCondition(name, relation, limit) for relation, limit in limits.items())


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
