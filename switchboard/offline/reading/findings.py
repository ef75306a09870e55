"""What can be found in a message: a value, its kind and where it stands."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from switchboard.wire import Json

Kind: TypeAlias = Literal[
    "url",
    "email",
    "quoted",
    "formula",
    "date",
    "time",
    "place",
    "number",
    "code",
    "name",
    "opener",
    "choice",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing said in a text."""

    kind: Kind
    value: Json
    start: int
    end: int
    text: str
    """The words themselves."""

    unit: str = ""
    """Of a number: ``%``, a currency sign or the like, where one is attached. Of a place: ``city``
    where it is one that is known."""

    def overlaps(self, other: "Finding") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end
