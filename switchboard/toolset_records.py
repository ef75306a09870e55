"""What is kept of a toolset: its name, and every text it ever had."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from itertools import count

LARGEST_TEXT = 5 * 2**20
"""Bytes of UTF-8. A longer text is not kept; one above a fifth of this is no longer checked."""

LONGEST_NAME = 120
LONGEST_NOTE = 2_000

NAMELESS = "Untitled toolset"


@dataclass(frozen=True, slots=True)
class ToolsetVersion:
    """One text of a toolset, as it was saved."""

    hash: str
    """``text_hash`` of the text: the same text has the same hash wherever it is kept."""

    text: str
    """As typed; it need not be valid JSON."""

    saved_at: datetime
    """UTC, aware."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class SavedToolset:
    """A toolset with its history."""

    id: str
    name: str
    created_at: datetime
    """UTC, aware."""

    versions: tuple[ToolsetVersion, ...]
    """Newest first, at least one; no two neighbours have the same text."""

    deleted_at: datetime | None = None
    """Since when it can only be seen to be brought back."""

    @property
    def newest(self) -> ToolsetVersion:
        """The version that is opened."""
        return self.versions[0]

    @property
    def numbered(self) -> tuple[tuple[int, ToolsetVersion], ...]:
        """The versions with their numbers: the oldest is version 1."""
        newest = len(self.versions)
        return tuple((newest - index, version) for index, version in enumerate(self.versions))


@dataclass(frozen=True, slots=True)
class ToolsetSummary:
    """A toolset as a line of a list."""

    id: str
    name: str
    saved_at: datetime
    """Of the newest version, like ``hash``."""

    versions: int
    """How many there are: the newest one's number."""

    hash: str


@dataclass(frozen=True, slots=True)
class NamedVersion:
    """A version by the name of its toolset, without its text."""

    id: str
    """The toolset's."""

    name: str
    number: int
    saved_at: datetime
    is_newest: bool


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the toolsets of a library."""

    added: int = 0
    """That were not there."""

    grown: int = 0
    """That were there with fewer versions, or deleted."""

    same: int = 0
    """That were there already, as they are."""

    notes: tuple[str, ...] = ()
    """What is kept otherwise than it was brought, a sentence each."""


def text_hash(text: str) -> str:
    """SHA-256 of the text: 64 hexadecimal digits."""
    return hashlib.sha256(text_bytes(text)).hexdigest()


def text_bytes(text: str) -> bytes:
    """The text in UTF-8, what was typed of half characters kept."""
    return text.encode("utf-8", "surrogatepass")


def shortened_name(name: str) -> str:
    """The name on one line and no longer than is kept."""
    return " ".join(name.split())[:LONGEST_NAME].strip() or NAMELESS


def free_name(name: str, taken: Collection[str]) -> str:
    """The name on one line, with a number behind it where another toolset has it already."""
    short = shortened_name(name)
    if short not in taken:
        return short
    numbered = (f"{short[: LONGEST_NAME - 8]} ({number})" for number in count(2))
    return next(one for one in numbered if one not in taken)
