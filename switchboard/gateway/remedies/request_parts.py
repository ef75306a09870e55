"""The parts of a request that a remedy looks at. What is not of the usual form is passed over."""

from collections.abc import Callable, Iterator

from switchboard.wire import Json, JsonObject

MESSAGE_GROUND = frozenset({"role", "content", "tool_calls", "tool_call_id"})
"""Without these a message is no message."""


def messages_of(request: JsonObject) -> list[JsonObject]:
    """The messages, in order."""
    return _objects(request.get("messages"))


def functions_of(request: JsonObject) -> list[JsonObject]:
    """What is said of each tool's function."""
    return [inner for tool in _objects(request.get("tools")) for inner in _object(tool, "function")]


def with_messages(request: JsonObject, change: Callable[[JsonObject], JsonObject]) -> JsonObject:
    """With every message changed."""
    return request | _changed(request, "messages", change)


def with_functions(request: JsonObject, change: Callable[[JsonObject], JsonObject]) -> JsonObject:
    """With every tool's function changed."""
    return request | _changed(
        request, "tools", lambda tool: tool | _changed_object(tool, "function", change)
    )


def without(value: JsonObject, *names: str) -> JsonObject:
    """The object without these keys."""
    return {key: inner for key, inner in value.items() if key not in names}


def is_silent_call(message: JsonObject) -> bool:
    """Whether an assistant's message calls and says nothing."""
    return bool(message.get("tool_calls")) and not message.get("content")


def parts_of(message: JsonObject) -> list[JsonObject]:
    """The content parts, where the content is no plain text."""
    return _objects(message.get("content"))


def has_thinking(message: JsonObject) -> bool:
    """Whether reasoning is among its content parts."""
    return any(part.get("type") == "thinking" for part in parts_of(message))


def _objects(value: Json) -> list[JsonObject]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _object(value: JsonObject, key: str) -> Iterator[JsonObject]:
    inner = value.get(key)
    if isinstance(inner, dict):
        yield inner


def _changed(value: JsonObject, key: str, change: Callable[[JsonObject], JsonObject]) -> JsonObject:
    inner = value.get(key)
    if not isinstance(inner, list):
        return {}
    return {key: [change(each) if isinstance(each, dict) else each for each in inner]}


def _changed_object(
    value: JsonObject, key: str, change: Callable[[JsonObject], JsonObject]
) -> JsonObject:
    inner = value.get(key)
    return {key: change(inner)} if isinstance(inner, dict) else {}
