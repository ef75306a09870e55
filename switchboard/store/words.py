"""The words of a step that a search looks through."""

from switchboard.runs import Step
from switchboard.wire import Json

_LONGEST = 20_000
"""Characters of one step that can be found."""


def words_of(step: Step) -> str:
    """What the person asked last, and the answer: its text, its calls, their arguments."""
    answer = step.answer.message
    calls = (f"{call.name} {call.arguments}" for call in answer.calls)
    return "\n".join((_asked(step.request.get("messages")), answer.text, *calls))[:_LONGEST]


def _asked(messages: Json) -> str:
    if not isinstance(messages, list):
        return ""
    from_people = [m for m in messages if isinstance(m, dict) and m.get("role") == "user"]
    return _text(from_people[-1].get("content")) if from_people else ""


def _text(content: Json) -> str:
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    texts = (part.get("text") for part in parts if isinstance(part, dict))
    return "\n".join(text for text in texts if isinstance(text, str))
