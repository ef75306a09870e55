"""What the model did in a turn that is over, and whether anything can be told of it."""

from dataclasses import replace

from switchboard.conversations import Conversation, Entry
from switchboard.loops.halting import repeated_call
from switchboard.messages import Call, Message
from switchboard.responders import FaultKind
from switchboard.simulate.judging import Conduct, Conducted, Judgement, judged
from switchboard.sweeps.turn import is_final

NO_FAULT = (
    "The fault came into no result: the model called no tool that it is for, or the tool's own "
    "answer failed."
)


def judgement_of(conversation: Conversation, kind: FaultKind | None) -> Judgement | None:
    """By the rules; ``None`` where the turn was held up by something that is not the model.

    Without a fault: by the same rules, as if the results were late and unharmed.
    """
    if not (is_final(conversation) or is_going_round(conversation)):
        return None
    if kind and not faulty_results(conversation):
        return None
    found = judged(_conducted(conversation, kind))
    if kind is None and found.conduct is Conduct.USED:
        return replace(found, evidence=("The answer is from the result.",))
    return found


def is_going_round(conversation: Conversation) -> bool:
    """Whether the model has used up its rounds, or repeats itself, instead of answering."""
    most = conversation.automation.most_rounds
    return len(answers_of(conversation)) >= most or bool(repeated_call(conversation))


def answers_of(conversation: Conversation) -> list[Entry]:
    """The model's messages in the last turn."""
    turn = conversation.entries[conversation.turn_start :]
    return [entry for entry in turn if entry.message.role == "assistant"]


def faulty_results(conversation: Conversation) -> list[Entry]:
    """The results of the last turn that a fault was put into."""
    turn = conversation.entries[conversation.turn_start :]
    return [entry for entry in turn if entry.response and entry.response.fault]


def _conducted(conversation: Conversation, kind: FaultKind | None) -> Conducted:
    calls = [
        (round_, call, result)
        for round_, entry in enumerate(answers_of(conversation))
        for call in entry.message.calls
        if (result := conversation.result_of(entry.id, call.id))
    ]
    return Conducted(
        question=_said_before(conversation),
        calls=tuple(
            (call, result.message.text, _counts(result, kind)) for _, call, result in calls
        ),
        answer=conversation.messages[-1].text if is_final(conversation) else "",
        fault=kind or FaultKind.SLOW,
        # Without a fault no call is a second try, however many rounds there were.
        rounds=tuple(round_ if kind else 0 for round_, _, _ in calls),
    )


def _counts(result: Entry, kind: FaultKind | None) -> bool:
    return kind is None or bool(result.response and result.response.fault)


def _said_before(conversation: Conversation) -> str:
    """Everything that was known before the turn: earlier answers and results are no inventions."""
    before = conversation.messages[: conversation.turn_start + 1]
    return "\n".join([conversation.system, *map(_everything, before)])


def _everything(message: Message) -> str:
    return "\n".join([message.text, *map(_written, message.calls)])


def _written(call: Call) -> str:
    return f"{call.name} {call.arguments}"
