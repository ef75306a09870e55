"""The calls of a conversation that have been, and what they were answered with."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from switchboard.conversations import Conversation, Entry
from switchboard.messages import Call


@dataclass(frozen=True, slots=True)
class PastCall:
    """A call that waits for nothing any more."""

    call: Call
    result: Entry | None
    """The entry of its result; ``None`` where nobody answered."""

    @property
    def text(self) -> str:
        """What it was answered with."""
        return self.result.message.text if self.result else ""

    @property
    def is_good(self) -> bool:
        """Whether it was answered, and no fault was put into its result on purpose."""
        response = self.result.response if self.result else None
        return self.result is not None and not (response and response.fault)


def past_calls(conversation: Conversation) -> tuple[PastCall, ...]:
    """All but the pending ones, in their order; a result belongs to the call before it."""
    pending = {id(call) for call in conversation.pending_calls}
    found: list[PastCall] = []
    places: dict[str | None, int] = {}
    for entry in conversation.entries:
        for call in entry.message.calls:
            if id(call) not in pending:
                places[call.id] = len(found)
                found.append(PastCall(call, None))
        at = places.get(entry.message.call_id)
        if entry.message.role == "tool" and at is not None:
            found[at] = PastCall(found[at].call, entry)
    return tuple(found)


def good_results(past: Iterable[PastCall], call: Call) -> list[str]:
    """What the same call was answered with, unspoilt, the latest last."""
    return [one.text for one in past if one.is_good and is_same(one.call, call)]


def is_same(one: Call, other: Call) -> bool:
    """Whether both ask the same tool for the same, however the arguments are laid out."""
    if one.name != other.name:
        return False
    try:
        return bool(json.loads(one.arguments) == json.loads(other.arguments))
    except (ValueError, RecursionError):
        return one.arguments == other.arguments
