"""Conversations of an earlier day, for pages to begin with."""

import json

from benchmarks.answers import earlier_texts
from switchboard.conversations import Conversation, Entry
from switchboard.documents import to_document
from switchboard.messages import Call, Message
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
    conversation = Conversation(
        toolset=TOOLSET,
        entries=tuple(_entries(messages, cards)),
        base_url=base_url,
        model="benchmark",
    )
    store.save_conversation(conversation.id, to_document(conversation), revision=0)
    return conversation.id


def _entries(messages: int, cards: int) -> list[Entry]:
    """Turns with a call are four messages: question, call, result, answer."""
    texts = iter(earlier_texts(messages))
    entries: list[Entry] = []
    for number in range(cards):
        call = Call(f"call_{number}", "get_weather", json.dumps({"location": f"Town {number}"}))
        entries += [
            Entry(Message("user", next(texts))),
            Entry(Message("assistant", calls=(call,))),
            Entry(Message("tool", '{"temperature": 21, "unit": "C"}', call_id=call.id)),
            Entry(Message("assistant", next(texts))),
        ]
    while len(entries) < messages:
        is_answer = bool(entries) and entries[-1].message.role == "user"
        entries.append(Entry(Message("assistant" if is_answer else "user", next(texts))))
    return entries
