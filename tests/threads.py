"""Threads written in short, and what the checker finds in them."""

from switchboard.conversations import Conversation, Entry
from switchboard.messages import Call, Message
from switchboard.settings import Profile
from switchboard.thread import check_thread

STANDARD = Profile()
ALTERNATING = Profile(role_order="alternating")
TOOL = {"type": "function", "function": {"name": "f"}}


def thread(*messages: Message, toolset: str = "written") -> Conversation:
    entries = (Entry(message, f"e{index}") for index, message in enumerate(messages))
    return Conversation(entries=tuple(entries), toolset=toolset)


def user(text="Hi"):
    return Message("user", text)


def says(text="Hello"):
    return Message("assistant", text)


def calls(*ids, name="f", arguments="{}"):
    return Message("assistant", calls=tuple(Call(one, name, arguments) for one in ids))


def result(call_id, text="{}"):
    return Message("tool", text, call_id=call_id)


def found(conversation, profile=STANDARD, **more):
    return [(p.kind, p.entry_id, p.place) for p in check_thread(conversation, profile, **more)]


def outline(conversation):
    """Roles with the ids they bear: ``assistant a b``, ``tool a``."""
    return [
        " ".join([m.role, *(call.id for call in m.calls), *([m.call_id] if m.call_id else [])])
        for m in conversation.messages
    ]
