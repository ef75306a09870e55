"""Whom a request lets the model call. Its body may hold anything a person merged into it."""

from collections.abc import Mapping
from typing import Any

from switchboard.wire import ChatRequest


def tool_names(request: ChatRequest) -> frozenset[str]:
    """The names of its tools."""
    return frozenset(listed_names(request.get("tools")))


def listed_names(entries: object) -> tuple[str, ...]:
    """The names in a list of tools, or of references to them, in order."""
    if not isinstance(entries, list):
        return ()
    return tuple(name for entry in entries if (name := name_in(entry)))


def name_in(entry: Any) -> str:
    """The name in ``{"type": "function", "function": {"name": …}}``, or the same of ``custom``;
    empty when there is none."""
    named = entry.get("function") or entry.get("custom") if isinstance(entry, Mapping) else None
    name = named.get("name") if isinstance(named, Mapping) else None
    return name if isinstance(name, str) else ""
