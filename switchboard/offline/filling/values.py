"""A value for one part of a schema, found in a message."""

from collections.abc import Iterator

from switchboard.offline.filling.candidates import (
    Candidate,
    boolean_candidates,
    choice_candidates,
    number_candidates,
    text_candidates,
)
from switchboard.offline.filling.pool import Pool
from switchboard.offline.filling.wanting import wanted_kinds, wants_prose
from switchboard.offline.schema.checker import Checker
from switchboard.offline.schema.merging import variants
from switchboard.offline.schema.types import types_of
from switchboard.wire import Json, JsonObject

_DEEPEST = 6


class Finder:
    """Finds values for one call's parameters; nothing is used twice."""

    def __init__(self, checker: Checker, pool: Pool) -> None:
        self.checker = checker
        self.pool = pool

    def find(self, schema: Json, name: str, *, required: bool, depth: int = 0) -> Candidate | None:
        """The first fitting value that the message offers, or ``None``."""
        if depth > _DEEPEST:
            return None
        for variant in variants(self.checker, schema):
            for kind in self._kinds(variant):
                for candidate in self._offered(variant, kind, name, required, depth):
                    if self.checker.accepts(candidate.value, schema):
                        if candidate.source:
                            self.pool.take(candidate.source)
                        return candidate
        return None

    def _kinds(self, schema: JsonObject) -> list[str]:
        if "enum" in schema or "const" in schema:
            return ["enum"]
        return types_of(schema) if schema else ["string"]

    def _offered(
        self, schema: JsonObject, kind: str, name: str, required: bool, depth: int
    ) -> Iterator[Candidate]:
        match kind:
            case "enum":
                yield from choice_candidates(schema, name, self.pool)
            case "integer" | "number":
                yield from number_candidates(schema, name, self.pool, required=required)
            case "string":
                yield from text_candidates(schema, name, self.pool, required=required)
            case "boolean":
                yield from boolean_candidates(name, self.pool)
            case "array":
                yield from self._lists(schema, name, required, depth)
            case "object":
                yield from self._objects(schema, depth)

    def _lists(
        self, schema: JsonObject, name: str, required: bool, depth: int
    ) -> Iterator[Candidate]:
        items = self.checker.resolve(schema.get("items"))
        most = schema.get("maxItems")
        limit = most if isinstance(most, int) else 20
        values: list[Json] = []
        while len(values) < limit:
            found = self._next_entry(items, name, required, depth, values)
            if found is None:
                break
            values.append(found.value)
        if values:
            yield Candidate(values)

    def _next_entry(
        self, items: JsonObject, name: str, required: bool, depth: int, taken: list[Json]
    ) -> Candidate | None:
        if "enum" in items:
            named = choice_candidates(items, name, self.pool)
            return next((c for c in named if c.value not in taken), None)
        found = self.find(items, name, required=required, depth=depth + 1)
        # What came from no finding would come again and again.
        if found is None or found.value in taken or (taken and found.source is None):
            return None
        return found

    def _objects(self, schema: JsonObject, depth: int) -> Iterator[Candidate]:
        properties = schema.get("properties")
        required = schema.get("required")
        musts = required if isinstance(required, list) else []
        found: JsonObject = {}
        for key, inner in properties.items() if isinstance(properties, dict) else ():
            value = self.find(inner, key, required=key in musts, depth=depth + 1)
            if value is not None:
                found[key] = value.value
        if found and all(key in found for key in musts):
            yield Candidate(found)


def particularity(name: str, schema: JsonObject) -> int:
    """Which parameter chooses first: one that can use least of what there is."""
    if "enum" in schema or "const" in schema or schema.get("type") == "boolean":
        return 0
    kinds = wanted_kinds(name, schema)
    if kinds and kinds[0] != "name":
        return 1
    if wants_prose(name):
        return 2
    return 3 if schema.get("type") in ("number", "integer") or kinds else 4
