"""A message as plain text: who says it, and all that it says."""

from collections.abc import Sequence

from components.cutting import beginning_and_end
from components.json_layout import laid_out
from components.plain import showable
from switchboard.conversations import Entry
from switchboard.messages import Message, TextPart

_LONGEST = 60
_NO_NAME = "a call without a name"


def message_words(message: Message) -> str:
    """Its text, then its images and files by their kind, then its calls; JSON laid out, and what
    is very long cut in the middle."""
    text = laid_out(message.text) if message.role == "tool" else showable(message.text)
    others = ["(image or file)" for part in message.parts if not isinstance(part, TextPart)]
    calls = [f"{call.name or _NO_NAME}\n{laid_out(call.arguments)}" for call in message.calls]
    parts = [text, showable(message.refusal or ""), *others, *map(showable, calls)]
    return "\n\n".join(beginning_and_end(part) for part in parts if part)


def first_words(entry: Entry) -> str:
    """Its beginning on one line."""
    line = " ".join(message_words(entry.message).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def speaker(entry: Entry, entries: Sequence[Entry]) -> str:
    """Who says it; of a result which call it answers, found among these entries."""
    message = entry.message
    if message.role == "tool":
        return f"Result of {_called(message.call_id, entries) or _NO_NAME}"
    if message.calls:
        return "Calls" if len(message.calls) > 1 else "Call"
    return {"assistant": "Answer", "user": "You"}.get(message.role, message.role.capitalize())


def _called(call_id: str | None, entries: Sequence[Entry]) -> str:
    calls = (call for entry in reversed(entries) for call in entry.message.calls)
    return next((call.name for call in calls if call.id == call_id), "")
