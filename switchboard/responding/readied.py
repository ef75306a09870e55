"""What is made ready for a pending call, and what of it is sent."""

from dataclasses import replace

from switchboard.conversations import Conversation, Preparation
from switchboard.messages import Call
from switchboard.responders import FaultKind
from switchboard.responding.answering import finished
from switchboard.responding.at_once import at_once, instant_id
from switchboard.responding.situations import Situation
from switchboard.responses import Response, Result, Source
from switchboard.simulate.verdicts import check_result

DENIED = '{"error": "The person who watches this conversation did not allow this call."}'

_AT_ONCE: frozenset[Source] = frozenset({"fixed", "template", "schema", "plausible", "repeated"})


def with_example(conversation: Conversation, situation: Situation) -> Conversation:
    """With something to begin with made ready for the call, as the toolset has it now; what a
    person wrote and what somebody was asked for stays."""
    call_id = situation.call.id
    old = conversation.preparation(call_id)
    if call_id in conversation.drafts or not (_is_empty(old) or _is_outdated(old, situation)):
        return conversation
    made = at_once(situation)
    if old.failure and made.result:  # Somebody was asked in vain: that stays told.
        made = replace(made, failure=old.failure)
    kept = replace(made, fault=old.fault, is_spared=old.is_spared, decision=old.decision)
    return conversation.prepared(call_id, kept)


def costs_nothing(result: Result) -> bool:
    """Whether it can be made anew at any time, so that it follows the toolset."""
    return result.response.source in _AT_ONCE


def readied(conversation: Conversation, call: Call) -> Result | None:
    """What answers the call as things stand; ``None`` while nothing does."""
    prepared = conversation.preparation(call.id)
    if prepared.decision == "denied":
        return Result(DENIED, Response("denial"))
    return prepared.result


def written(text: str, conversation: Conversation, situation: Situation) -> Result:
    """This text as the call's result, with how it came about if it is still what was made ready.

    A fault stays marked when the spoilt text is changed by hand.
    """
    made = readied(conversation, situation.call)
    if made and (made.text == text or made.response.source == "denial"):
        return made
    before = made.response if made else Response()
    told = f"{before.told} Then it was changed by hand." if before.fault else ""
    problems = check_result(text, situation.plan.output_schema)
    return Result(text, Response("hand", fault=before.fault, told=told, problems=problems))


def with_fault(
    conversation: Conversation, situation: Situation, text: str, kind: FaultKind | None
) -> Conversation:
    """With this fault in the call's result, of which ``text`` is the present state; ``None`` takes
    whatever fault there is out again."""
    call_id = situation.call.id
    prepared = conversation.preparation(call_id)
    good = prepared.good or written(text, conversation, situation)
    result = finished(good, replace(situation, ordered=kind)) if kind else good
    changed = Preparation(
        result,
        fault=kind,
        is_spared=kind is None,
        good=good if kind else None,
        decision=prepared.decision,
    )
    return conversation.freed({call_id}).prepared(call_id, changed)


def _is_empty(prepared: Preparation) -> bool:
    return prepared.result is None


def _is_outdated(prepared: Preparation, situation: Situation) -> bool:
    """Whether the toolset would have it otherwise now."""
    result = prepared.result
    if result is None or not costs_nothing(result):
        return False
    made_by, fault = result.response.responder, result.response.fault
    return made_by != instant_id(situation) or fault != situation.fault
