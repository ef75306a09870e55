"""A time limit that everything beneath it can see, whoever called it.

What a person or a model writes decides how long a check takes (doubling ``anyOf``, endless
recursion), so every keyword looks at the clock. Counted is the thread's own processor time: on a
busy machine a good toolset takes longer by the clock, and is no worse for it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from math import inf
from time import monotonic, thread_time

_BACKSTOP_S = 1.8
"""By the clock on the wall, whatever the machine is busy with: two seconds, and a little for
finding out that they are over."""


class OutOfTime(Exception):
    """The check did not end within its time. Never leaves this package."""


@dataclass(frozen=True, slots=True)
class _Limit:
    """When to stop: the thread's processor time, and the wall clock's."""

    processor: float = inf
    wall: float = inf
    earliest: float = inf
    """Before this moment of the wall clock neither can have been reached."""


_NO_LIMIT = _Limit()
_LIMIT: ContextVar[_Limit] = ContextVar("limit", default=_NO_LIMIT)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Within it, ``stop_when_late`` raises after that much processor time, or nearly two
    seconds by the clock on the wall; an earlier outer limit stays."""
    outer, now = _LIMIT.get(), monotonic()
    token = _LIMIT.set(
        _Limit(
            processor=min(outer.processor, thread_time() + seconds),
            wall=min(outer.wall, now + _BACKSTOP_S),
            earliest=min(outer.earliest, now + min(seconds, _BACKSTOP_S)),
        )
    )
    try:
        yield
    finally:
        _LIMIT.reset(token)


def seconds_left() -> float:
    """Until the limit; infinite without one, never below zero."""
    limit = _LIMIT.get()
    return max(0.0, min(limit.processor - thread_time(), limit.wall - monotonic()))


def stop_when_late() -> None:
    """Raise ``OutOfTime`` once the limit has passed."""
    limit, now = _LIMIT.get(), monotonic()
    if now > limit.earliest and (now > limit.wall or thread_time() > limit.processor):
        raise OutOfTime
