"""Responders that never answer, because an earlier one always does."""

import json
from collections.abc import Sequence

from switchboard.responders import Responder
from switchboard.simulate.plans.conditions import simple_conditions


def shadowed(responders: Sequence[Responder]) -> tuple[Responder, ...]:
    """Those for which an earlier one has no condition, or the very same. Others may be never
    reached too: whether one schema holds another can't be told in general."""
    return tuple(
        each
        for at, each in enumerate(responders)
        if any(_covers(earlier, each) for earlier in responders[:at])
    )


def _covers(earlier: Responder, later: Responder) -> bool:
    # As texts: to Python ``True`` and ``1`` are the same, to JSON Schema they are not.
    if earlier.when is None or _canonical(earlier) == _canonical(later):
        return True
    # Arguments that are no JSON object fit no condition, an empty one neither.
    return later.when is not None and simple_conditions(earlier.when) == []


def _canonical(responder: Responder) -> str:
    return json.dumps(responder.when, sort_keys=True)
