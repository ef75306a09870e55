"""The list of a tool's responders as it is written, and what can be done to it.

What is written is a document, not a value: a responder that can't be understood keeps its place.
"""

from collections.abc import Sequence
from typing import TypeVar

from switchboard.simulate.plans.writing import RESPONDERS, with_margin, without_margin
from switchboard.tools import Tool
from switchboard.wire import Json

T = TypeVar("T")


def written_responders(tool: Tool) -> list[Json]:
    """What stands in the text, in order; nothing where it is no list."""
    written = tool.margin.get(RESPONDERS)
    return [*written] if isinstance(written, list) else []


def added(written: Sequence[T], new: T) -> list[T]:
    """With one more, tried last."""
    return [*written, new]


def replaced(written: Sequence[T], at: int, new: T) -> list[T]:
    """With another in that place."""
    return [new if place == at else each for place, each in enumerate(written)]


def moved(written: Sequence[T], at: int, by: int) -> list[T]:
    """With one of them tried so many places later, or earlier; never beyond an end."""
    others = removed(written, at)
    to = min(max(at + by, 0), len(others))
    return [*others[:to], written[at], *others[to:]]


def removed(written: Sequence[T], at: int) -> list[T]:
    """Without the one in that place."""
    return [each for place, each in enumerate(written) if place != at]


def with_responders(text: str, tool: Tool, written: Sequence[Json]) -> str:
    """The toolset's text in which the tool has these; where there are none, not the key either.

    Raises ``KeyError`` where the tool is no longer there.
    """
    if not written:
        return without_margin(text, tool, RESPONDERS)
    return with_margin(text, tool, RESPONDERS, [*written])
