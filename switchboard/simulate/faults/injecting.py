"""The table of faults, and the one way to put one in."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from switchboard.responders import FaultKind
from switchboard.simulate.faults.broken_json import invalid_json, truncated_json
from switchboard.simulate.faults.contradicting import contradiction
from switchboard.simulate.faults.extra import extra_field
from switchboard.simulate.faults.instructions import injection
from switchboard.simulate.faults.language import wrong_language
from switchboard.simulate.faults.missing import missing_field
from switchboard.simulate.faults.mistyping import wrong_type
from switchboard.simulate.faults.refusals import REFUSALS
from switchboard.simulate.faults.rewriting import printable
from switchboard.simulate.faults.scenes import Injected, Scene
from switchboard.simulate.faults.size import oversized
from switchboard.simulate.faults.staleness import stale
from switchboard.simulate.faults.waiting import slow, time_out

_FAULTS: Mapping[FaultKind, Callable[[Scene], Injected]] = {
    **REFUSALS,
    FaultKind.TIME_OUT: time_out,
    FaultKind.SLOW: slow,
    FaultKind.TRUNCATED_JSON: truncated_json,
    FaultKind.INVALID_JSON: invalid_json,
    FaultKind.WRONG_TYPE: wrong_type,
    FaultKind.MISSING_FIELD: missing_field,
    FaultKind.EXTRA_FIELD: extra_field,
    FaultKind.OVERSIZED: oversized,
    FaultKind.WRONG_LANGUAGE: wrong_language,
    FaultKind.STALE: stale,
    FaultKind.CONTRADICTION: contradiction,
    FaultKind.INJECTION: injection,
}


def injected(kind: FaultKind, scene: Scene) -> Injected:
    """The scene's result with the fault in it. The same scene always gives the same.

    Where the fault can't be had as named (a plain text has no field to leave out) the nearest
    thing is done, and ``told`` says so. The text differs from the good result, except of ``SLOW``.
    """
    done = _FAULTS[kind](scene)
    if kind is FaultKind.SLOW:
        return done
    text = printable(done.text)
    if text == scene.result:
        return replace(done, text=f"{text}\n", told=f"{done.told} {_THE_SAME}")
    return replace(done, text=text)


_THE_SAME = "The result was the same already, so a line break was added."
