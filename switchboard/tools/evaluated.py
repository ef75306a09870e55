"""Which parts of a value the schema has looked at, for the ``unevaluated…`` keywords.

Source: JSON Schema 2020-12 Core, section 11. The stock search has no timeout on patterns, its
recursion looks at no clock, and in 2019-09 it raises where ``items`` is true.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from referencing.jsonschema import lookup_recursive_ref

from switchboard.tools.deadline import stop_when_late
from switchboard.tools.patterns import found

Validator: TypeAlias = Any
Own: TypeAlias = Callable[[Any, Any, Any], Iterator[Any]]


def evaluated_properties(
    validator: Validator, instance: Mapping[str, Any], schema: Any
) -> set[str]:
    """The keys that the schema, or what it applies in the same place, has accepted."""
    return _evaluated(validator, instance, schema, own=_own_properties)


def evaluated_items(validator: Validator, instance: Sequence[Any], schema: Any) -> set[int]:
    """The positions that the schema, or what it applies in the same place, has accepted."""
    return _evaluated(validator, instance, schema, own=_own_items)


def _evaluated(validator: Validator, instance: Any, schema: Any, *, own: Own) -> set[Any]:
    stop_when_late()
    if not isinstance(schema, dict):
        return set()
    parts = set(own(validator, instance, schema))
    for other, subschema in _applied(validator, instance, schema):
        parts |= _evaluated(other, instance, subschema, own=own)
    return parts


def _own_properties(validator: Validator, instance: Any, schema: Any) -> Iterator[str]:
    yield from schema.get("properties", {}).keys() & instance.keys()
    for pattern in schema.get("patternProperties", {}):
        yield from (key for key in instance if found(pattern, key))
    for keyword in ("additionalProperties", "unevaluatedProperties"):
        if keyword in schema:
            values = instance.items()
            yield from (key for key, value in values if _holds(validator, value, schema[keyword]))


def _own_items(validator: Validator, instance: Any, schema: Any) -> Iterator[int]:
    first = schema.get("prefixItems", [])
    rest = schema.get("items")
    if isinstance(rest, list):  # Until 2019-09, ``items`` was also what is now prefixItems.
        first, rest = rest, schema.get("additionalItems")
    yield from range(len(instance) if rest is not None else len(first))
    for keyword in ("contains", "unevaluatedItems"):
        if keyword in schema:
            values = enumerate(instance)
            yield from (at for at, value in values if _holds(validator, value, schema[keyword]))


def _applied(validator: Validator, instance: Any, schema: Any) -> Iterator[tuple[Validator, Any]]:
    """The schemas that hold for the same value, each with a validator that stands there."""
    yield from _referred(validator, schema)
    subschemas = [each for word in ("allOf", "anyOf", "oneOf") for each in schema.get(word, [])]
    if isinstance(instance, dict):
        dependent = schema.get("dependentSchemas", {})
        subschemas += [each for key, each in dependent.items() if key in instance]
    if "if" in schema:
        is_so = _holds(validator, instance, schema["if"])
        subschemas += [schema["if"], schema.get("then")] if is_so else [schema.get("else")]
    for subschema in subschemas:
        if subschema is not None and _holds(validator, instance, subschema):
            yield validator, subschema


def _referred(validator: Validator, schema: Any) -> Iterator[tuple[Validator, Any]]:
    resolver = validator._resolver
    targets = [resolver.lookup(schema[word]) for word in ("$ref", "$dynamicRef") if word in schema]
    if "$recursiveRef" in schema:
        targets.append(lookup_recursive_ref(resolver))
    for target in targets:
        evolved = validator.evolve(schema=target.contents, _resolver=target.resolver)
        yield evolved, target.contents


def _holds(validator: Validator, value: Any, subschema: Any) -> bool:
    return next(validator.descend(value, subschema), None) is None
