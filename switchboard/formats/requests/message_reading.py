"""Messages of a Chat request, as values. The opposite of ``payload.messages``.

Source: OpenAI's API reference, ``POST /v1/chat/completions``, ``messages``.
"""

import json
from collections.abc import Iterator

from switchboard.formats.requests.notes import Notes
from switchboard.formats.wording import code, shown
from switchboard.messages import Call, Content, ImagePart, Message, OtherPart, Part, TextPart
from switchboard.wire import Json, JsonObject, Role

_ROLES: dict[str, Role] = {
    "system": "system",
    "developer": "developer",
    "user": "user",
    "assistant": "assistant",
    "tool": "tool",
    "function": "tool",
}
_REASONING = ("reasoning_content", "reasoning")
_KNOWN = frozenset(
    ("role", "content", "name", "tool_calls", "tool_call_id", "refusal", "function_call")
)


def chat_messages(value: Json, notes: Notes) -> Iterator[Message]:
    """Each message of the list that has a known role; what is none is told."""
    if not isinstance(value, list):
        notes.wrong(f"`messages` must be a list; it is {shown(value)}.", ("messages",))
        return
    for index, each in enumerate(value):
        role = _ROLES.get(str(each.get("role"))) if isinstance(each, dict) else None
        if isinstance(each, dict) and role is not None:
            yield _message(each, role, notes)
        else:
            message = "A message is an object with a `role` this program knows; this is none."
            notes.wrong(message, ("messages", index))


def _message(value: JsonObject, role: Role, notes: Notes) -> Message:
    extra = {key: item for key, item in value.items() if key not in _KNOWN}
    if value.get("role") == "function":
        notes.say("Results of the older `functions` name no call; give each the id of its call.")
    return Message(
        role=role,
        content=content_of(value.get("content")),
        name=_text(value.get("name")),
        calls=tuple(_calls(value, notes)),
        call_id=_text(value.get("tool_call_id")),
        refusal=_text(value.get("refusal")),
        reasoning=next((_text(value[key]) for key in _REASONING if _text(value.get(key))), None),
        extra=extra,
    )


def content_of(value: Json) -> Content:
    """Text, or parts; a part of an unknown kind, or with more than is drawn, is kept as it is."""
    if value is None or isinstance(value, str):
        return value
    parts = value if isinstance(value, list) else [value]
    return tuple(_part(each) for each in parts)


def _part(value: Json) -> Part:
    match value:
        case str():
            return TextPart(value)
        case {"type": "text", "text": str(text), **more} if not more:
            return TextPart(text)
        case {"type": "image_url", "image_url": {"url": str(url)}} if _is_plain_image(value):
            return ImagePart(url)
        case {"type": "image_url", "image_url": {"url": str(url), "detail": str(detail)}} if (
            _is_plain_image(value, "detail")
        ):
            return ImagePart(url, detail)
    return OtherPart(value if isinstance(value, dict) else {"type": "text", "text": shown(value)})


def _is_plain_image(part: Json, *beside: str) -> bool:
    """Whether nothing more is said than the address, and what is named."""
    match part:
        case {"type": _, "image_url": dict(image), **more}:
            return not more and image.keys() == {"url", *beside}
    return False


def _calls(value: JsonObject, notes: Notes) -> Iterator[Call]:
    listed = value.get("tool_calls")
    for index, each in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(each, dict):
            yield _call(each, f"call_{index + 1}", notes)
    older = value.get("function_call")
    if isinstance(older, dict):
        yield _call({"function": older}, "call_1", notes)


def _call(value: JsonObject, id: str, notes: Notes) -> Call:
    held, text = ("custom", "input") if value.get("type") == "custom" else ("function", "arguments")
    function = value.get(held)
    said = function if isinstance(function, dict) else {}
    extra = {key: item for key, item in value.items() if key not in ("id", "type", held)}
    if value.get("type") not in (None, "function"):
        extra["type"] = value["type"]
    if more := {key: item for key, item in said.items() if key not in ("name", text)}:
        extra[held] = more
    name = _text(said.get("name")) or ""
    return Call(_text(value.get("id")) or id, name, arguments_text(said.get(text), notes), extra)


def arguments_text(value: Json, notes: Notes) -> str:
    """A call's arguments as text, which is what the interface has."""
    if isinstance(value, str):
        return value
    if value is not None:
        notes.say(f"Arguments that stood as an object are held as text: {code('arguments')}.")
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def _text(value: Json) -> str | None:
    return value if isinstance(value, str) and value else None
