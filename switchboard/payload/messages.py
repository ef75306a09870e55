"""Messages as they are sent to a gateway of a profile."""

from typing import cast

from switchboard import wire
from switchboard.conversations import Conversation
from switchboard.messages import Call, Content, ImagePart, Message, Part, TextPart
from switchboard.settings import Profile


def wire_messages(conversation: Conversation, profile: Profile) -> list[wire.Message]:
    """The system message, where there is one, and every other, in order."""
    sent = [wire_message(message) for message in conversation.messages]
    if conversation.system.strip():
        sent.insert(0, {"role": profile.system_role, "content": conversation.system})
    return sent


def wire_message(message: Message) -> wire.Message:
    """One message as it is sent. Unknown keys it came with go back as they came."""
    sent: wire.JsonObject = {"role": message.role, "content": _content(message.content)}
    if message.name:
        sent["name"] = message.name
    if message.calls:
        sent["tool_calls"] = [_tool_call(call) for call in message.calls]
    if message.call_id is not None:
        sent["tool_call_id"] = message.call_id
    if message.refusal is not None:
        sent["refusal"] = message.refusal
    return cast(wire.Message, _without_empty_answer(message.extra | sent))


def _without_empty_answer(sent: wire.JsonObject) -> wire.JsonObject:
    # `content: null` is refused on an assistant message that has no tool calls (vercel/ai#14950).
    if sent["role"] == "assistant" and sent["content"] is None and "tool_calls" not in sent:
        return sent | {"content": ""}
    return sent


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
    function: wire.JsonObject = {"name": call.name, "arguments": call.arguments}
    return call.extra | {"id": call.id, "type": "function", "function": function}
