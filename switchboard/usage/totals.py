"""Sums that keep the unknown unknown."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

Number = TypeVar("Number", int, float)


def total(numbers: Iterable[Number | None]) -> Number | None:
    """The sum; ``None`` as soon as one is ``None``, and of nothing at all."""
    summed: Number | None = None
    for number in numbers:
        if number is None:
            return None
        summed = number if summed is None else summed + number
    return summed


@dataclass(frozen=True, slots=True)
class Tally:
    """A sum beside the number of things that could not be added to it."""

    known: int
    unknown: int


def tally(numbers: Iterable[int | None]) -> Tally:
    """The sum of what is known, and how many are not."""
    listed = list(numbers)
    known = [number for number in listed if number is not None]
    return Tally(sum(known), len(listed) - len(known))
