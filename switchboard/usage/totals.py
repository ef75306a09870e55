"""Sums that keep the unknown unknown."""

from collections.abc import Iterable
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
