"""Two texts, line by line: what stayed, what went, what came."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["same", "removed", "added", "skipped"]

# Only these three end a line, as in an editor; str.splitlines() would also split at U+2028.
_ENDS = ("\r\n", "\r")

# The search is quadratic where lines repeat, as braces do; of a long text those are passed over.
_MOST_COMPARED = 3_000


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line of a diff."""

    kind: Kind
    """``skipped`` stands for unchanged lines that are not shown."""

    text: str
    """Without its line end; of skipped lines how many there are."""

    before: int | None = None
    """Its number in the text before, 1-based; of skipped lines that of the first."""

    after: int | None = None
    """Its number in the text after, 1-based; of skipped lines that of the first."""


def diff_lines(before: str, after: str, *, context: int | None = None) -> tuple[DiffLine, ...]:
    """Every line of both texts in reading order, what went before what came in its place.

    With ``context``, no more than that many unchanged lines beside a changed one. Two equal texts
    give unchanged lines, with ``context`` none at all.
    """
    lines = tuple(_compared(_lines(before), _lines(after)))
    return lines if context is None else tuple(_shortened(lines, context))


def _lines(text: str) -> list[str]:
    for end in _ENDS:
        text = text.replace(end, "\n")
    return text.removesuffix("\n").split("\n") if text else []


def _compared(before: list[str], after: list[str]) -> Iterator[DiffLine]:
    """A head and a tail that are the same need no search, which is what an edit leaves most."""
    head = _same(before, after)
    tail = _same(before[head:][::-1], after[head:][::-1])
    last = len(before) - tail
    yield from _kept(before, 0, 0, head)
    yield from _searched(before[:last], after[: len(after) - tail], head)
    yield from _kept(before, last, len(after) - tail, tail)


def _searched(before: list[str], after: list[str], head: int) -> Iterator[DiffLine]:
    is_long = max(len(before), len(after)) - head > _MOST_COMPARED
    matcher = SequenceMatcher(None, before[head:], after[head:], autojunk=is_long)
    for word, first, last, to_first, to_last in matcher.get_opcodes():
        if word == "equal":
            yield from _kept(before, head + first, head + to_first, last - first)
            continue
        for at in range(head + first, head + last):
            yield DiffLine("removed", before[at], before=at + 1)
        for at in range(head + to_first, head + to_last):
            yield DiffLine("added", after[at], after=at + 1)


def _kept(lines: list[str], first: int, to: int, count: int) -> Iterator[DiffLine]:
    for at in range(count):
        yield DiffLine("same", lines[first + at], first + at + 1, to + at + 1)


def _same(before: list[str], after: list[str]) -> int:
    """How many lines at the head are equal."""
    pairs = zip(before, after, strict=False)
    shorter = min(len(before), len(after))
    return next((at for at, (one, other) in enumerate(pairs) if one != other), shorter)


def _shortened(lines: tuple[DiffLine, ...], context: int) -> Iterator[DiffLine]:
    changed = [at for at, line in enumerate(lines) if line.kind != "same"]
    shown = {near for at in changed for near in range(at - context, at + context + 1)}
    skipped: list[DiffLine] = []
    for at, line in enumerate(lines):
        if at not in shown:
            skipped.append(line)
            continue
        yield from _skipped(skipped)
        skipped = []
        yield line
    yield from _skipped(skipped if changed else [])


def _skipped(lines: list[DiffLine]) -> Iterator[DiffLine]:
    if lines:
        yield DiffLine("skipped", str(len(lines)), lines[0].before, lines[0].after)
