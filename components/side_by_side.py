"""Two texts beside each other, line for line, only what differs and what stands around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from switchboard.text_diff import DiffLine, diff_lines

_AROUND = 3
_MOST_ROWS = 800
_SIGNS = {"same": " ", "removed": "-", "added": "+"}


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
    lines = diff_lines(before, after, context=_AROUND)
    if not lines:
        return Beside("", "", is_same=True)
    left, right = zip(*_rows(lines), strict=True)
    return Beside(
        "\n".join(left[:_MOST_ROWS]), "\n".join(right[:_MOST_ROWS]), is_cut=len(left) > _MOST_ROWS
    )


def _rows(lines: Sequence[DiffLine]) -> Iterator[tuple[str, str]]:
    """What stands on both sides of each row; a line without a counterpart stands alone."""
    for is_changed, run in groupby(lines, key=lambda line: line.kind in ("removed", "added")):
        told = [(line.kind, _told(line)) for line in run]
        if is_changed:
            gone = [text for kind, text in told if kind == "removed"]
            come = [text for kind, text in told if kind == "added"]
            yield from zip_longest(gone, come, fillvalue="")
        else:
            yield from ((text, text) for _, text in told)


def _told(line: DiffLine) -> str:
    if line.kind == "skipped":
        return "  ⋯ 1 line" if line.text == "1" else f"  ⋯ {int(line.text):,} lines"
    return f"{_SIGNS[line.kind]} {line.text}"
