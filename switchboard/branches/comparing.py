"""Two conversations beside each other, message by message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from switchboard.branches.meaning import meaning
from switchboard.conversations import Conversation, Entry

Mark: TypeAlias = Literal["same", "changed", "left", "right"]


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands beside each other."""

    mark: Mark
    """``left`` and ``right``: it stands on that side only."""

    left: Entry | None
    right: Entry | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two conversations beside each other."""

    shared: int
    """How many messages say the same before the first difference."""

    rows: tuple[Pair, ...]
    """Everything from there on; none where the two say the same."""


def compared(left: Conversation, right: Conversation) -> Comparison:
    """What both begin with, counted, and then all of both in order.

    A message says the same with the same role, text and calls, whichever step brought it: calls
    are compared by name and by the value of their arguments, results by their text.
    """
    shared = _shared(left.entries, right.entries)
    rows = tuple(_rows(left.entries[shared:], right.entries[shared:]))
    return Comparison(shared, rows)


def _shared(left: Sequence[Entry], right: Sequence[Entry]) -> int:
    pairs = zip(left, right, strict=False)
    shorter = min(len(left), len(right))
    differ = (at for at, pair in enumerate(pairs) if meaning(pair[0]) != meaning(pair[1]))
    return next(differ, shorter)


def _rows(left: Sequence[Entry], right: Sequence[Entry]) -> Iterator[Pair]:
    one, other = [meaning(entry) for entry in left], [meaning(entry) for entry in right]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for word, first, last, to_first, to_last in matcher.get_opcodes():
        if word == "equal":
            for pair in zip(left[first:last], right[to_first:to_last], strict=True):
                yield Pair("same", *pair)
        else:
            yield from _changed(left[first:last], right[to_first:to_last])


def _changed(left: Sequence[Entry], right: Sequence[Entry]) -> Iterator[Pair]:
    """Messages of one role beside each other, as long as they follow each other alike."""
    roles = [entry.message.role for entry in left], [entry.message.role for entry in right]
    matcher = SequenceMatcher(None, *roles, autojunk=False)
    for word, first, last, to_first, to_last in matcher.get_opcodes():
        if word == "equal":
            for pair in zip(left[first:last], right[to_first:to_last], strict=True):
                yield Pair("changed", *pair)
        else:
            yield from (Pair("left", entry, None) for entry in left[first:last])
            yield from (Pair("right", None, entry) for entry in right[to_first:to_last])
