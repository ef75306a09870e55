"""Calls that a model wrote as text, because the server did not recognise its notation.

They are found and told, never run by themselves (docs/quirks.md 17).
"""

from collections.abc import Callable

from switchboard.gateway import notes as said
from switchboard.gateway.call_assembly import new_call_id
from switchboard.gateway.request_tools import tool_names
from switchboard.gateway.written_calls import has_marks, written_calls
from switchboard.messages import Answer, Call
from switchboard.wire import ChatRequest


def calls_in_text(text: str, *, make_id: Callable[[], str] = new_call_id) -> tuple[Call, ...]:
    """The calls that the text spells out, in order, with ids of our own; empty for most texts."""
    return tuple(Call(make_id(), found.name, found.arguments) for found in written_calls(text))


def note_on_calls_in_text(request: ChatRequest | None, answer: Answer) -> str | None:
    """What to say of an answer without calls whose text looks like one. Without tools in the
    request there can be none; bare JSON must name one of the tools, as it may be the answer. Of a
    recording the request is unknown, ``None``: there the marks of a notation have to do."""
    tools = frozenset[str]() if request is None else tool_names(request)
    if request is not None and not tools:
        return None
    if any(choice.message.calls for choice in answer.choices):
        return None
    for choice in answer.choices:
        text = choice.message.text
        found = [call.name for call in written_calls(text)]
        if found and (has_marks(text) or not tools.isdisjoint(found)):
            return said.unparsed_call(found)
    return None
