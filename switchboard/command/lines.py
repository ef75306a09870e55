"""A recorded reply as one JSON line."""

from switchboard.command.json_lines import json_line
from switchboard.command.recordings import Recording
from switchboard.messages import Call, Choice
from switchboard.tools.json_text import read_json
from switchboard.wire import JsonObject


def line_of(recording: Recording, *, file: str) -> bytes:
    """The line in UTF-8, without its end."""
    return json_line(document_of(recording, file=file))


def document_of(recording: Recording, *, file: str) -> JsonObject:
    """The line's value; ``usage`` is the object as the gateway gave it."""
    answer = recording.answer
    return {
        "file": file,
        "choices": [_choice(choice) for choice in answer.choices],
        "usage": answer.usage.raw if answer.usage else None,
        "notes": list(answer.notes),
        "error": _error(recording),
        "complete": answer.complete,
    }


def _choice(choice: Choice) -> JsonObject:
    message = choice.message
    return {
        "index": choice.index,
        "content": message.content if isinstance(message.content, str) else message.text or None,
        "reasoning": message.reasoning,
        "refusal": message.refusal,
        "tool_calls": [_call(call) for call in message.calls],
        "finish_reason": choice.finish_reason,
    }


def _call(call: Call) -> JsonObject:
    reading = read_json(call.arguments)
    return {
        "id": call.id,
        "name": call.name,
        "arguments": call.arguments,
        "parsed": reading.value if reading.is_json else None,
    }


def _error(recording: Recording) -> JsonObject | None:
    error = recording.error
    if error is None:
        return None
    return {
        "status": recording.status,
        "message": error.message,
        "type": error.type,
        "param": error.param,
        "code": error.code,
    }
