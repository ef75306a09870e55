"""What a rule says of one schema: the edits it would make, none of them made yet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from switchboard.problems import JsonPath
from switchboard.wire import JsonObject


class TooMuch(Exception):
    """Fitting would not end soon enough: the schema grows without end. Never leaves this room."""


@dataclass(frozen=True, slots=True)
class At:
    """Where a rule looks."""

    path: JsonPath
    """From the function object, in the definition as it is being changed."""

    root: JsonObject
    """The parameters as they were written: references lead into these."""

    recursive: frozenset[str] = frozenset()
    """The references to schemas that contain themselves."""

    references: tuple[str, ...] = ()
    """What was inlined on the way here, to see a schema that contains itself."""

    needs: tuple[str, ...] = ()
    """The changes without which this place would not be."""

    @property
    def is_root(self) -> bool:
        """Whether these are the parameters as a whole."""
        return self.path == ("parameters",)

    def inside(self, *steps: str | int) -> "At":
        """One schema further down."""
        return replace(self, path=(*self.path, *steps))


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that could be made to the schema a rule looks at."""

    kind: str
    title: str
    apply: Callable[[JsonObject], JsonObject]
    """Pure. Applies to the schema as it is then, whatever other edits were made or left."""

    meaning: str = ""
    beneath: JsonPath = ()
    """Of what within the schema it speaks."""

    loosens: bool = False
    is_first: bool = False
    """Whether all that comes after it, here and further down, needs it: it moves schemas, or its
    leaving would change what the others mean."""

    through: tuple[str, ...] = ()
    """The references that it inlines."""

    after: tuple[str, ...] = ()
    """Kinds of change, all of which it needs."""

    is_last: bool = False
    """Whether it needs every change there is before it."""

    is_everywhere: bool = False
    """Whether every other change needs it: what it takes away refers to places anywhere, and
    would mean something else once these have changed."""


Rule: TypeAlias = Callable[[JsonObject, At], Iterator[Edit]]


def without(node: JsonObject, *keys: str) -> JsonObject:
    """The object without these keys, the others in their order."""
    return {key: value for key, value in node.items() if key not in keys}


def replaced(node: JsonObject, old: str, new: JsonObject) -> JsonObject:
    """The object with other entries in the place of one."""
    kept: JsonObject = {}
    for key, value in node.items():
        kept |= new if key == old else {} if key in new else {key: value}
    return kept
