"""Medians and ratios as tables of text."""

from collections.abc import Sequence
from statistics import median


def table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints a table; the first column is text, the others stand to the right."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    print(f"\n{title}")
    for row in (header, *rows):
        first, *others = (
            cell.ljust(width) if not number else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  " + "   ".join([first, *others]), flush=True)


def middle(samples: Sequence[float | None], unit: str) -> str:
    """The median with its unit, and how far the samples spread; ``never`` if one never came."""
    known = [sample for sample in samples if sample is not None]
    if not known or len(known) < len(samples):
        return "never" if samples else "–"
    low, mid, high = (_short(value) for value in (min(known), median(known), max(known)))
    return f"{mid} {unit} ({low}–{high})" if len(known) > 1 else f"{mid} {unit}"


def ratio(samples: Sequence[float | None], yardstick: Sequence[float | None]) -> str:
    """How many times the yardstick's median."""
    ours = [sample for sample in samples if sample is not None]
    theirs = [sample for sample in yardstick if sample is not None]
    if not ours or not theirs or not median(theirs):
        return "–"
    return f"× {median(ours) / median(theirs):.2f}"


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
