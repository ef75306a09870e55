"""A value for one part of a schema, found in a message."""

from collections.abc import Iterator

from switchboard.offline.clauses import split_clauses
from switchboard.offline.declining import without_declined
from switchboard.offline.filling.candidates import (
    Candidate,
    boolean_candidates,
    choice_candidates,
    number_candidates,
)
from switchboard.offline.filling.directions import directed_part
from switchboard.offline.filling.inventing import invent_all
from switchboard.offline.filling.order import in_order
from switchboard.offline.filling.phrases import listed_things, thing_words
from switchboard.offline.filling.pool import Pool
from switchboard.offline.filling.texts import text_candidates
from switchboard.offline.filling.wanting import wants_thing
from switchboard.offline.schema.checker import Checker
from switchboard.offline.schema.merging import variants
from switchboard.offline.schema.types import as_map, count_of, required_of, types_of
from switchboard.offline.words import is_empty
from switchboard.wire import Json, JsonObject

_DEEPEST = 6
_LONGEST_LIST = 20


class Finder:
    """Finds values for one call's parameters; nothing is used twice."""

    def __init__(self, checker: Checker, pool: Pool, *, thing: str | None = None) -> None:
        self.checker = checker
        self.pool = pool
        self.thing = thing
        """What the clause is about, for the name of an entry in a list."""

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

    def find_all(self, schema: JsonObject, *, depth: int = 0) -> dict[str, Candidate]:
        """What the message offers to the properties of an object, in their order."""
        properties = as_map(schema.get("properties"))
        required = required_of(schema)
        found: dict[str, Candidate] = {}
        for name in in_order(self.checker, properties, required, self.pool):
            candidate = self.find(properties[name], name, required=name in required, depth=depth)
            if candidate is not None:
                found[name] = candidate
        return {name: found[name] for name in properties if name in found}

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
                if self.thing and required and wants_thing(name):
                    yield Candidate(self.thing)
                yield from text_candidates(schema, name, self.pool, required=required)
            case "boolean":
                yield from boolean_candidates(name, self.pool)
            case "array":
                yield from self._lists(schema, name, required, depth)
            case "object":
                yield from self._directed(name)._objects(schema, depth)

    def _lists(
        self, schema: JsonObject, name: str, required: bool, depth: int
    ) -> Iterator[Candidate]:
        items = self.checker.resolve(schema.get("items"))
        limit = count_of(schema, "maxItems", _LONGEST_LIST)
        if items.get("type") == "object":
            for whole in (required, False):
                entries = list(self._listed_objects(items, depth, whole=whole))[:limit]
                yield from [Candidate(entries)] if entries else ()
        found = self._entries(items, name, required, depth, limit)
        if any(entry.source for entry in found):
            yield Candidate([entry.value for entry in found], found[0].source)
        if required and items.get("type") == "string":
            things: list[Json] = [*listed_things(self.pool.text)]
            yield from [Candidate(things[:limit])] if things else ()
        if found:
            yield Candidate([entry.value for entry in found])

    def _entries(
        self, items: JsonObject, name: str, required: bool, depth: int, limit: int
    ) -> list[Candidate]:
        found: list[Candidate] = []
        while len(found) < limit:
            entry = self._next_entry(items, name, required, depth, [e.value for e in found])
            if entry is None:
                break
            found.append(entry)
        return found

    def _listed_objects(self, items: JsonObject, depth: int, *, whole: bool) -> Iterator[Json]:
        """An object for each clause that says all it must have: "6 apples, 2 l of milk"."""
        asked = without_declined(self.pool.text)
        for start, end in split_clauses(asked)[:_LONGEST_LIST]:
            thing = thing_words(asked[start:end])
            if thing is None or is_empty(thing):
                continue
            inner = Finder(self.checker, self.pool.only(asked[start:end]), thing=thing)
            yield from (found.value for found in inner._objects(items, depth + 1, whole=whole))

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

    def _directed(self, name: str) -> "Finder":
        """Who finds for an object that is the start or the end of something."""
        part = directed_part(self.pool.text, name)
        return self if part is None else Finder(self.checker, self.pool.only(part))

    def _objects(
        self, schema: JsonObject, depth: int, *, whole: bool = True
    ) -> Iterator[Candidate]:
        """With what the message says; ``whole`` invents the rest of what must be there."""
        found = self.find_all(schema, depth=depth + 1)
        missing = [name for name in required_of(schema) if name not in found]
        values: JsonObject = {name: candidate.value for name, candidate in found.items()}
        if values and whole:
            properties = as_map(schema.get("properties"))
            values |= invent_all(self.checker, properties, missing, self.pool.text)
        if values and all(name in values for name in missing):
            yield Candidate(values)
