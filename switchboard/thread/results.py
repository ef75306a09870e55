"""Calls and results: each call has exactly one result, directly behind its answer."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from switchboard.conversations import Conversation, Entry
from switchboard.messages import Call, Message
from switchboard.thread.blocks import Block, blocks
from switchboard.thread.problems import Repair, ThreadProblem
from switchboard.thread.quoting import quoted

EMPTY_RESULT = "{}"


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A call that no result behind its answer names."""

    answer: Entry
    call: Call
    place: int


def result_problems(conversation: Conversation, *, is_sent: bool) -> Iterator[ThreadProblem]:
    """Stray results, then calls for which there is none.

    A call whose result stands elsewhere is not told too: mending the one mends both.
    """
    groups = list(blocks(conversation))
    waiting = [one for block in groups for one in _waiting(block)]
    for block in groups:
        for result in _strays(block):
            yield _stray(result, block, waiting)
    pending = None if is_sent else _pending_answer(conversation)
    yield from (_unanswered(one) for one in waiting if one.answer is not pending)


def _pending_answer(conversation: Conversation) -> Entry | None:
    """The answer whose calls the person is about to answer."""
    if not conversation.pending_calls:
        return None
    return next(e for e in reversed(conversation.entries) if e.message.role == "assistant")


def _waiting(block: Block) -> Iterator[_Waiting]:
    if block.answer:
        unanswered = block.unanswered
        for place, call in enumerate(block.calls):
            if call in unanswered:
                yield _Waiting(block.answer, call, place)


def _strays(block: Block) -> Iterator[Entry]:
    room = Counter(call.id for call in block.calls)
    for result in block.results:
        call_id = result.message.call_id or ""
        if call_id and room[call_id]:
            room[call_id] -= 1
        else:
            yield result


def _stray(result: Entry, block: Block, waiting: list[_Waiting]) -> ThreadProblem:
    """The problem of one stray result; the call it is to answer is no longer waiting."""
    call_id = result.message.call_id
    if call_id and any(call.id == call_id for call in block.calls):
        return _second(result)
    if call_id and (own := _taken(waiting, lambda one: one.call.id == call_id)):
        return _apart(result, own)
    owner = _taken(waiting, lambda one: one.answer is block.answer)
    return _unknown(result, _adopted(result, owner) if owner else _removed(result))


def _taken(waiting: list[_Waiting], fits: Callable[[_Waiting], bool]) -> _Waiting | None:
    for index, one in enumerate(waiting):
        if fits(one):
            return waiting.pop(index)
    return None


def _second(result: Entry) -> ThreadProblem:
    call_id = quoted(result.message.call_id)
    says = f"A second result for the call {call_id}. Gateways take one result for each call."
    return ThreadProblem("second result", result.id, says, _removed(result))


def _apart(result: Entry, own: _Waiting) -> ThreadProblem:
    says = (
        f"The result of {quoted(own.call.name)} does not stand directly behind the answer that "
        "has the call. Gateways refuse it there."
    )
    repair = Repair("Move it behind its call", partial(_moved, result=result, answer=own.answer))
    return ThreadProblem("result apart", result.id, says, repair)


def _unknown(result: Entry, repair: Repair) -> ThreadProblem:
    if not result.message.call_id:
        says = "A result that does not say which call it answers. Gateways refuse it."
        return ThreadProblem("result without id", result.id, says, repair)
    call_id = quoted(result.message.call_id)
    says = f"A result for the call {call_id}, but no call before it has that id."
    return ThreadProblem("unknown id", result.id, says, repair)


def _unanswered(one: _Waiting) -> ThreadProblem:
    says = (
        f"The call {quoted(one.call.name)} ({quoted(one.call.id)}) has no result. "
        "Gateways refuse a conversation that goes on without one."
    )
    repair = Repair("Add an empty result", partial(_answered, one=one))
    return ThreadProblem("unanswered call", one.answer.id, says, repair, place=one.place)


def _removed(result: Entry) -> Repair:
    return Repair("Remove it", partial(_without, entry_id=result.id))


def _adopted(result: Entry, owner: _Waiting) -> Repair:
    message = replace(result.message, call_id=owner.call.id)
    label = f"Make it the result of {quoted(owner.call.name)}"
    return Repair(label, partial(_with, entry_id=result.id, message=message))


def _with(conversation: Conversation, *, entry_id: str, message: Message) -> Conversation:
    return conversation.replaced(entry_id, message)


def _without(conversation: Conversation, *, entry_id: str) -> Conversation:
    return conversation.taken_out(entry_id)


def _moved(conversation: Conversation, *, result: Entry, answer: Entry) -> Conversation:
    return conversation.taken_out(result.id).inserted(result, beside=answer.id)


def _answered(conversation: Conversation, *, one: _Waiting) -> Conversation:
    result = Entry(Message("tool", EMPTY_RESULT, call_id=one.call.id))
    return conversation.inserted(result, beside=one.answer.id)
