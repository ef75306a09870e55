"""Which draft of JSON Schema a schema is written in, and a validator for it that always ends."""

from collections.abc import Callable
from typing import Any, TypeAlias

from jsonschema import validators
from jsonschema.exceptions import ValidationError
from referencing import Registry

from switchboard.tools import keywords
from switchboard.tools.deadline import stop_when_late
from switchboard.wire import Json, JsonObject

Validator: TypeAlias = Any
Keyword: TypeAlias = Callable[[Any, Any, Any, Any], Any]

_BOUNDED: dict[str, Keyword] = {
    "additionalProperties": keywords.additional_properties,
    "pattern": keywords.pattern,
    "patternProperties": keywords.pattern_properties,
    "unevaluatedItems": keywords.unevaluated_items,
    "unevaluatedProperties": keywords.unevaluated_properties,
    "uniqueItems": keywords.unique_items,
}


def _timed(keyword: Keyword) -> Keyword:
    def check(validator: Any, value: Any, instance: Any, schema: Any) -> Any:
        stop_when_late()
        return keyword(validator, value, instance, schema)

    return check


def _bounded(stock: Any) -> Any:
    """The stock validator class with a clock in every keyword."""
    words = {name: _timed(_BOUNDED.get(name, word)) for name, word in stock.VALIDATORS.items()}
    bounded: Any = validators.extend(stock, words)  # type: ignore[no-untyped-call]
    to_stock = bounded.evolve

    # A subschema with a ``$schema`` of its own makes evolve change to that draft's stock class,
    # which has no clock: change on to its bounded twin.
    def evolve(self: Any, **changes: Any) -> Any:
        evolved = to_stock(self, **changes)
        twin = _TWINS.get(type(evolved))
        if twin is None:
            return evolved
        return twin(evolved.schema, registry=Registry(), _resolver=evolved._resolver)

    to_subschema = bounded.descend

    # The stock one forgets where it was when a ``false`` schema forbids a value.
    def descend(
        self: Any,
        instance: Any,
        schema: Any,
        path: Any = None,
        schema_path: Any = None,
        resolver: Any = None,
    ) -> Any:
        if schema is False:
            return iter([_forbidden(instance, path, schema_path)])
        return to_subschema(self, instance, schema, path, schema_path, resolver)

    bounded.evolve, bounded.descend = evolve, descend
    return bounded


def _forbidden(instance: Any, path: Any, schema_path: Any) -> ValidationError:
    return ValidationError(
        "is not allowed",
        validator=None,  # type: ignore[arg-type]
        path=() if path is None else (path,),
        schema_path=() if schema_path is None else (schema_path,),
        instance=instance,
        schema=False,
    )


_TWINS: dict[Any, Any] = {}
_TWINS.update(
    (stock, _bounded(stock))
    for stock in (
        validators.Draft3Validator,
        validators.Draft4Validator,
        validators.Draft6Validator,
        validators.Draft7Validator,
        validators.Draft201909Validator,
        validators.Draft202012Validator,
    )
)
_BY_ADDRESS: dict[str, Any] = {
    str(stock.ID_OF(stock.META_SCHEMA)).partition("://")[2].rstrip("#"): bounded
    for stock, bounded in _TWINS.items()
}
LATEST: Any = _TWINS[validators.Draft202012Validator]
KNOWN_DIALECTS = tuple(str(each.ID_OF(each.META_SCHEMA)) for each in _TWINS)


def dialect_of(schema: Json) -> Any | None:
    """The validator class that ``$schema`` asks for, 2020-12 without one, ``None`` if unknown.

    ``http`` and ``https``, with or without the closing ``#``, are the same. Of vocabularies all
    are taken, as in jsonschema.
    """
    if not isinstance(schema, dict) or "$schema" not in schema:
        return LATEST
    address = schema["$schema"]
    if not isinstance(address, str):
        return None
    known = _BY_ADDRESS.get(address.partition("://")[2].rstrip("#"))
    return known or _dialect_brought_along(schema, address)


def _dialect_brought_along(schema: JsonObject, address: str) -> Any | None:
    """That of the metaschema which a schema embeds by its ``$id`` (2020-12 Core, section 9.3)."""
    for word in ("$defs", "definitions"):
        named = schema.get(word)
        for each in named.values() if isinstance(named, dict) else ():
            if isinstance(each, dict) and each.get("$id") == address and "$schema" in each:
                return dialect_of(each)
    return None


def validator_for(schema: Json, dialect: Any) -> Validator:
    """A validator that fetches nothing: its registry holds the drafts' own schemas alone.

    Without a registry, jsonschema reads ``file://`` and fetches ``http://`` references.
    """
    return dialect(schema, registry=Registry())
