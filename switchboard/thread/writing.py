"""What stands in a message: names, arguments, and whether there is anything at all."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NoReturn

from switchboard import wire
from switchboard.conversations import Conversation, Entry
from switchboard.messages import Call, Message
from switchboard.thread.blocks import blocks, own_result
from switchboard.thread.problems import Kind, Repair, ThreadProblem
from switchboard.thread.quoting import quoted

_NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_FOREIGN = re.compile(r"[^a-zA-Z0-9_-]+")
_RULE = "letters, digits, _ and -, at most 64"
_UNREADABLE = "INVALID_JSON"


def writing_problems(
    conversation: Conversation, tools: Sequence[wire.FunctionTool]
) -> Iterator[ThreadProblem]:
    """What some gateways refuse in a message; none of it blocks."""
    for entry in conversation.entries:
        yield from _message_problems(entry)
        for place, call in enumerate(entry.message.calls):
            yield from _call_problems(entry, place, call, tools)


def _message_problems(entry: Entry) -> Iterator[ThreadProblem]:
    message = entry.message
    if message.role == "assistant" and _is_empty(message):
        says = "An empty answer without calls. Some gateways refuse it."
        repair = Repair("Remove it", partial(_without, entry_id=entry.id))
        yield ThreadProblem("empty answer", entry.id, says, repair, blocks=False)
    if message.name and not _NAME.fullmatch(message.name):
        says = f"The name {quoted(message.name)} is not made of {_RULE}. Some gateways refuse it."
        mended = replace(message, name=_mended(message.name) or None)
        yield _mendable("message name", entry, says, label="Mend the name", mended=mended)


def _call_problems(
    entry: Entry, place: int, call: Call, tools: Sequence[wire.FunctionTool]
) -> Iterator[ThreadProblem]:
    if not _NAME.fullmatch(call.name):
        yield _misnamed(entry, place, call, tools)
    # What a custom tool is called with is free text (OpenAI API reference, custom tools).
    if call.extra.get("type") != "custom" and not _is_object(call.arguments):
        is_blank = not call.arguments.strip()
        what = "empty text" if is_blank else "no JSON object"
        says = (
            f"The arguments of {quoted(call.name)} are {what}. "
            "Some gateways refuse to be sent them again."
        )
        label = "Make them {}" if is_blank else "Quote them as JSON"
        mended = _with_call(entry.message, place, replace(call, arguments=_object_of(call)))
        yield _mendable("broken arguments", entry, says, label=label, mended=mended, place=place)


def _misnamed(
    entry: Entry, place: int, call: Call, tools: Sequence[wire.FunctionTool]
) -> ThreadProblem:
    what = f"A call of {quoted(call.name)}" if call.name.strip() else "A call without a name"
    says = f"{what}: a name is made of {_RULE}. Some gateways refuse it."
    if name := _mended(call.name) or _only_name(tools):
        mended = _with_call(entry.message, place, replace(call, name=name))
        label = "Mend the name" if _mended(call.name) else f"Make it a call of {quoted(name)}"
        return _mendable("call name", entry, says, label=label, mended=mended, place=place)
    removal = partial(_without_call, entry_id=entry.id, place=place)
    repair = Repair("Remove the call", removal)
    return ThreadProblem("call name", entry.id, says, repair, blocks=False, place=place)


def _only_name(tools: Sequence[wire.FunctionTool]) -> str:
    """What a call without a name can only have meant; empty where it may be one of several."""
    return tools[0]["function"]["name"] if len(tools) == 1 else ""


def _mendable(
    kind: Kind, entry: Entry, says: str, *, label: str, mended: Message, place: int = 0
) -> ThreadProblem:
    repair = Repair(label, partial(_with, entry_id=entry.id, message=mended))
    return ThreadProblem(kind, entry.id, says, repair, blocks=False, place=place)


def _is_empty(message: Message) -> bool:
    has_parts = isinstance(message.content, tuple) and bool(message.content)
    return not (message.text or has_parts or message.calls or message.refusal)


def _is_object(text: str) -> bool:
    try:
        # Numbers stay text: Python reads none of more than 4300 digits, and JSON sets no limit.
        value = json.loads(text, parse_int=str, parse_float=str, parse_constant=_no_json)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict)


def _no_json(word: str) -> NoReturn:
    """NaN and Infinity, which Python reads, are no JSON (RFC 8259, 6)."""
    raise ValueError(word)


def _object_of(call: Call) -> str:
    # The raw text stays readable for the model (pydantic/pydantic-ai#7060).
    if not call.arguments.strip():
        return "{}"
    return json.dumps({_UNREADABLE: call.arguments}, ensure_ascii=False)


def _mended(name: str) -> str:
    return _FOREIGN.sub("_", name).strip("_")[:64]


def _with_call(message: Message, place: int, call: Call) -> Message:
    calls = (*message.calls[:place], call, *message.calls[place + 1 :])
    return replace(message, calls=calls)


def _with(conversation: Conversation, *, entry_id: str, message: Message) -> Conversation:
    return conversation.replaced(entry_id, message)


def _without(conversation: Conversation, *, entry_id: str) -> Conversation:
    return conversation.taken_out(entry_id)


def _without_call(conversation: Conversation, *, entry_id: str, place: int) -> Conversation:
    """Without the call and its result; an answer of which nothing is left goes too."""
    block = next((b for b in blocks(conversation) if b.answer and b.answer.id == entry_id), None)
    message = conversation.entry(entry_id).message
    left = replace(message, calls=(*message.calls[:place], *message.calls[place + 1 :]))
    if block and (result := own_result(block, message.calls[place], place)):
        conversation = conversation.taken_out(result.id)
    if _is_empty(left):
        return conversation.taken_out(entry_id)
    return conversation.replaced(entry_id, left)
