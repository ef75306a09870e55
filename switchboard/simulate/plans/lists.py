"""The list of a tool's responders as it is written, and what can be done to it.

What is written is a document, not a value: a responder that can't be understood keeps its place.
"""

from collections.abc import Sequence
from typing import TypeAlias

from switchboard.simulate.plans.writing import RESPONDERS, with_margin, without_margin
from switchboard.tools import Tool
from switchboard.wire import Json

Written: TypeAlias = Sequence[Json]
"""Responders as they stand in the toolset's text."""


def written_responders(tool: Tool) -> list[Json]:
    """What stands in the text, in order; nothing where it is no list."""
    written = tool.margin.get(RESPONDERS)
    return [*written] if isinstance(written, list) else []


def added(written: Written, new: Json) -> list[Json]:
    """With one more, tried last."""
    return [*written, new]


def replaced(written: Written, at: int, new: Json) -> list[Json]:
    """With another in that place."""
    return [new if place == at else each for place, each in enumerate(written)]


def moved(written: Written, at: int, by: int) -> list[Json]:
    """With one of them tried so many places later, or earlier; never beyond an end."""
    others = removed(written, at)
    to = min(max(at + by, 0), len(others))
    return [*others[:to], written[at], *others[to:]]


def removed(written: Written, at: int) -> list[Json]:
    """Without the one in that place."""
    return [each for place, each in enumerate(written) if place != at]


def with_responders(text: str, tool: Tool, written: Written) -> str:
    """The toolset's text in which the tool has these; where there are none, not the key either.

    Raises ``KeyError`` where the tool is no longer there.
    """
    if not written:
        return without_margin(text, tool, RESPONDERS)
    return with_margin(text, tool, RESPONDERS, [*written])
