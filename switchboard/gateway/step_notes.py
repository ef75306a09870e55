"""What can only be said of an answer beside its request."""

from dataclasses import replace

from switchboard.gateway.calls_in_text import note_on_calls_in_text
from switchboard.gateway.choice_notes import note_on_parallel_calls, note_on_tool_choice
from switchboard.messages import Answer
from switchboard.wire import ChatRequest

_LOOKS = (note_on_tool_choice, note_on_parallel_calls, note_on_calls_in_text)


def with_step_notes(request: ChatRequest, answer: Answer) -> Answer:
    """The answer; after its own notes stand those that need the request."""
    found = [note for look in _LOOKS if (note := look(request, answer))]
    return replace(answer, notes=(*answer.notes, *found)) if found else answer
