"""What can only be said of an answer beside its request, or without one of a recording."""

from dataclasses import replace

from switchboard.gateway.calls_in_text import note_on_calls_in_text
from switchboard.gateway.choice_notes import note_on_parallel_calls, note_on_tool_choice
from switchboard.gateway.notes import finish_with_calls
from switchboard.gateway.request_tools import name_in
from switchboard.messages import Answer
from switchboard.wire import ChatRequest

_LOOKS = (note_on_tool_choice, note_on_parallel_calls, note_on_calls_in_text)


def with_step_notes(request: ChatRequest, answer: Answer) -> Answer:
    """The answer; after its own notes stand those that need the request."""
    found = [note for look in _LOOKS if (note := look(request, answer))]
    notes = (*_odd_for(request, answer.notes), *found)
    return answer if notes == answer.notes else replace(answer, notes=notes)


def with_recorded_notes(answer: Answer) -> Answer:
    """A recorded answer, whose request nobody knows; after its own notes stands what its text
    alone tells."""
    note = note_on_calls_in_text(None, answer)
    return replace(answer, notes=(*answer.notes, note)) if note else answer


def _odd_for(request: ChatRequest, notes: tuple[str, ...]) -> tuple[str, ...]:
    # OpenAI itself ends a call of the one function it was told to call with ``stop``
    # (vllm-project/vllm#25054).
    if not name_in(request.get("tool_choice")):
        return notes
    return tuple(note for note in notes if note != finish_with_calls("stop"))
