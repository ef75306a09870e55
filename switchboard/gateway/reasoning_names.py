"""The names under which gateways give reasoning, and the text under them (docs/quirks.md 7)."""

from typing import Any

REASONING = ("reasoning_content", "reasoning", "reasoning_details")


def first_reasoning(delta: dict[str, Any]) -> str | None:
    """The first of the names under which this delta has any."""
    return next((name for name in REASONING if delta.get(name)), None)


def joined_text(value: Any) -> str:
    """The text of a string, of a text part, or of a list of either."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "".join(joined_text(part) for part in value)
    if isinstance(value, dict):
        return next(
            (value[key] for key in ("text", "summary") if isinstance(value.get(key), str)), ""
        )
    return ""
