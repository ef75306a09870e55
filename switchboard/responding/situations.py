"""A call in its place: what has been answered before it, and what is to happen to its result."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from switchboard.conversations import Conversation
from switchboard.messages import Call
from switchboard.responders import FaultKind, Responder, ToolPlan
from switchboard.responding.past import PastCall, good_results, is_same, past_calls
from switchboard.simulate.faults import drawn
from switchboard.simulate.plans import chosen, plan_of
from switchboard.tools import CheckedCall, Tool, check_call
from switchboard.wire import JsonObject


@dataclass(frozen=True, slots=True)
class Situation:
    """A call in its place."""

    checked: CheckedCall
    plan: ToolPlan
    count: int
    """The how-manieth call of its tool in the conversation this is, from 1."""

    earlier: tuple[str, ...] = ()
    """The results that its tool has given before, the latest last."""

    last: str | None = None
    """What the same call, with the same arguments, was answered with last, unspoilt; where it is
    known from elsewhere what it is answered with, that."""

    ordered: FaultKind | None = None
    """What a person wants done to this result."""

    is_spared: bool = False
    """Whether a person wants nothing done to it."""

    decision: Literal["approved", "denied"] | None = None
    """What a person said to the call."""

    @property
    def call(self) -> Call:
        """As the model wrote it."""
        return self.checked.call

    @property
    def responder(self) -> Responder | None:
        """The one that answers it; ``None`` where nobody does but a person."""
        return chosen(self.plan.responders, self.checked.arguments)

    @property
    def fault(self) -> FaultKind | None:
        """What is done to its result: what a person wants, else what the tool's plan draws."""
        if self.ordered or self.is_spared:
            return self.ordered
        return drawn(self.plan.faults, tool=self.call.name, count=self.count)

    def seed(self, number: int) -> str:
        """Another text for another call, the same for the same call in the same place."""
        arguments: JsonObject | str = self.checked.arguments or self.call.arguments
        written = json.dumps(arguments, sort_keys=True)
        return f"{number} {self.call.name} {self.count} {written}"


def situations(
    conversation: Conversation, tools: Sequence[Tool], *, known: Sequence[PastCall] = ()
) -> tuple[Situation, ...]:
    """The pending calls in their order.

    ``known``: calls of elsewhere; where the same are made here, they get the same results, in
    their order, the latest again once all were given.
    """
    past, found = past_calls(conversation), list[Situation]()
    for call in conversation.pending_calls:
        before = [one for one in past if one.call.name == call.name]
        beside = [one.call for one in found if one.call.name == call.name]
        prepared = conversation.preparation(call.id)
        checked = check_call(call, tools)
        found.append(
            Situation(
                checked=checked,
                plan=plan_of(checked.tool).plan if checked.tool else ToolPlan(),
                count=len(before) + len(beside) + 1,
                earlier=tuple(one.text for one in before if one.result is not None),
                last=_last(call, before, beside, known),
                ordered=prepared.fault,
                is_spared=prepared.is_spared,
                decision=prepared.decision,
            )
        )
    return tuple(found)


def _last(
    call: Call, before: Sequence[PastCall], beside: Sequence[Call], known: Sequence[PastCall]
) -> str | None:
    given = good_results(before, call)
    if not (ready := good_results(known, call)):
        return given[-1] if given else None
    next_one = len(given) + sum(is_same(one, call) for one in beside)
    return ready[min(next_one, len(ready) - 1)]
