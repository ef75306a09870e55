"""Calls that a model wrote as text, made into calls when the person says so."""

import re
from dataclasses import replace

from switchboard.conversations import Entry
from switchboard.gateway import calls_in_text
from switchboard.gateway.notes import unparsed_call
from switchboard.messages import Call, Message

_CALL = "\0"
_SPAN = re.compile(
    r"<tool_call>.*?(?:</tool_call>|\Z)"
    r"|<function=.*?(?:</function>|\Z)"
    r"|<invoke name=.*?(?:</invoke>|\Z)"
    r"|<\|tool_call_begin\|>.*?(?:<\|tool_call_end\|>|\Z)"
    r"|<｜tool▁call▁begin｜>.*?(?:<｜tool▁call▁end｜>|\Z)"
    r"|\[TOOL_CALLS\].*",
    re.DOTALL,
)
"""From a notation's own mark to its end; Mistral's has none (docs/quirks.md 17)."""

_AROUND = re.compile(
    r"</?(?:function_calls|tool_calls)>|<\|tool_calls_section_(?:begin|end)\|>"
    r"|<｜tool▁calls▁(?:begin|end)｜>"
)
"""What stands around all calls of a notation."""


def written_calls(entry: Entry) -> tuple[Call, ...]:
    """The calls that the answer's text spells out, where its step says that it looks so."""
    if not entry.outcome or not entry.outcome.notes or entry.message.calls:
        return ()
    calls = calls_in_text(entry.message.text)
    note = unparsed_call([call.name for call in calls])
    return calls if note in entry.outcome.notes else ()


def with_calls(message: Message, calls: tuple[Call, ...]) -> Message:
    """The message with these calls, and of its text the words before and after them."""
    return replace(message, calls=calls).with_text(_words(message.text))


def _words(text: str) -> str:
    """A paragraph for each piece between calls; empty where all of it is one call in JSON."""
    around = _SPAN.sub(_without_call, text)
    if around == text:
        return ""
    pieces = (piece.strip() for piece in _AROUND.sub(_CALL, around).split(_CALL))
    return "\n\n".join(piece for piece in pieces if piece)


def _without_call(span: re.Match[str]) -> str:
    return _CALL if calls_in_text(span[0]) else span[0]
