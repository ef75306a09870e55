"""Types as most languages know them: values only."""

from dataclasses import dataclass, field
from typing import TypeAlias

from switchboard.wire import Json, JsonObject


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON value."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No value at all."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, number, truth or null."""

    kind: str
    """JSON Schema's name of the type."""

    limits: JsonObject = field(default_factory=dict)
    """The keywords that narrow it, such as ``minimum``, ``pattern``, ``format``."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these values."""

    values: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of any length."""

    item: "Shape"
    limits: JsonObject = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TupleOf:
    """A list with one type for each place."""

    items: tuple["Shape", ...]


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object whose keys are data."""

    item: "Shape"
    limits: JsonObject = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Either:
    """A value of at least one of the types."""

    members: tuple["Shape", ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A definition by its name."""

    name: str


Shape: TypeAlias = Anything | Nothing | Scalar | Choice | ListOf | TupleOf | MapOf | Either | Named
ANYTHING, NOTHING = Anything(), Nothing()


@dataclass(frozen=True, slots=True)
class Field:
    """A property of a record."""

    key: str
    """As in JSON; need not be a name in any language."""

    shape: Shape
    is_required: bool
    schema: JsonObject
    """Where its description, default and examples stand."""

    @property
    def description(self) -> str:
        """Empty when there is none."""
        said = self.schema.get("description")
        return said if isinstance(said, str) else ""


@dataclass(frozen=True, slots=True)
class Record:
    """An object whose keys are known."""

    name: str
    description: str
    fields: tuple[Field, ...]
    others: Shape | None
    """What other keys may hold; ``None`` when there may be none."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A name for a type that is no record."""

    name: str
    description: str
    shape: Shape


Definition: TypeAlias = Record | Alias
