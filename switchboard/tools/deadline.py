"""A time limit that everything beneath it can see, whoever called it.

What a person or a model writes decides how long a check takes (doubling ``anyOf``, endless
recursion), so every keyword looks at the clock.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from time import monotonic

_DEADLINE: ContextVar[float] = ContextVar("deadline", default=inf)


class OutOfTime(Exception):
    """The check did not end within its time. Never leaves this package."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Within it, ``stop_when_late`` raises after that time; an earlier outer limit stays."""
    token = _DEADLINE.set(min(_DEADLINE.get(), monotonic() + seconds))
    try:
        yield
    finally:
        _DEADLINE.reset(token)


def seconds_left() -> float:
    """Until the limit; infinite without one, never below zero."""
    return max(0.0, _DEADLINE.get() - monotonic())


def stop_when_late() -> None:
    """Raise ``OutOfTime`` once the limit has passed."""
    if monotonic() > _DEADLINE.get():
        raise OutOfTime
