"""Two texts beside each other, line for line, only what differs and what stands around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

_AROUND = 3
# Comparing is quadratic in what differs; what stands alike before and after it is set aside first.
_MOST_COMPARED = 3_000
_MOST_ROWS = 800


@dataclass(frozen=True, slots=True)
class Pair:
    """One row; a line that has no counterpart stands alone."""

    left: str | None
    right: str | None
    is_same: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """The two texts as columns of equal height, marked as a diff is: ``-``, ``+`` and spaces."""

    left: str
    right: str
    is_same: bool = False
    is_cut: bool = False
    """Whether there is more than is shown."""


def side_by_side(before: str, after: str) -> Beside:
    """Where they differ, with three lines around; lines that are left out are counted."""
    rows = list(_pairs(before.splitlines(), after.splitlines()))
    if all(row.is_same for row in rows):
        return Beside("", "", is_same=True)
    left, right = [], []
    for row in _shown(rows):
        if isinstance(row, int):
            left.append(_left_out(row))
            right.append(_left_out(row))
        else:
            left.append(_line(row.left, " " if row.is_same else "-"))
            right.append(_line(row.right, " " if row.is_same else "+"))
    return Beside(
        "\n".join(left[:_MOST_ROWS]), "\n".join(right[:_MOST_ROWS]), is_cut=len(left) > _MOST_ROWS
    )


def _left_out(count: int) -> str:
    return "  ⋯ 1 line" if count == 1 else f"  ⋯ {count:,} lines"


def _line(text: str | None, sign: str) -> str:
    return "" if text is None else f"{sign} {text}"


def _pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    yield from (Pair(line, line, True) for line in before[:start])
    yield from _compared(old, new)
    yield from (Pair(line, line, True) for line in before[len(before) - end :])


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines are the same from the beginning."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    if max(len(old), len(new)) > _MOST_COMPARED:
        yield from (Pair(a, b, False) for a, b in zip_longest(old, new))
        return
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for left, right in zip_longest(old[a:b], new[c:d]):
            yield Pair(left, right, kind == "equal")


def _shown(rows: Sequence[Pair]) -> Iterator[Pair | int]:
    """The rows that differ and those around them; for others how many are left out."""
    near = {
        place
        for at, row in enumerate(rows)
        if not row.is_same
        for place in range(at - _AROUND, at + _AROUND + 1)
    }
    hidden = 0
    for at, row in enumerate(rows):
        if at not in near:
            hidden += 1
            continue
        if hidden:
            yield hidden
            hidden = 0
        yield row
    if hidden:
        yield hidden
