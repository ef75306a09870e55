"""Conversations of an earlier day, for pages to begin with."""

import json

from benchmarks.answers import earlier_texts
from switchboard.conversations import Conversation, Entry
from switchboard.documents import to_document
from switchboard.messages import Call, Message
from switchboard.responses import Response
from switchboard.store import Store

TOOLSET = json.dumps(
    {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "The weather at a place.",
            "parameters": {
                "type": "object",
                "properties": {"location": {"type": "string"}},
                "required": ["location"],
                "additionalProperties": False,
            },
        },
    },
    indent=2,
)


def seed_conversation(store: Store, *, base_url: str, messages: int, cards: int = 0) -> str:
    """Saves a conversation of so many messages, with so many calls among them; its id."""
    return _saved(store, base_url, _entries(messages, cards))


def seed_turn(store: Store, *, base_url: str, rounds: int, calls: int) -> str:
    """Saves a conversation of one turn with so many rounds of so many calls; its id."""
    entries = [Entry(Message("user", "The weather everywhere, please."))]
    for number in range(rounds):
        written = [_call(f"{number}-{at}") for at in range(calls)]
        entries.append(Entry(Message("assistant", calls=tuple(written))))
        entries += [_result(call) for call in written]
    return _saved(store, base_url, [*entries, Entry(Message("assistant", "Mild."))])


def _saved(store: Store, base_url: str, entries: list[Entry]) -> str:
    conversation = Conversation(
        toolset=TOOLSET, entries=tuple(entries), base_url=base_url, model="benchmark"
    )
    store.save_conversation(conversation.id, to_document(conversation), revision=0)
    return conversation.id


def _call(name: str) -> Call:
    return Call(f"call_{name}", "get_weather", json.dumps({"location": f"Town {name}"}))


def _result(call: Call) -> Entry:
    result = Message("tool", '{"temperature": 21, "unit": "C"}', call_id=call.id)
    return Entry(result, response=Response("fixed", "0123456789ab", duration_ms=1.5))


def _entries(messages: int, cards: int) -> list[Entry]:
    """Turns with a call are four messages: question, call, result, answer."""
    texts = iter(earlier_texts(messages))
    entries: list[Entry] = []
    for number in range(cards):
        call = _call(str(number))
        entries += [
            Entry(Message("user", next(texts))),
            Entry(Message("assistant", calls=(call,))),
            _result(call),
            Entry(Message("assistant", next(texts))),
        ]
    while len(entries) < messages:
        is_answer = bool(entries) and entries[-1].message.role == "user"
        entries.append(Entry(Message("assistant" if is_answer else "user", next(texts))))
    return entries
