"""Calls that come where ``tool_calls`` is not."""

import json
from typing import cast

from switchboard.offline.oddities.calling import whole_calls
from switchboard.offline.oddities.parts import Parts, choices, function_of, said
from switchboard.wire import JsonObject


def call_as_text(parts: Parts) -> Parts:
    """Calls written into the text, as a model without a parser gives them
    (vllm-project/vllm#21571)."""
    whole = whole_calls(parts)
    for delta in said(whole):
        calls = cast("list[JsonObject]", delta.pop("tool_calls", None) or [])
        if calls:
            delta["content"] = "\n".join(_tagged(function_of(entry)) for entry in calls)
    for choice in choices(whole):
        if choice["finish_reason"]:
            choice["finish_reason"] = "stop"
    return whole


def function_call(parts: Parts) -> Parts:
    """The first call in the field of 2023; the others have no place there."""
    whole = whole_calls(parts)
    for choice in choices(whole):
        delta = cast(JsonObject, choice.get("delta") or choice.get("message") or {})
        calls = cast("list[JsonObject]", delta.pop("tool_calls", None) or [])
        if calls and calls[0].get("index") in (None, 0):
            delta["function_call"] = calls[0]["function"]
        if choice["finish_reason"] == "tool_calls":
            choice["finish_reason"] = "function_call"
    return whole


def single_call(parts: Parts) -> Parts:
    """A call that stands alone is no list."""
    for delta in said(parts):
        calls = cast("list[JsonObject]", delta.get("tool_calls") or [])
        if len(calls) == 1:
            delta["tool_calls"] = calls[0]
    return parts


def _tagged(function: JsonObject) -> str:
    try:
        arguments = json.loads(str(function["arguments"]))
    except ValueError:
        arguments = function["arguments"]
    written = json.dumps({"name": function["name"], "arguments": arguments}, ensure_ascii=False)
    return f"<tool_call>\n{written}\n</tool_call>"
