"""Finish reasons and token counts that are not what they should be."""

from typing import cast

from switchboard.offline.oddities.parts import Parts, choices
from switchboard.wire import JsonObject


def finish_stop(parts: Parts) -> Parts:
    """``stop`` although there are calls (googleapis/python-genai#2868)."""
    return _with_finish(parts, "tool_calls", "stop")


def finish_tool_calls(parts: Parts) -> Parts:
    """``tool_calls`` although there are none (vllm-project/vllm#53255)."""
    return _with_finish(parts, "stop", "tool_calls")


def no_finish(parts: Parts) -> Parts:
    """Never a finish reason."""
    for choice in choices(parts):
        choice["finish_reason"] = None
    return parts


def empty_finish(parts: Parts) -> Parts:
    """An empty text until there is a reason (adolfousier/opencrabs#1499)."""
    for choice in choices(parts):
        choice["finish_reason"] = choice["finish_reason"] or ""
    return parts


def no_usage(parts: Parts) -> Parts:
    """No token counts, whatever was asked (ROCm/ATOM#1711)."""
    for part in parts:
        part.pop("usage", None)
    return [part for part in parts if part["choices"]]


def usage_everywhere(parts: Parts) -> Parts:
    """Every chunk has the counts, growing (ogx-ai/ogx#5122)."""
    last = _usage(parts)
    if not last:
        return parts
    total = int(str(last["completion_tokens"]))
    for place, part in enumerate(parts):
        written = total * (place + 1) // len(parts)
        prompt = int(str(last["prompt_tokens"]))
        counts = {"completion_tokens": written, "total_tokens": prompt + written}
        part["usage"] = {**last, **counts}
    return parts


def usage_in_choice(parts: Parts) -> Parts:
    """The counts stand in the last choice (Moonshot)."""
    usage = _usage(parts)
    for choice in choices(parts):
        if choice["finish_reason"] and usage:
            choice["usage"] = dict(usage)
    return no_usage(parts) if usage else parts


def dummy_choice(parts: Parts) -> Parts:
    """A choice that says nothing beside the counts (litellm)."""
    for part in parts:
        if not part["choices"]:
            part["choices"] = [{"index": 0, "delta": {}}]
    return parts


def _usage(parts: Parts) -> JsonObject | None:
    usages = [part["usage"] for part in parts if part.get("usage")]
    return cast(JsonObject, usages[-1]) if usages else None


def _with_finish(parts: Parts, right: str, odd: str) -> Parts:
    for choice in choices(parts):
        if choice["finish_reason"] == right:
            choice["finish_reason"] = odd
    return parts
