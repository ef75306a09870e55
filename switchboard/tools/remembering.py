"""What was found out about a text, kept for the next time: on every rerun most is unchanged."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

_LONG = 2**15

_MOST_SHORT = 512
_MOST_LONG = 32
"""As many long texts as fit into the longest toolset that is read (1 MiB): going through that many
again and again never finds the one it needs just dropped."""

T = TypeVar("T")


def remembered(function: Callable[[str], T]) -> Callable[[str], T]:
    """The same function, its results kept per text: many short ones, few long ones, so memory
    stays bounded. What it raises is not kept."""
    short = lru_cache(maxsize=_MOST_SHORT)(function)
    long = lru_cache(maxsize=_MOST_LONG)(function)
    return lambda text: short(text) if len(text) <= _LONG else long(text)
