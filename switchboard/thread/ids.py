"""Call ids: every call has one, and no other call of the thread has the same."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from switchboard.conversations import Conversation
from switchboard.thread.blocks import Block, blocks, own_result
from switchboard.thread.problems import Repair, ThreadProblem
from switchboard.thread.quoting import quoted


def id_problems(conversation: Conversation) -> Iterator[ThreadProblem]:
    """Calls without an id, and calls with that of another.

    Within one answer nobody could tell their results apart. Of two answers only some gateways
    mind: their results are told apart by where they stand.
    """
    before: set[str] = set()
    for block in blocks(conversation):
        here: set[str] = set()
        for place, call in enumerate(block.calls):
            if block.answer and (problem := _problem(block, place, before=before, here=here)):
                yield problem
            here.add(call.id)
        before |= here


def _problem(block: Block, place: int, *, before: set[str], here: set[str]) -> ThreadProblem | None:
    call = block.calls[place]
    answer = block.answer
    if answer is None:
        return None
    repair = Repair("Give it an id of its own", partial(_renamed, entry_id=answer.id, place=place))
    name, call_id = quoted(call.name), quoted(call.id)
    if not call.id.strip():
        says = f"The call {name} has no id, so no result can name it."
        return ThreadProblem("call without id", answer.id, says, repair, place=place)
    if call.id in here:
        says = f"Two calls of one answer have the id {call_id}: no result can tell them apart."
        return ThreadProblem("same id twice", answer.id, says, repair, place=place)
    if call.id in before:
        says = f"The id {call_id} of {name} was that of an earlier call. Some gateways refuse it."
        return ThreadProblem("id of before", answer.id, says, repair, blocks=False, place=place)
    return None


def _renamed(conversation: Conversation, *, entry_id: str, place: int) -> Conversation:
    """With another id for this call, and for that result of it which stands behind the answer."""
    block = next(b for b in blocks(conversation) if b.answer and b.answer.id == entry_id)
    old = block.calls[place].id
    new = _free_id(conversation, old.strip() or "call")
    calls = tuple(
        replace(call, id=new) if index == place else call for index, call in enumerate(block.calls)
    )
    conversation = conversation.replaced(
        entry_id, replace(conversation.entry(entry_id).message, calls=calls)
    )
    if result := own_result(block, block.calls[place], place):
        return conversation.replaced(result.id, replace(result.message, call_id=new))
    return conversation


def _free_id(conversation: Conversation, stem: str) -> str:
    taken = {call.id for message in conversation.messages for call in message.calls}
    stem = re.sub(r"-\d+$", "", stem)
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"
