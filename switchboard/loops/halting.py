"""Why a turn should not go on by itself."""

import json
from collections import Counter
from collections.abc import Sequence

from switchboard.conversations import Conversation
from switchboard.messages import Call, Message
from switchboard.settings import Profile
from switchboard.thread import check_thread
from switchboard.wire import Json

MOST_REPEATS = 3
"""The same call with the same arguments, so often, brings nothing new."""


STOPPED = "Stopped by you."
_FOR_YOUR_WORD = "Look at each call: approve it, or deny it."


def reason_to_wait(conversation: Conversation, *, since: int) -> str:
    """Why the pending calls should not be answered yet; empty when they should.

    ``since``: the entry from which on the turn goes on by itself.
    """
    if repeated := repeated_call(conversation, since=since):
        return repeated
    if conversation.automation.approves and undecided(conversation):
        return _FOR_YOUR_WORD
    return ""


def reason_to_end(conversation: Conversation, profile: Profile, *, rounds: int) -> str:
    """Why another request should not be sent after so many; empty when it should."""
    if rounds >= (most := conversation.automation.most_rounds):
        return f"{most} rounds are over. Go on, if you want it to."
    problems = check_thread(conversation, profile, is_sent=True)
    return " ".join(problem.says for problem in problems if problem.blocks)


def repeated_call(conversation: Conversation, *, since: int) -> str:
    """The sentence on a pending call that was written for the third time among the entries from
    ``since`` on; empty when there is none."""
    counts = Counter(_key(call) for call in _calls(conversation.messages[since:]))
    for call in conversation.pending_calls:
        if counts[_key(call)] >= MOST_REPEATS:
            return (
                f"The model calls {call.name!r} with the same arguments for the "
                f"{_ordinal(counts[_key(call)])} time: something keeps it from going on."
            )
    return ""


def undecided(conversation: Conversation) -> bool:
    """Whether a pending call waits for a person's word."""
    return any(
        conversation.preparation(call.id).decision is None for call in conversation.pending_calls
    )


def _calls(messages: Sequence[Message]) -> list[Call]:
    return [call for message in messages for call in message.calls]


def _key(call: Call) -> tuple[str, str]:
    """The same for the same arguments, however they are laid out."""
    try:
        value: Json = json.loads(call.arguments)
    except (ValueError, RecursionError):
        return call.name, call.arguments
    return call.name, json.dumps(value, sort_keys=True)


def _ordinal(number: int) -> str:
    return {3: "third", 4: "fourth", 5: "fifth"}.get(number, f"{number}th")
