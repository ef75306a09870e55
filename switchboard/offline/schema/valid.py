"""A value that fits a schema, made from the schema alone."""

from collections.abc import Iterator
from itertools import islice

from switchboard.offline.schema.arrays import suggest_arrays
from switchboard.offline.schema.checker import Checker
from switchboard.offline.schema.merging import variants
from switchboard.offline.schema.numbers import suggest_numbers
from switchboard.offline.schema.objects import suggest_objects
from switchboard.offline.schema.texts import suggest_texts
from switchboard.offline.schema.types import types_of
from switchboard.wire import Json, JsonObject

_MOST_TRIES = 60
_FEW_TRIES = 6
# Beyond this depth only the first few suggestions are tried, or a wide recursion never ends.
_DEEP = 3
_DEEPEST = 7


class NoValueError(Exception):
    """No value that fits was found: the schema can't be satisfied, or only in an odd way."""


def make_valid(checker: Checker, schema: Json, name: str = "") -> Json:
    """A value that fits; raises ``NoValueError``. ``name`` is whose value it is to be."""
    for value in _fitting(checker, schema, name, 0):
        return value
    raise NoValueError(name)


def _fitting(checker: Checker, schema: Json, name: str, depth: int) -> Iterator[Json]:
    """Values that fit, the most natural first."""
    tries = _FEW_TRIES if depth > _DEEP else _MOST_TRIES
    for value in islice(_suggest(checker, schema, name, depth), tries):
        if checker.accepts(value, schema):
            yield value


def _suggest(checker: Checker, schema: Json, name: str, depth: int) -> Iterator[Json]:
    if depth > _DEEPEST:
        return
    if schema is True or schema == {}:
        yield from ("example", 1, {}, [], True, None)
        return
    for variant in variants(checker, schema):
        yield from _given(variant)
        for kind in types_of(variant):
            yield from _suggest_type(checker, variant, kind, name, depth)


def _given(schema: JsonObject) -> Iterator[Json]:
    """The values that the schema itself names."""
    if "const" in schema:
        yield schema["const"]
    if "default" in schema:
        yield schema["default"]
    for key in ("examples", "enum"):
        values = schema.get(key)
        yield from values if isinstance(values, list) else ()
    if "example" in schema:
        yield schema["example"]


def _suggest_type(
    checker: Checker, schema: JsonObject, kind: str, name: str, depth: int
) -> Iterator[Json]:
    def fitting(inner: Json, inner_name: str) -> Iterator[Json]:
        return _fitting(checker, inner, inner_name, depth + 1)

    match kind:
        case "string":
            yield from suggest_texts(schema, name, checker.today)
        case "integer" | "number":
            yield from suggest_numbers(schema, kind)
        case "boolean":
            yield from (True, False)
        case "null":
            yield None
        case "array":
            yield from suggest_arrays(schema, name, fitting)
        case "object":
            yield from suggest_objects(schema, fitting)
