"""A turn that has ended, read as a line of the table."""

from dataclasses import replace

from switchboard.conversations import Conversation
from switchboard.messages import Usage
from switchboard.responders import FaultKind
from switchboard.runs import Fault, Step
from switchboard.simulate.judging import Judgement
from switchboard.sweeps.judging import (
    NO_FAULT,
    answers_of,
    faulty_results,
    is_going_round,
    judgement_of,
)
from switchboard.sweeps.trial import Trial
from switchboard.sweeps.turn import is_final
from switchboard.sweeps.unused import used_responders

_FIRST_WORDS = 200


def trial_of(conversation: Conversation, kind: FaultKind | None, *, empty: Step | None) -> Trial:
    """``empty``: the step that ended without bringing anything, if the last one did."""
    fault = _fault(conversation, empty)
    judgement = None if fault else judgement_of(conversation, kind)
    spoilt = faulty_results(conversation)
    return Trial(
        kind=kind,
        judgement=judgement and _with_pause(judgement, conversation),
        problem="" if judgement else _problem(conversation, fault),
        told=spoilt[0].response.told if spoilt and spoilt[0].response else "",
        answer=_first_words(conversation),
        rounds=len(answers_of(conversation)),
        usage=usage_of(conversation),
        used=used_responders(conversation),
    )


def usage_of(conversation: Conversation) -> Usage | None:
    """The answers of the last turn together; ``None`` as soon as one of them is unknown."""
    outcomes = [entry.outcome for entry in answers_of(conversation)]
    known = [outcome.usage for outcome in outcomes if outcome and outcome.usage]
    if len(known) < len(outcomes) or not known:
        return None
    return Usage(
        input_tokens=_sum([usage.input_tokens for usage in known]),
        output_tokens=_sum([usage.output_tokens for usage in known]),
    )


def _sum(numbers: list[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _fault(conversation: Conversation, empty: Step | None) -> Fault | None:
    if empty:
        return empty.fault
    outcome = conversation.entries[-1].outcome if conversation.entries else None
    return outcome.fault if outcome else None


def _problem(conversation: Conversation, fault: Fault | None) -> str:
    if fault:
        return f"{fault.message} {fault.advice}".strip()
    if is_final(conversation) or is_going_round(conversation):
        return NO_FAULT
    return conversation.pause or "The turn came to no end."


def _with_pause(judgement: Judgement, conversation: Conversation) -> Judgement:
    """Why there was no answer belongs to the evidence."""
    if is_final(conversation) or not conversation.pause:
        return judgement
    return replace(judgement, evidence=(*judgement.evidence, conversation.pause))


def _first_words(conversation: Conversation) -> str:
    last = conversation.messages[-1] if conversation.entries else None
    text = " ".join(last.text.split()) if last and last.role == "assistant" else ""
    return text if len(text) <= _FIRST_WORDS else f"{text[:_FIRST_WORDS]}…"
