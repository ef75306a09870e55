"""Conversation + tools + settings + profile -> request body.

Only what a person set is sent: presence means intent, and many gateways refuse what they do not
know (OpenAI API reference, ``POST /v1/chat/completions``).
"""

from collections.abc import Sequence
from typing import cast

from switchboard import wire
from switchboard.conversations import Conversation
from switchboard.messages import Call, Content, ImagePart, Message, Part, TextPart
from switchboard.settings import Profile, Settings, ToolChoice


def build_request(
    conversation: Conversation, tools: Sequence[wire.FunctionTool], *, profile: Profile
) -> wire.ChatRequest:
    """The body of ``POST /v1/chat/completions``. Settings the profile refuses are left out."""
    body: wire.ChatRequest = {
        "model": conversation.model,
        "messages": _messages(conversation, profile),
    }
    if tools:
        body["tools"] = list(tools)
    fields = _sampling(conversation.settings, profile) | _tool_fields(conversation.settings, tools)
    allowed = {name: value for name, value in fields.items() if name not in profile.refused}
    return cast(wire.ChatRequest, body | allowed)


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


def _messages(conversation: Conversation, profile: Profile) -> list[wire.Message]:
    sent = [wire_message(message) for message in conversation.messages]
    if conversation.system.strip():
        sent.insert(0, {"role": profile.system_role, "content": conversation.system})
    return sent


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


def _sampling(settings: Settings, profile: Profile) -> wire.JsonObject:
    fields: wire.JsonObject = {
        "temperature": settings.temperature,
        profile.token_limit_field: settings.max_tokens,
        "reasoning_effort": settings.reasoning_effort,
    }
    if settings.stream:
        fields |= {"stream": True, "stream_options": {"include_usage": True}}
    return {name: value for name, value in fields.items() if value is not None}


def _tool_fields(settings: Settings, tools: Sequence[wire.FunctionTool]) -> wire.JsonObject:
    # Both are refused without tools (OpenAI API reference), so they go when the tools go.
    if not tools:
        return {}
    fields: wire.JsonObject = {
        "tool_choice": _tool_choice(settings.tool_choice, tools),
        "parallel_tool_calls": settings.parallel_tool_calls,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _tool_choice(choice: ToolChoice | None, tools: Sequence[wire.FunctionTool]) -> wire.Json:
    if choice is None or isinstance(choice, str):
        return choice
    name = choice[1]
    if all(tool["function"]["name"] != name for tool in tools):
        return None
    return {"type": "function", "function": {"name": name}}
