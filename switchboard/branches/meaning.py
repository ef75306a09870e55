"""What a message says, in a form in which two can be compared."""

import json

from switchboard.conversations import Entry
from switchboard.messages import Call, Message


def meaning(entry: Entry) -> str:
    """The same text for two messages that say the same, and another for any others."""
    message = entry.message
    calls = [_call(call) for call in message.calls]
    return repr((message.role, message.name, _content(message), message.refusal, calls))


def _content(message: Message) -> object:
    # No text and an empty one are two ways to write the same.
    return message.content or ""


def _call(call: Call) -> tuple[str, str]:
    return call.name, _arguments(call.arguments)


def _arguments(text: str) -> str:
    """The value, however it is spaced and ordered; what is no JSON stands as it is."""
    try:
        return json.dumps(json.loads(text), sort_keys=True)
    except (ValueError, RecursionError):
        return text
