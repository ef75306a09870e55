"""A schema with all it refers to: what is needed once stands where it is needed, the rest in
``$defs``. So the size of a tool is bounded by that of its schemas, and recursion stays."""

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from switchboard.formats.subschemas import mapped
from switchboard.wire import Json, JsonObject

REFERENCE = "#/$defs/"

MOST_DEFINITIONS = 200
"""For one tool. In some documents everything leads to everything."""

CUT_NOTE = (
    f"Where a tool would need more than {MOST_DEFINITIONS} schemas, those farthest from it take"
    " any value."
)

# One reference into the next: deep enough for real documents, and no chain of references makes a
# schema too deep to be read. A tool of many schemas shares them with the others instead.
_DEEPEST = 6
_MOST_INLINED = 40
_OVERRULING = frozenset(("deprecated", "default", "description", "examples", "summary", "title"))


@dataclass(frozen=True, slots=True)
class Translated:
    """A schema whose references all lead to definitions."""

    schema: Json
    uses: tuple[str, ...]
    """The names of the definitions it refers to, once for every reference."""


class Definitions(Protocol):
    """What the names of definitions stand for."""

    def definition(self, name: str) -> Translated: ...


class Unfolder:
    """Gives schemas the definitions they need; what does not change is shared by all tools."""

    def __init__(self, definitions: Definitions) -> None:
        self._definitions = definitions
        self._ends: dict[str, Json] = {}
        self.is_cut = False
        """Whether a schema needed more definitions than a tool may have."""

    def unfolded(self, translated: Translated) -> JsonObject:
        """The schema with its ``$defs``, when it needs any."""
        placing = _Placing(self._definitions, _times(self._definitions, translated.uses))
        root = placing.within(translated.schema, 0)
        defs: JsonObject = {}
        while waiting := [name for name in placing.kept if name not in defs]:
            for name in waiting:
                is_inside = all(each in placing.times for each in self._uses(name))
                defs[name] = placing.defined(name) if is_inside else self._end(name)
        whole: JsonObject = root if isinstance(root, dict) else {}
        return whole | {"$defs": defs} if defs else whole

    def _uses(self, name: str) -> tuple[str, ...]:
        return self._definitions.definition(name).uses

    def _end(self, name: str) -> Json:
        """The definition without any that it refers to."""
        self.is_cut = True
        if name not in self._ends:
            self._ends[name] = _without_references(self._definitions.definition(name).schema)
        return self._ends[name]


class _Placing:
    """Decides for one schema which definitions stand where they are needed."""

    def __init__(self, definitions: Definitions, times: Counter[str]) -> None:
        self.times = times
        self.kept: dict[str, None] = {}
        self._definitions = definitions
        self._inlines = len(times) <= _MOST_INLINED

    def defined(self, name: str) -> Json:
        made = self._definitions.definition(name)
        if any(self._is_inlined(each) for each in made.uses):
            return self.within(made.schema, 0)
        self.kept |= dict.fromkeys(made.uses)
        return made.schema

    def within(self, schema: Json, depth: int) -> Json:
        if not isinstance(schema, dict):
            return schema
        schema = mapped(schema, lambda each: self.within(each, depth))
        reference = schema.get("$ref")
        return self._placed(schema, reference, depth) if isinstance(reference, str) else schema

    def _is_inlined(self, name: str) -> bool:
        return self._inlines and self.times[name] == 1

    def _placed(self, schema: JsonObject, reference: str, depth: int) -> Json:
        name = reference.removeprefix(REFERENCE)
        if not self._is_inlined(name) or depth >= _DEEPEST:
            self.kept[name] = None
            return schema
        target = self.within(self._definitions.definition(name).schema, depth + 1)
        return _beside(target, _without_reference(schema))


def _without_references(schema: Json) -> Json:
    if not isinstance(schema, dict):
        return schema
    return mapped(_without_reference(schema), _without_references)


def _without_reference(schema: JsonObject) -> JsonObject:
    return {keyword: value for keyword, value in schema.items() if keyword != "$ref"}


def _beside(target: Json, beside: JsonObject) -> Json:
    """What was referred to, with what stood beside the reference."""
    if not beside:
        return target
    if isinstance(target, dict) and beside.keys() <= _OVERRULING:
        return target | beside
    return {"allOf": [target, beside]}


def _times(definitions: Definitions, uses: Iterable[str]) -> Counter[str]:
    """How often each definition is referred to, in the schema and in all that it needs, the
    nearest ones first and no more than a tool may have.

    What is on a circle is reached from outside of it as well as from itself, so more than once.
    """
    times = Counter[str]()
    waiting = deque(uses)
    while waiting:
        name = waiting.popleft()
        if name in times or len(times) < MOST_DEFINITIONS:
            times[name] += 1
            if times[name] == 1:
                waiting += definitions.definition(name).uses
    return times
