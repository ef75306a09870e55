"""What answered calls, taken into their conversation."""

from collections.abc import Mapping
from dataclasses import replace

from switchboard.conversations import Conversation
from switchboard.desk import answered
from switchboard.messages import Call
from switchboard.responding import readied
from switchboard.responses import Result, Unanswered


def with_answers(
    conversation: Conversation, answers: Mapping[str, Result | Unanswered], *, is_stopped: bool
) -> Conversation:
    """With what came made ready for its calls, and why nothing did; whoever stops it knows why."""
    for call_id, answer in answers.items():
        prepared = conversation.preparation(call_id)
        if isinstance(answer, Result):
            prepared = replace(prepared, result=answer, failure="")
        elif not is_stopped:
            prepared = replace(prepared, failure=answer.reason)
        conversation = conversation.prepared(call_id, prepared)
    return conversation


def with_results(conversation: Conversation) -> Conversation | None:
    """With the results of its pending calls in their places; ``None`` while one is missing."""
    pairs = []
    for call in conversation.pending_calls:
        result = readied(conversation, call)
        if result is None:
            return None
        pairs.append((call, result))
    return answered(conversation, pairs)


def needs_answer(conversation: Conversation, call: Call) -> bool:
    """Whether nothing has answered the call yet, and nobody has denied it."""
    return readied(conversation, call) is None
