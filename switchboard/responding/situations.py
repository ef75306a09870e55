"""A call in its place: what has been answered before it, and what is to happen to its result."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from switchboard.conversations import Conversation, Entry
from switchboard.messages import Call
from switchboard.responders import FaultKind, Responder, ToolPlan
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
    """What the same call, with the same arguments, was answered with last, unspoilt."""

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


def situations(conversation: Conversation, tools: Sequence[Tool]) -> tuple[Situation, ...]:
    """The pending calls in their order."""
    pending = conversation.pending_calls
    if not pending:
        return ()
    plans = {tool.name: plan_of(tool).plan for tool in tools}
    past = _past(conversation)
    found = []
    for place, call in enumerate(pending):
        before = [one for one in past if one.call.name == call.name]
        beside = sum(one.name == call.name for one in pending[:place])
        answered = [one for one in before if one.result is not None]
        found.append(
            Situation(
                checked=check_call(call, tools),
                plan=plans.get(call.name, ToolPlan()),
                count=len(before) + beside + 1,
                earlier=tuple(one.text for one in answered),
                last=_last(call, answered),
                ordered=conversation.preparation(call.id).fault,
                is_spared=conversation.preparation(call.id).is_spared,
                decision=conversation.preparation(call.id).decision,
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Past:
    """A call of before, and the entry of its result."""

    call: Call
    result: Entry | None

    @property
    def text(self) -> str:
        return self.result.message.text if self.result else ""


def _past(conversation: Conversation) -> list[_Past]:
    """The calls before the pending ones, in their order; a result belongs to the call before it."""
    pending = {id(call) for call in conversation.pending_calls}
    found: list[_Past] = []
    places: dict[str | None, int] = {}
    for entry in conversation.entries:
        for call in entry.message.calls:
            if id(call) not in pending:
                places[call.id] = len(found)
                found.append(_Past(call, None))
        at = places.get(entry.message.call_id)
        if entry.message.role == "tool" and at is not None:
            found[at] = _Past(found[at].call, entry)
    return found


def _last(call: Call, answered: Sequence[_Past]) -> str | None:
    same = [
        one.text
        for one in answered
        if _alike(one.call, call)
        and not (one.result and one.result.response and one.result.response.fault)
    ]
    return same[-1] if same else None


def _alike(one: Call, other: Call) -> bool:
    try:
        return bool(json.loads(one.arguments) == json.loads(other.arguments))
    except (ValueError, RecursionError):
        return one.arguments == other.arguments
