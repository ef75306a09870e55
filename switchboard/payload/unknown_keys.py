"""Which of a message's unknown keys go back to the gateway."""

from switchboard.wire import Json, JsonObject

# Replies have these and requests do not know them (OpenAI API reference); content_parts is this
# program's own name for parts it could not read, and thinking_part for what stood in thinking parts
# beside the text; reasoning goes by the profile alone.
_REPLY_ONLY = frozenset(
    {"annotations", "content_parts", "thinking_part", "reasoning", "reasoning_content"}
)


def sendable(extra: JsonObject) -> JsonObject:
    """The keys a gateway may be given back: what it said itself, and nothing empty or private.

    Empty ones say nothing, and some gateways refuse them (mitsuhiko/agent-stuff#19).
    """
    return {key: _value(key, value) for key, value in extra.items() if _goes_back(key, value)}


def _goes_back(key: str, value: Json) -> bool:
    is_empty = value is None or value in ("", [], {})
    return not is_empty and key not in _REPLY_ONLY and not key.startswith("_")


def _value(key: str, value: Json) -> Json:
    # An answer's audio comes with its sound and goes back by its name alone.
    if key == "audio" and isinstance(value, dict) and "id" in value:
        return {"id": value["id"]}
    return value
