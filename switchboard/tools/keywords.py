"""Keywords whose stock implementation can take endless time, written anew with a bound.

They agree with ``jsonschema`` on every verdict; only the way there differs.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, TypeAlias

from jsonschema.exceptions import ValidationError

from switchboard.tools.evaluated import evaluated_items, evaluated_properties
from switchboard.tools.patterns import found
from switchboard.tools.quoting import code

Validator: TypeAlias = Any
Errors: TypeAlias = Iterator[ValidationError]


def pattern(validator: Validator, wanted: str, instance: Any, _: Any) -> Errors:
    """``re.search`` has no timeout."""
    if validator.is_type(instance, "string") and not found(wanted, instance):
        yield ValidationError(f"does not match {wanted!r}")


def pattern_properties(validator: Validator, named: Any, instance: Any, _: Any) -> Errors:
    """``re.search`` has no timeout."""
    if not validator.is_type(instance, "object"):
        return
    for wanted, subschema in named.items():
        for key in instance:
            if found(wanted, key):
                yield from validator.descend(instance[key], subschema, path=key, schema_path=wanted)


def additional_properties(
    validator: Validator, subschema: Any, instance: Any, schema: Mapping[str, Any]
) -> Errors:
    """``re.search`` has no timeout."""
    if not validator.is_type(instance, "object"):
        return
    extras = [key for key in instance if _is_additional(key, schema)]
    if subschema is False and extras:
        yield ValidationError(_not_known(extras, schema))
    elif subschema is not False:
        for key in extras:
            yield from validator.descend(instance[key], subschema, path=key)


def unevaluated_properties(
    validator: Validator, _: Any, instance: Any, schema: Mapping[str, Any]
) -> Errors:
    """``re.search`` has no timeout, and the stock search doubles with every level."""
    if not validator.is_type(instance, "object"):
        return
    evaluated = evaluated_properties(validator, instance, schema)
    extras = [key for key in instance if key not in evaluated]
    if extras:
        yield ValidationError(_not_known(extras, schema))


def unevaluated_items(
    validator: Validator, _: Any, instance: Any, schema: Mapping[str, Any]
) -> Errors:
    """The stock search doubles with every level."""
    if not validator.is_type(instance, "array"):
        return
    extras = len(instance) - len(
        evaluated_items(validator, instance, schema) & {*range(len(instance))}
    )
    if extras:
        yield ValidationError(f"has {extras} entries too many")


def unique_items(validator: Validator, wanted: bool, instance: Any, _: Any) -> Errors:
    """The stock one compares each item with each other."""
    if wanted and validator.is_type(instance, "array"):
        kinds = {_identity(item) for item in instance}
        if len(kinds) < len(instance):
            yield ValidationError("has items that are equal")


def _is_additional(key: str, schema: Mapping[str, Any]) -> bool:
    if key in schema.get("properties", {}):
        return False
    return not any(found(wanted, key) for wanted in schema.get("patternProperties", {}))


def _not_known(extras: list[str], schema: Mapping[str, Any]) -> str:
    known = [str(name) for name in schema.get("properties", {})]
    named = ", ".join(map(code, extras[:5]))
    more = f" and {len(extras) - 5} more" if len(extras) > 5 else ""
    close = get_close_matches(extras[0][:60], known, n=1) if len(extras) == 1 else []
    if close:
        return f"{named} is not a known property. Did you mean {code(close[0])}?"
    verb = "is not a known property" if len(extras) == 1 else "are not known properties"
    advice = f"Known are: {', '.join(map(code, known[:12]))}" if known else "Remove it"
    return f"{named}{more} {verb}. {advice}{', …' if len(known) > 12 else '.'}"


def _identity(value: Any) -> Any:
    """A hashable that is equal for equal JSON values: ``1`` and ``1.0`` are, ``true`` is not."""
    if isinstance(value, bool):
        return ("bool", value)
    if isinstance(value, dict):
        return ("object", frozenset((key, _identity(item)) for key, item in value.items()))
    if isinstance(value, list):
        return ("array", tuple(_identity(item) for item in value))
    return value
