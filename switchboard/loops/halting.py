"""Why a turn should not go on by itself."""

import json
from collections import Counter
from collections.abc import Sequence

from switchboard.conversations import Conversation
from switchboard.messages import Call, Message
from switchboard.settings import Profile
from switchboard.thread import check_thread
from switchboard.tools import check_toolset
from switchboard.wire import Json

MOST_REPEATS = 3
"""The same call with the same arguments, so often, brings nothing new."""


STOPPED = "Stopped by you."
FOR_YOUR_RESULT = "A call waits for your result."
_FOR_YOUR_WORD = "Look at each call: approve it, or deny it."


def reason_to_wait(conversation: Conversation, profile: Profile) -> str:
    """Why the pending calls should not be answered yet; empty when they should."""
    if repeated := repeated_call(conversation):
        return repeated
    if conversation.automation.approves and undecided(conversation):
        return _FOR_YOUR_WORD
    return _to_mend(conversation, profile, is_sent=False)


def reason_to_end(conversation: Conversation, profile: Profile) -> str:
    """Why another request should not be sent; empty when it should."""
    if rounds_so_far(conversation) >= (most := conversation.automation.most_rounds):
        rounds = "1 round is" if most == 1 else f"{most} rounds are"
        return f"{rounds} over. Go on, if you want it to."
    return _to_mend(conversation, profile, is_sent=True)


def rounds_so_far(conversation: Conversation) -> int:
    """Answers of the turn since a person let it go on."""
    return sum(message.role == "assistant" for message in _since_let_go(conversation))


def repeated_call(conversation: Conversation) -> str:
    """The sentence on a pending call that was written for the third time in the turn, since a
    person let it go on; empty when there is none."""
    counts = Counter(_key(call) for call in _calls(_since_let_go(conversation)))
    for call in conversation.pending_calls:
        if counts[_key(call)] >= MOST_REPEATS:
            return (
                f"The model calls {call.name!r} with the same arguments for the "
                f"{_ordinal(counts[_key(call)])} time: something keeps it from going on."
            )
    return ""


def _to_mend(conversation: Conversation, profile: Profile, *, is_sent: bool) -> str:
    if count := len(check_toolset(conversation.toolset).problems):
        return f"Mend the toolset: it has {count} problem{'s' if count > 1 else ''}."
    problems = check_thread(conversation, profile, is_sent=is_sent)
    return " ".join(problem.says for problem in problems if problem.blocks)


def _since_let_go(conversation: Conversation) -> Sequence[Message]:
    start = max(conversation.turn_start, conversation.let_go_at)
    return conversation.messages[start:]


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
