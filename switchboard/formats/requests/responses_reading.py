"""A request of OpenAI's Responses, as one of Chat.

Source: OpenAI's API reference, ``POST /v1/responses``; the items of ``input`` stand in the order
of the conversation, a call and its result as items of their own.
"""

from collections.abc import Iterator
from dataclasses import replace

from switchboard.formats.requests.message_reading import arguments_text, chat_messages, content_of
from switchboard.formats.requests.notes import Notes
from switchboard.formats.wording import code, shown
from switchboard.messages import Call, Message
from switchboard.wire import Json, JsonObject

_SAME_NAME = (
    "model",
    "tools",
    "temperature",
    "top_p",
    "top_logprobs",
    "parallel_tool_calls",
    "metadata",
    "store",
    "stream",
    "service_tier",
    "user",
    "prompt_cache_key",
    "safety_identifier",
)
_READ_HERE = frozenset(
    (*_SAME_NAME, "input", "instructions", "max_output_tokens", "reasoning", "text", "tool_choice")
)


def responses_messages(body: JsonObject, notes: Notes) -> tuple[Message, ...]:
    """The instructions and the items of ``input``, as messages; calls join the answer they belong
    to."""
    found: list[Message] = []
    instructions = body.get("instructions")
    if isinstance(instructions, str) and instructions:
        found.append(Message("system", instructions))
    for each in _items(body.get("input"), notes):
        if each.role == "assistant" and each.calls and found and found[-1].role == "assistant":
            found[-1] = replace(found[-1], calls=(*found[-1].calls, *each.calls))
        else:
            found.append(each)
    return tuple(found)


def as_chat_fields(body: JsonObject, notes: Notes) -> JsonObject:
    """The settings under the names that Chat has for them; what Chat has none for is told."""
    fields = {name: body[name] for name in _SAME_NAME if name in body}
    reasoning, text = _object(body.get("reasoning")), _object(body.get("text"))
    moved = {
        "max_completion_tokens": body.get("max_output_tokens"),
        "reasoning_effort": reasoning.get("effort"),
        "verbosity": text.get("verbosity"),
        "tool_choice": _tool_choice(body.get("tool_choice")),
        "response_format": _response_format(_object(text.get("format"))),
    }
    fields |= {name: value for name, value in moved.items() if value is not None}
    left = [name for name in body if name not in _READ_HERE]
    left += [f"reasoning.{name}" for name in reasoning if name != "effort"]
    left += [f"text.{name}" for name in text if name not in ("format", "verbosity")]
    if left:
        notes.say(f"Chat has no field for what Responses calls {code(*left)}; it was left out.")
    return fields


def _items(value: Json, notes: Notes) -> Iterator[Message]:
    if isinstance(value, str):
        yield Message("user", value)
    elif isinstance(value, list):
        for each in value:
            yield from _item(_object(each), notes)
    elif value is not None:
        notes.wrong(f"`input` must be a text or a list; it is {shown(value)}.", ("input",))


def _item(item: JsonObject, notes: Notes) -> Iterator[Message]:
    kind, call_id = item.get("type", "message"), str(item.get("call_id", ""))
    if kind == "message":
        message: JsonObject = {"role": item.get("role"), "content": _content(item.get("content"))}
        yield from chat_messages([message], notes)
    elif kind == "function_call":
        name, text = str(item.get("name", "")), arguments_text(item.get("arguments"), notes)
        yield Message("assistant", calls=(Call(call_id, name, text),))
    elif kind == "function_call_output":
        yield Message("tool", content_of(_content(item.get("output"))), call_id=call_id)
    else:
        notes.say(f"Chat has no message for the item {shown(kind)}; it was left out.")


def _content(value: Json) -> Json:
    return [_part(_object(each)) for each in value] if isinstance(value, list) else value


def _part(part: JsonObject) -> JsonObject:
    """A part under Chat's name for it; another one as it is."""
    match part:
        case {"type": "input_text" | "output_text", "text": str(text)}:
            return {"type": "text", "text": text}
        case {"type": "input_image", "image_url": str(url)}:
            detail: JsonObject = {"detail": part["detail"]} if part.get("detail") else {}
            return {"type": "image_url", "image_url": {"url": url, **detail}}
    return part


def _tool_choice(choice: Json) -> Json:
    """Chat holds the name of a function one level further down."""
    match choice:
        case {"type": "function", "name": name}:
            return {"type": "function", "function": {"name": name}}
        case {"type": "allowed_tools", "tools": list(tools), "mode": mode}:
            named = [_tool_choice(each) for each in tools]
            return {"type": "allowed_tools", "allowed_tools": {"mode": mode, "tools": named}}
    return choice


def _response_format(form: JsonObject) -> Json:
    if form.get("type") != "json_schema":
        return form or None
    return {
        "type": "json_schema",
        "json_schema": {key: value for key, value in form.items() if key != "type"},
    }


def _object(value: Json) -> JsonObject:
    return value if isinstance(value, dict) else {}
