"""Text and reasoning in other places and forms, and chunks with too much or too little."""

from collections.abc import Callable

from switchboard.offline.oddities.parts import Parts, choices, said
from switchboard.wire import Json, JsonObject

_THOUGHT = "The person asks something; an answer follows."


def reasoning_in(field: str) -> Callable[[Parts], Parts]:
    """Reasoning text under this name (vLLM and DeepSeek say ``reasoning_content``, newer vLLM
    ``reasoning``; vllm-project/vllm#27755)."""

    def edit(parts: Parts) -> Parts:
        for delta in said(parts):
            if "role" in delta:
                delta[field] = _THOUGHT
        return parts

    return edit


def reasoning_details(parts: Parts) -> Parts:
    """Reasoning as a list of parts (OpenRouter)."""
    for delta in said(parts):
        if "role" in delta:
            detail: Json = {"type": "reasoning.text", "text": _THOUGHT, "index": 0}
            delta["reasoning_details"] = [detail]
    return parts


def content_parts(parts: Parts) -> Parts:
    """The text as a list of parts (Mistral)."""
    for delta in said(parts):
        if delta.get("content"):
            delta["content"] = [{"type": "text", "text": delta["content"]}]
    return parts


def bare(parts: Parts) -> Parts:
    """No id, no clock, no key that is null (litellm)."""
    for part in parts:
        for key in ("id", "object", "created", "system_fingerprint", "service_tier"):
            part.pop(key, None)
        _without_nulls(part)
    for choice in choices(parts):
        _without_nulls(choice)
    for delta in said(parts):
        _without_nulls(delta)
    return parts


def filter_first(parts: Parts) -> Parts:
    """A first chunk without choices, and one whose choice has no delta (Azure,
    microsoft/autogen#6465)."""
    if not _is_stream(parts):
        return parts
    filtered: list[Json] = [{"prompt_index": 0, "content_filter_results": {}}]
    first: JsonObject = {
        "id": "",
        "model": "",
        "object": "",
        "created": 0,
        "choices": [],
        "prompt_filter_results": filtered,
    }
    checked: Json = {"index": 0, "finish_reason": None, "content_filter_offsets": {}}
    return [first, *parts[:1], {**parts[0], "choices": [checked]}, *parts[1:]]


def no_choices_key(parts: Parts) -> Parts:
    """The chunk of the counts has no ``choices`` (Portkey-AI/gateway#1629)."""
    for part in parts:
        if not part["choices"]:
            del part["choices"]
    return parts


def wandering_clock(parts: Parts) -> Parts:
    """``created`` differs from chunk to chunk and is no whole number (llama.cpp)."""
    for place, part in enumerate(parts):
        if "created" in part:
            part["created"] = float(str(part["created"])) + place / 2
    return parts


def _is_stream(parts: Parts) -> bool:
    return any("delta" in choice for choice in choices(parts))


def _without_nulls(value: JsonObject) -> None:
    for key in [key for key, inner in value.items() if inner is None]:
        del value[key]
