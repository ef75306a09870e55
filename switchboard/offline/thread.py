"""What a conversation says: its last question, and the results that came after it."""

import json
import re
from dataclasses import dataclass

from switchboard.offline.asking import ToolResult
from switchboard.wire import Json, JsonObject

# Nobody asks for more than this in one go; what lies beyond is pasted material.
_LONGEST_QUESTION = 6000

# Patterns that look for words between blanks take the square of a run of them.
_BLANKS = re.compile(r"(\s)\s{3,}")


def last_question(messages: tuple[JsonObject, ...]) -> str:
    """The text of the last user message; empty when there is none."""
    found = last_user(messages)
    text = text_of(found)[:_LONGEST_QUESTION] if found else ""
    return _BLANKS.sub(r"\1", text)


@dataclass(frozen=True, slots=True)
class MadeCall:
    """A call of an earlier answer."""

    name: str
    arguments: JsonObject
    """Empty where they were no JSON object."""


def earlier_calls(messages: tuple[JsonObject, ...]) -> list[list[MadeCall]]:
    """The calls of each assistant message with any before the last question, the last first."""
    before = messages[: max(0, _last_user_index(messages))]
    made = ([_made(call) for call in _calls(message)] for message in reversed(before))
    return [calls for calls in made if calls]


def previous_question(messages: tuple[JsonObject, ...]) -> str:
    """The user message before the last; empty when there is none."""
    return last_question(messages[: max(0, _last_user_index(messages))])


def last_user(messages: tuple[JsonObject, ...]) -> JsonObject | None:
    """The last user message."""
    index = _last_user_index(messages)
    return messages[index] if index >= 0 else None


def fresh_results(messages: tuple[JsonObject, ...]) -> list[ToolResult]:
    """The results after the last question, in order; older ones have had their answer."""
    calls: dict[str, JsonObject] = {}
    results = []
    for message in messages[_last_user_index(messages) + 1 :]:
        calls |= {str(call["id"]): _function(call) for call in _calls(message)}
        if message["role"] == "tool":
            function = calls[str(message["tool_call_id"])]
            results.append(
                ToolResult(str(function["name"]), str(function["arguments"]), text_of(message))
            )
    return results


def text_of(message: JsonObject) -> str:
    """A message's text, its text parts joined."""
    content = message.get("content")
    if isinstance(content, list):
        parts = [part for part in content if isinstance(part, dict)]
        return "\n\n".join(str(part["text"]) for part in parts if part.get("type") == "text")
    return content if isinstance(content, str) else ""


def image_urls(message: JsonObject) -> list[str]:
    """The addresses of a message's images, in order."""
    content = message.get("content")
    parts = content if isinstance(content, list) else []
    return [
        str(_held(part, "image_url").get("url"))
        for part in parts
        if isinstance(part, dict) and part.get("type") == "image_url"
    ]


def parse_json(text: str) -> Json:
    """The JSON value of a text, or the text itself where it is none."""
    try:
        value: Json = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return value


def _last_user_index(messages: tuple[JsonObject, ...]) -> int:
    places = [index for index, message in enumerate(messages) if message["role"] == "user"]
    return places[-1] if places else -1


def _calls(message: JsonObject) -> list[JsonObject]:
    calls = message.get("tool_calls")
    return [call for call in calls if isinstance(call, dict)] if isinstance(calls, list) else []


def _made(call: JsonObject) -> MadeCall:
    arguments = parse_json(str(_function(call).get("arguments")))
    return MadeCall(str(_function(call)["name"]), arguments if isinstance(arguments, dict) else {})


def _function(call: JsonObject) -> JsonObject:
    return _held(call, "function")


def _held(holder: JsonObject, key: str) -> JsonObject:
    value = holder.get(key)
    return value if isinstance(value, dict) else {}
