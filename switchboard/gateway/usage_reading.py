"""A reply's ``usage`` in the shapes gateways give it, as one ``Usage``."""

from typing import Any

from switchboard.messages import Usage


def read_usage(raw: dict[str, Any]) -> Usage:
    """The tokens. What is not said stays ``None``; nothing is estimated."""
    into = _first(raw, "prompt_tokens", "input_tokens")
    out = _first(raw, "completion_tokens", "output_tokens")
    total = _first(raw, "total_tokens")
    reasoning = _within(
        raw, "completion_tokens_details", "output_tokens_details", "reasoning_tokens"
    )
    if out is not None and reasoning and total == (into or 0) + out + reasoning:
        # xAI's completion_tokens leave the reasoning out; its total does not (genai-prices).
        out += reasoning
    return Usage(into, out, total, _clamped(_cached(raw), into), reasoning, raw)


def _cached(raw: dict[str, Any]) -> int | None:
    details = _within(raw, "prompt_tokens_details", "input_tokens_details", "cached_tokens")
    # DeepSeek gives prompt_cache_hit_tokens as well; Moonshot and Together only cached_tokens.
    return details if details is not None else _first(raw, "prompt_cache_hit_tokens")


def _within(raw: dict[str, Any], chat: str, responses: str, key: str) -> int | None:
    for name in (chat, responses):
        details = raw.get(name)
        if isinstance(details, dict) and (count := _count(details.get(key))) is not None:
            return count
    return _count(raw.get(key))


def _first(raw: dict[str, Any], *keys: str) -> int | None:
    return next((count for key in keys if (count := _count(raw.get(key))) is not None), None)


def _count(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if 0 <= value < 1e15 and value == int(value) else None


def _clamped(part: int | None, whole: int | None) -> int | None:
    return part if part is None or whole is None else min(part, whole)
