"""Faults of time: too late, and late."""

from switchboard.simulate.faults.refusals import late_error
from switchboard.simulate.faults.scenes import Injected, Scene

_TIME_OUT_S = 2
_SLOW_S = 3


def time_out(scene: Scene) -> Injected:
    """A wait, and then an error."""
    told = f"An error came after {_TIME_OUT_S} seconds in place of the result: it took too long."
    return Injected(late_error(scene), told, _TIME_OUT_S)


def slow(scene: Scene) -> Injected:
    """A wait, and then the result unharmed."""
    return Injected(scene.result, f"The result came {_SLOW_S} seconds late, unharmed.", _SLOW_S)
