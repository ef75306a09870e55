"""Which properties of an object the schema has looked at, for ``unevaluatedProperties``.

Source: JSON Schema 2020-12 Core, section 11.3. The stock implementation searches patterns without
a timeout and its recursion looks at no clock.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from referencing.jsonschema import lookup_recursive_ref

from switchboard.tools.deadline import stop_when_late
from switchboard.tools.patterns import found

Validator: TypeAlias = Any


def evaluated_properties(
    validator: Validator, instance: Mapping[str, Any], schema: Any
) -> set[str]:
    """The keys that the schema, or what it applies in the same place, has accepted."""
    stop_when_late()
    if not isinstance(schema, dict):
        return set()
    keys = set(_own(validator, instance, schema))
    for other, subschema in _applied(validator, instance, schema):
        keys |= evaluated_properties(other, instance, subschema)
    return keys


def _own(validator: Validator, instance: Mapping[str, Any], schema: Any) -> Iterator[str]:
    yield from schema.get("properties", {}).keys() & instance.keys()
    for pattern in schema.get("patternProperties", {}):
        yield from (key for key in instance if found(pattern, key))
    for keyword in ("additionalProperties", "unevaluatedProperties"):
        if keyword in schema:
            yield from (
                key for key, value in instance.items() if _holds(validator, value, schema[keyword])
            )


def _applied(
    validator: Validator, instance: Mapping[str, Any], schema: Any
) -> Iterator[tuple[Validator, Any]]:
    """The schemas that hold for the same object, each with a validator that stands there."""
    yield from _referred(validator, schema)
    subschemas = [each for word in ("allOf", "anyOf", "oneOf") for each in schema.get(word, [])]
    subschemas += [
        each for key, each in schema.get("dependentSchemas", {}).items() if key in instance
    ]
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
        yield (
            validator.evolve(schema=target.contents, _resolver=target.resolver),
            target.contents,
        )


def _holds(validator: Validator, value: Any, subschema: Any) -> bool:
    return next(validator.descend(value, subschema), None) is None
