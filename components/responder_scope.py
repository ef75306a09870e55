"""What the editor of a tool's answers is given, wherever it stands."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias

from components.responder_reach import Outsiders
from switchboard.simulate.plans import Reading, with_responders, written_responders
from switchboard.tools import Tool, check_toolset
from switchboard.wire import Json, JsonObject

Change: TypeAlias = Callable[[str, Tool], str]
"""A toolset's text and a tool in it -> the text, changed. Raises ``KeyError`` where it can't be."""


@dataclass(frozen=True, slots=True)
class Scope:
    """One tool whose answers are edited."""

    tool: Tool
    reading: Reading
    change: Callable[[Change, str], None]
    """Makes the change, for a callback; the words name it for Undo. ``changed_text`` does it. Call
    it last: where all of the page has to be drawn again, it ends the callback."""

    key: str
    """What the keys of all widgets begin with: of this tool, and of this place on the page."""

    outsiders: Outsiders = Outsiders()
    arguments: JsonObject | None = None
    """Of the call at hand; ``None``: there is none."""

    def edit(self, change: Callable[[list[Json]], Sequence[Json]], said: str) -> None:
        """Changes the list of responders as it is written. For callbacks, which it may end."""

        def on_text(text: str, tool: Tool) -> str:
            return with_responders(text, tool, change(written_responders(tool)))

        self.change(on_text, f"{said}: {self.tool.name}")


def changed_text(text: str, tool: Tool, change: Change) -> str:
    """The toolset's text with the change made; the same where the tool is no longer there."""
    there = (one for one in check_toolset(text).tools if one.path == tool.path)
    now = next((one for one in there if one.name == tool.name), None)
    with suppress(KeyError):
        return text if now is None else change(text, now)
    return text
