"""Messages as they are sent to a gateway of a profile."""

from typing import cast

from switchboard import wire
from switchboard.conversations import Conversation
from switchboard.messages import Call, Content, ImagePart, Message, Part, TextPart
from switchboard.payload.call_ids import with_call_ids
from switchboard.payload.role_order import with_role_order
from switchboard.payload.thinking_parts import with_thinking
from switchboard.payload.unknown_keys import sendable
from switchboard.settings import Profile

_STANDARD = Profile()


def wire_messages(conversation: Conversation, profile: Profile) -> list[wire.Message]:
    """The system message, where there is one, and every other, in order."""
    sent = [wire_message(message, profile) for message in conversation.messages]
    if conversation.system.strip():
        sent.insert(0, {"role": profile.system_role, "content": conversation.system})
    return with_call_ids(with_role_order(sent, profile), profile)


def wire_message(message: Message, profile: Profile = _STANDARD) -> wire.Message:
    """One message as it is sent. Unknown keys it came with go back as they came."""
    beside = sendable(message.extra) | _reasoning(message, profile)
    if message.name:
        beside["name"] = message.name
    if message.refusal:
        beside["refusal"] = message.refusal
    taken = {key: value for key, value in beside.items() if key not in profile.refused}
    ground: wire.JsonObject = {"role": _role(message, profile)}
    ground |= _content_field(message, profile) | _call_fields(message)
    return cast(wire.Message, taken | ground)


def _role(message: Message, profile: Profile) -> wire.Role:
    # The two are one role under two names, and a gateway takes one of them.
    return profile.system_role if message.role in ("system", "developer") else message.role


def _content_field(message: Message, profile: Profile) -> wire.JsonObject:
    content = _content(message.content)
    if profile.reasoning_replay == "thinking_parts":
        content = with_thinking(message, content)
    if content:
        return {"content": content}
    if not message.calls:
        # `content: null` is refused on a message that has no tool calls (vercel/ai#14950).
        return {"content": ""}
    if profile.content_beside_calls == "absent":
        return {}
    return {"content": "" if profile.content_beside_calls == "empty" else None}


def _call_fields(message: Message) -> wire.JsonObject:
    fields: wire.JsonObject = {}
    if message.calls:
        fields["tool_calls"] = [_tool_call(call) for call in message.calls]
    if message.call_id is not None:
        fields["tool_call_id"] = message.call_id
    return fields


def _reasoning(message: Message, profile: Profile) -> wire.JsonObject:
    field = profile.reasoning_replay
    if message.role != "assistant" or field in ("never", "thinking_parts"):
        return {}
    if field == "reasoning":
        return {field: message.reasoning} if message.reasoning else {}
    # Beside calls the field must be there and hold something, if only a space: thinking models
    # refuse the message otherwise (continuedev/continue#9720; litellm 1.106 sends the space, too).
    text = message.reasoning or (" " if message.calls else "")
    return {field: text} if text else {}


def _content(content: Content) -> wire.Json:
    if content is None or isinstance(content, str):
        return content
    return [_part(part) for part in content]


def _part(part: Part) -> wire.JsonObject:
    if isinstance(part, TextPart):
        return {"type": "text", "text": part.text}
    if isinstance(part, ImagePart):
        image: wire.JsonObject = {"url": part.url}
        if part.detail:
            image["detail"] = part.detail
        return {"type": "image_url", "image_url": image}
    return part.raw


def _tool_call(call: Call) -> wire.JsonObject:
    is_custom = call.extra.get("type") == "custom"
    held, text = ("custom", "input") if is_custom else ("function", "arguments")
    more = call.extra.get(held)
    written: wire.JsonObject = {"name": call.name, text: call.arguments}
    whole = more | written if isinstance(more, dict) else written
    return {"type": "function"} | call.extra | {"id": call.id, held: whole}
