"""Calls that a model wrote as text, made into calls when the person says so."""

import re
from dataclasses import replace

from switchboard.conversations import Entry
from switchboard.gateway import calls_in_text
from switchboard.gateway.notes import unparsed_call
from switchboard.messages import Call, Message

_MARK = re.compile(r"[<\[{`]")
"""What every notation of calls begins with."""


def written_calls(entry: Entry) -> tuple[Call, ...]:
    """The calls that the answer's text spells out, where its step says that it looks so."""
    if not entry.outcome or not entry.outcome.notes or entry.message.calls:
        return ()
    calls = calls_in_text(entry.message.text)
    note = unparsed_call([call.name for call in calls])
    return calls if note in entry.outcome.notes else ()


def with_calls(message: Message, calls: tuple[Call, ...]) -> Message:
    """The message with these calls, and of its text only what was said before the first."""
    before = _MARK.split(message.text, maxsplit=1)[0].rstrip()
    return replace(message, content=before or None, calls=calls)
