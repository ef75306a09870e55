"""A request, changed as a remedy says."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from switchboard import wire
from switchboard.gateway.remedies.remedy import SWAPPED, Remedy
from switchboard.gateway.remedies.request_parts import (
    has_thinking,
    is_silent_call,
    messages_of,
    parts_of,
    with_functions,
    with_messages,
    without,
)
from switchboard.payload.call_ids import with_call_ids
from switchboard.payload.gemini import lowered
from switchboard.payload.role_order import with_role_order
from switchboard.settings import SAMPLING, Profile
from switchboard.wire import Json, JsonObject

# Refused without what they go with, so they go when it goes.
_GO_ALONG = {
    "tools": ("tool_choice", "parallel_tool_calls"),
    "logprobs": ("top_logprobs",),
    "stream": ("stream_options",),
}
_PARTS = ("image_url", "input_audio", "file")
_INSTRUCTING = ("system", "developer")
_CONTENT: Mapping[str, JsonObject] = {
    "null": {"content": None},
    "empty": {"content": ""},
    "absent": {},
}


def apply_remedy(request: JsonObject, remedy: Remedy) -> JsonObject:
    """The request with the remedy's one change; equal to what it was where nothing is to change."""
    field, _, value = remedy.field.partition("=")
    if field in _WAYS and value:
        return _WAYS[field](request, value)
    if field in SWAPPED and field in request:
        return _swapped(request, field)
    if field in request:
        return without(request, field, *_GO_ALONG.get(field, ()))
    if field == "strict":
        return _without_strict(request)
    if field == "detail":
        return with_messages(request, _without_detail)
    if field in _PARTS:
        return with_messages(request, lambda message: _without_parts(message, field))
    if field == "tool_calls":
        return with_messages(request, _without_empty_calls)
    return with_messages(request, lambda message: without(message, field))


def _swapped(request: JsonObject, field: str) -> JsonObject:
    return {SWAPPED[field]: request[field]} | without(request, field)


def _without_strict(request: JsonObject) -> JsonObject:
    changed = with_functions(request, lambda function: without(function, "strict"))
    form = request.get("response_format")
    inner = form.get("json_schema") if isinstance(form, dict) else None
    if not isinstance(form, dict) or not isinstance(inner, dict):
        return changed
    return changed | {"response_format": form | {"json_schema": without(inner, "strict")}}


def _without_detail(message: JsonObject) -> JsonObject:
    content = message.get("content")
    if not isinstance(content, list):
        return message
    return message | {"content": [_plain_image(part) for part in content]}


def _without_parts(message: JsonObject, kind: str) -> JsonObject:
    content = message.get("content")
    if not isinstance(content, list):
        return message
    left = [part for part in content if not (isinstance(part, dict) and part.get("type") == kind)]
    return message | {"content": left or ""}


def _without_thinking(message: JsonObject) -> JsonObject:
    if not has_thinking(message):
        return message
    left = [part for part in parts_of(message) if part.get("type") != "thinking"]
    if not left and message.get("tool_calls"):
        return without(message, "content")
    is_one_text = len(left) == 1 and left[0].get("type") == "text"
    content = left[0].get("text") if is_one_text else cast(Json, left)
    return message | {"content": content or ""}


def _plain_image(part: Json) -> Json:
    image = part.get("image_url") if isinstance(part, dict) else None
    if not isinstance(part, dict) or not isinstance(image, dict):
        return part
    return part | {"image_url": without(image, "detail")}


def _without_empty_calls(message: JsonObject) -> JsonObject:
    return without(message, "tool_calls") if message.get("tool_calls") == [] else message


def _with_role(request: JsonObject, role: str) -> JsonObject:
    instructs: JsonObject = {"role": role}
    return with_messages(
        request,
        lambda message: message | instructs if message.get("role") in _INSTRUCTING else message,
    )


def _with_content(request: JsonObject, form: str) -> JsonObject:
    return with_messages(
        request,
        lambda message: (
            without(message, "content") | _CONTENT[form] if is_silent_call(message) else message
        ),
    )


def _with_reasoning(request: JsonObject, field: str) -> JsonObject:
    if field == "never":
        return with_messages(request, _without_thinking)
    # What the model thought is no longer known here; a space is the least that is accepted.
    least: JsonObject = {field: " "}
    return with_messages(
        request, lambda message: least | message if message.get("tool_calls") else message
    )


def _with_effort(request: JsonObject, effort: str) -> JsonObject:
    return request | {"reasoning_effort": effort}


def _without_sampling(request: JsonObject, _: str) -> JsonObject:
    return without(request, *SAMPLING)


def _with_order(request: JsonObject, order: str) -> JsonObject:
    profile = Profile(role_order=cast(Any, order))
    return _with_list(request, with_role_order(_wire(messages_of(request)), profile))


def _with_ids(request: JsonObject, form: str) -> JsonObject:
    profile = Profile(call_ids=cast(Any, form))
    return _with_list(request, with_call_ids(_wire(messages_of(request)), profile))


def _with_dialect(request: JsonObject, _: str) -> JsonObject:
    return with_functions(request, _lowered)


def _lowered(function: JsonObject) -> JsonObject:
    parameters = function.get("parameters")
    if not isinstance(parameters, dict):
        return function
    plain = lowered(parameters).schema
    rest = without(function, "parameters")
    return rest if plain is None else rest | {"parameters": plain}


def _with_list(request: JsonObject, messages: list[wire.Message]) -> JsonObject:
    return request | {"messages": cast(Json, messages)} if messages else request


def _wire(messages: list[JsonObject]) -> list[wire.Message]:
    return cast(list[wire.Message], messages)


_WAYS: Mapping[str, Callable[[JsonObject, str], JsonObject]] = {
    "system_role": _with_role,
    "content_beside_calls": _with_content,
    "effort_beside_tools": _with_effort,
    "sampling_beside_effort": _without_sampling,
    "reasoning_replay": _with_reasoning,
    "role_order": _with_order,
    "call_ids": _with_ids,
    "schema_dialect": _with_dialect,
}
