"""Reasoning as a part of an assistant's content, as Mistral gives it and wants it back.

Form: mistralai 3.7, ``ThinkChunk``; docs.mistral.ai/capabilities/reasoning.
"""

from switchboard.messages import Message
from switchboard.wire import Json, JsonObject


def with_thinking(message: Message, content: Json) -> Json:
    """The content as parts, the message's reasoning before them; as it was without reasoning."""
    if message.role != "assistant" or not message.reasoning:
        return content
    return [_thinking_part(message.reasoning, message.extra), *_as_parts(content)]


def _thinking_part(reasoning: str, extra: JsonObject) -> JsonObject:
    ground: JsonObject = {
        "type": "thinking",
        "thinking": [{"type": "text", "text": reasoning}],
    }
    beside = extra.get("thinking_part")
    return ground | beside | ground if isinstance(beside, dict) else ground


def _as_parts(content: Json) -> list[Json]:
    if isinstance(content, list):
        return content
    return [{"type": "text", "text": content}] if content else []
