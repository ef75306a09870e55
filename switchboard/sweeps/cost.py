"""What a sweep would send."""

from collections.abc import Collection
from dataclasses import dataclass

from switchboard.conversations import Conversation
from switchboard.responders import FaultKind
from switchboard.simulate.faults.size import BYTES
from switchboard.sweeps.reading import usage_of

# It is filled with one sentence of 35 bytes: five plain words, a token each, and a full stop.
_OVERSIZED_TOKENS = BYTES * 6 // 35


@dataclass(frozen=True, slots=True)
class SweepCost:
    """What a sweep would send, if each of its turns is like the last one."""

    turns: int
    tokens: int | None
    """About how many, in and out; ``None`` where the gateway did not say what the turn cost."""

    oversized_tokens: int
    """How many of them are the oversized result; 0 without that fault."""


def cost_of(conversation: Conversation, faults: Collection[FaultKind]) -> SweepCost:
    """Of the last turn, once for each fault and once without."""
    turns, usage = len(faults) + 1, usage_of(conversation)
    oversized = _OVERSIZED_TOKENS if FaultKind.OVERSIZED in faults else 0
    if usage is None or usage.input_tokens is None or usage.output_tokens is None:
        return SweepCost(turns, None, oversized)
    like_the_last = (usage.input_tokens + usage.output_tokens) * turns
    return SweepCost(turns, like_the_last + oversized, oversized)
