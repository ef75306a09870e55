"""Arguments for a fitted tool, in the terms of the tool as it was written."""

from dataclasses import dataclass
from typing import Any

from switchboard.fitting.edits import without
from switchboard.fitting.fitting import Fitting
from switchboard.payload.gemini.references import pointed_at
from switchboard.payload.gemini.scalars import as_text
from switchboard.tools.deadline import OutOfTime, at_most, stop_when_late
from switchboard.tools.schemas import validator_of
from switchboard.wire import Json, JsonObject

_LONGEST_S = 1.0


def as_before(arguments: JsonObject, fitting: Fitting) -> JsonObject:
    """The arguments with what stands for something else put back.

    A property that is null is left out where the tool as written neither requires it nor takes
    null for it; a text that stands for another value of an ``enum`` becomes that value. Of
    alternatives the first counts that the result fits, with all that stands beside them.
    Arguments that fit a definition after changes none of which loosens then fit the one before.
    What takes longer than a second comes back as it is.
    """
    parameters = fitting.before.get("parameters")
    if not isinstance(parameters, dict) or fitting.is_schema_left:
        return arguments
    try:
        with at_most(_LONGEST_S):
            undone = _Undoing(parameters, validator_of(parameters)).value(arguments, [parameters])
    except (OutOfTime, RecursionError):
        return arguments
    return undone if isinstance(undone, dict) else arguments


@dataclass(frozen=True, slots=True)
class _Undoing:
    root: JsonObject
    validator: Any

    def value(self, value: Json, schemas: list[JsonObject]) -> Json:
        """The value under schemas all of which hold."""
        stop_when_late()
        whole = [part for schema in schemas for part in self._parts(schema)]
        for at, schema in enumerate(whole):
            variants = schema.get("anyOf", schema.get("oneOf"))
            if isinstance(variants, list):
                rest = without(schema, *_CHOICES)
                return self._chosen(value, [*whole[:at], rest, *whole[at + 1 :]], variants)
        if isinstance(value, dict):
            return self._object(value, whole)
        if isinstance(value, list):
            return [self.value(each, _at_index(whole, at)) for at, each in enumerate(value)]
        return _from_text(value, whole)

    def _parts(self, schema: JsonObject) -> list[JsonObject]:
        """The schema and those that hold beside it, by reference or in ``allOf``."""
        found = [without(schema, "$ref", "allOf")]
        reference, members = schema.get("$ref"), schema.get("allOf")
        target = pointed_at(self.root, reference) if isinstance(reference, str) else None
        for each in [target, *(members if isinstance(members, list) else [])]:
            if isinstance(each, dict):
                found += self._parts(each)
        return found

    def _chosen(self, value: Json, rest: list[JsonObject], variants: list[Json]) -> Json:
        fitting = []
        for variant in variants:
            if isinstance(variant, dict):
                undone = self.value(value, [*rest, variant])
                if self._fits(undone, variant):
                    fitting.append(undone)
                    if all(self._fits(undone, each) for each in rest):
                        return undone
        return fitting[0] if fitting else self.value(value, rest)

    def _object(self, value: JsonObject, schemas: list[JsonObject]) -> JsonObject:
        required = {name for schema in schemas for name in _names(schema.get("required"))}
        undone: JsonObject = {}
        for name, item in value.items():
            inner = [each for schema in schemas for each in _of_property(schema, name)]
            if item is None and name not in required and not self._all_take_null(inner):
                continue
            dicts = [each for each in inner if isinstance(each, dict)]
            undone[name] = self.value(item, dicts) if dicts else item
        return undone

    def _all_take_null(self, schemas: list[Json]) -> bool:
        return all(self._fits(None, schema) for schema in schemas)

    def _fits(self, value: Json, schema: Json) -> bool:
        return bool(self.validator.evolve(schema=schema).is_valid(value))


_CHOICES = ("anyOf", "oneOf")


def _of_property(schema: JsonObject, name: str) -> list[Json]:
    properties = schema.get("properties")
    if isinstance(properties, dict) and name in properties:
        return [properties[name]]
    beyond = schema.get("additionalProperties")
    return [beyond] if isinstance(beyond, dict) else []


def _at_index(schemas: list[JsonObject], at: int) -> list[JsonObject]:
    found = []
    for schema in schemas:
        rows = schema.get("prefixItems", schema.get("items"))
        inner = rows[at] if isinstance(rows, list) and at < len(rows) else schema.get("items")
        found += [inner] if isinstance(inner, dict) else []
    return found


def _from_text(value: Json, schemas: list[JsonObject]) -> Json:
    for schema in schemas:
        values = [schema["const"]] if "const" in schema else schema.get("enum")
        if isinstance(value, str) and isinstance(values, list) and value not in values:
            return next((each for each in values if as_text(each) == value), value)
    return value


def _names(required: Json) -> list[str]:
    return [str(name) for name in required] if isinstance(required, list) else []
