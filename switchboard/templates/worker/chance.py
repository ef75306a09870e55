"""What a template knows as ``random``."""

from collections.abc import Sequence
from math import ceil, floor
from random import Random
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")


class Chance:
    """Random numbers that only the seed decides."""

    def __init__(self, seed: bytes) -> None:
        self._random = Random(seed)  # noqa: S311 - pretence, no secrets

    def number(self, low: float, high: float, digits: int = 0) -> float:
        """From ``low`` to ``high``, both included; a whole one unless there are digits."""
        if digits:
            return round(self._random.uniform(low, high), digits)
        return self._random.randint(ceil(low), floor(high))

    def choice(self, values: Sequence[T]) -> T:
        """One of them."""
        return self._random.choice(values)

    def chance(self, p: float) -> bool:
        """True so often: 0 is never, 1 always."""
        return self._random.random() < p

    def uuid(self) -> str:
        """One of version 4."""
        return str(UUID(int=self._random.getrandbits(128), version=4))
