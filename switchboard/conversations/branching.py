"""A conversation that leaves another one where a call was changed."""

from __future__ import annotations

from dataclasses import replace

from switchboard.conversations.branch import Branch
from switchboard.conversations.conversation import Conversation
from switchboard.conversations.entry import Entry, new_id
from switchboard.conversations.results import end_of_results
from switchboard.messages import Call, Message


def branched(
    conversation: Conversation,
    entry_id: str,
    *,
    call_id: str,
    arguments: str | None,
    result: str | None,
    said: str,
) -> Conversation:
    """A new conversation up to the results of this entry's calls, with one call changed.

    ``None`` leaves the arguments or the result as they are. The other results stay; a call that
    has none is pending, and one that is given a result without having had one is answered by it.
    The conversation it leaves is not touched. Raises ``KeyError`` where there is no such call.
    """
    changed = _up_to_results(conversation, entry_id)
    call = _call(changed, entry_id, call_id)
    at = entry_id
    if result is not None:
        changed, at = _with_result(changed, entry_id, call, result)
    if arguments is not None:
        changed, at = _with_arguments(changed, entry_id, call, arguments), entry_id
    root = conversation.branch.root if conversation.branch else conversation.id
    branch = Branch(root=root, parent=conversation.id, at=at, said=said)
    return replace(changed, id=new_id(), branch=branch)


def _up_to_results(conversation: Conversation, entry_id: str) -> Conversation:
    index = conversation.entries.index(conversation.entry(entry_id))
    last = conversation.entries[end_of_results(conversation.entries, index + 1) - 1]
    return replace(conversation.cut_after(last.id), resent=())


def _call(conversation: Conversation, entry_id: str, call_id: str) -> Call:
    # Of two calls with one id the first has the result.
    for call in conversation.entry(entry_id).message.calls:
        if call.id == call_id:
            return call
    raise KeyError(call_id)


def _with_result(
    conversation: Conversation, entry_id: str, call: Call, result: str
) -> tuple[Conversation, str]:
    """With this result, and the id of the entry that holds it."""
    old = conversation.result_of(entry_id, call.id)
    if old is None:
        new = Entry(Message("tool", result, call_id=call.id))
        return conversation.added(new), new.id
    return conversation.replaced(old.id, old.message.with_text(result)), old.id


def _with_arguments(
    conversation: Conversation, entry_id: str, call: Call, arguments: str
) -> Conversation:
    message = conversation.entry(entry_id).message
    calls = list(message.calls)
    calls[calls.index(call)] = replace(call, arguments=arguments)
    return conversation.replaced(entry_id, replace(message, calls=tuple(calls)))
