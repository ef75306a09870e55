"""A schema with all it refers to: what is needed once stands where it is needed, the rest in
``$defs``. So the size of a tool is bounded by that of its schemas, and recursion stays."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from switchboard.formats.subschemas import mapped
from switchboard.wire import Json, JsonObject

REFERENCE = "#/$defs/"

# One reference into the next: deep enough for real documents, and no chain of references makes a
# schema too deep to be read.
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Translated:
    """A schema whose references all lead to definitions."""

    schema: Json
    uses: tuple[str, ...]
    """The names of the definitions it refers to, once for every reference."""


class Definitions(Protocol):
    """What the names of definitions stand for."""

    def definition(self, name: str) -> Translated: ...


class Unfolding:
    """Puts the definitions of one tool's schema where they belong."""

    def __init__(self, definitions: Definitions, uses: Iterable[str]) -> None:
        self._definitions = definitions
        self._times = _times(definitions, uses)
        self._kept: dict[str, None] = {}

    def unfolded(self, schema: JsonObject) -> JsonObject:
        """The schema with its ``$defs``, when it needs any."""
        whole = self._within(schema, 0)
        defs: JsonObject = {}
        while waiting := [name for name in self._kept if name not in defs]:
            for name in waiting:
                defs[name] = self._within(self._definitions.definition(name).schema, 0)
        root: JsonObject = whole if isinstance(whole, dict) else {}
        return root | {"$defs": defs} if defs else root

    def _within(self, schema: Json, depth: int) -> Json:
        if not isinstance(schema, dict):
            return schema
        schema = mapped(schema, lambda each: self._within(each, depth))
        reference = schema.get("$ref")
        return self._placed(schema, reference, depth) if isinstance(reference, str) else schema

    def _placed(self, schema: JsonObject, reference: str, depth: int) -> Json:
        name = reference.removeprefix(REFERENCE)
        if self._times[name] == 1 and depth < _DEEPEST:
            target = self._within(self._definitions.definition(name).schema, depth + 1)
            beside = {keyword: value for keyword, value in schema.items() if keyword != "$ref"}
            return _beside(target, beside)
        self._kept[name] = None
        return schema


_OVERRULING = frozenset(("deprecated", "default", "description", "examples", "title"))


def _beside(target: Json, beside: JsonObject) -> Json:
    """What was referred to, with what stood beside the reference."""
    if not beside:
        return target
    if isinstance(target, dict) and beside.keys() <= _OVERRULING | {"summary"}:
        return target | beside
    return {"allOf": [target, beside]}


def _times(definitions: Definitions, uses: Iterable[str]) -> Counter[str]:
    """How often each definition is referred to, in the schema and in all that it needs.

    What is on a circle is reached from outside of it as well as from itself, so more than once.
    """
    times = Counter[str]()
    waiting = [*uses]
    while waiting:
        name = waiting.pop()
        times[name] += 1
        if times[name] == 1:
            waiting += definitions.definition(name).uses
    return times
