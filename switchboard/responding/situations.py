"""A call in its place: what has been answered before it, and what is to happen to its result."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from switchboard.conversations import Conversation
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

    ordered: FaultKind | None = None
    """What a person wants done to this result."""

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
        if self.ordered:
            return self.ordered
        return drawn(self.plan.faults, tool=self.call.name, count=self.count)

    def seed(self, number: int) -> str:
        """Another text for another call, the same for the same call in the same place."""
        arguments: JsonObject | str = self.checked.arguments or self.call.arguments
        written = json.dumps(arguments, sort_keys=True)
        return f"{number} {self.call.name} {self.count} {written}"


def situations(conversation: Conversation, tools: Sequence[Tool]) -> tuple[Situation, ...]:
    """The pending calls in their order."""
    plans = {tool.name: plan_of(tool).plan for tool in tools}
    counts, results = _history(conversation)
    found = []
    for call in conversation.pending_calls:
        counts[call.name] = counts.get(call.name, 0) + 1
        found.append(
            Situation(
                checked=check_call(call, tools),
                plan=plans.get(call.name, ToolPlan()),
                count=counts[call.name],
                earlier=tuple(results.get(call.name, ())),
                ordered=conversation.preparation(call.id).fault,
                decision=conversation.preparation(call.id).decision,
            )
        )
    return tuple(found)


def _history(conversation: Conversation) -> tuple[dict[str, int], dict[str, list[str]]]:
    """How often each tool was called before the pending calls, and what it answered."""
    pending = {id(call) for call in conversation.pending_calls}
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    results: dict[str, list[str]] = {}
    for message in conversation.messages:
        for call in message.calls:
            if id(call) not in pending:
                counts[call.name] = counts.get(call.name, 0) + 1
            names[call.id] = call.name
        if message.role == "tool" and message.call_id in names:
            results.setdefault(names[message.call_id], []).append(message.text)
    return counts, results
