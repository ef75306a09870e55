"""What reading and writing give: values only."""

import json
from dataclasses import dataclass

from switchboard.problems import Problem
from switchboard.tools.json_text import LONGEST_TEXT
from switchboard.wire import JsonObject


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which tools are written elsewhere."""

    id: str
    name: str
    """As people call it."""

    suffix: str
    """Of a file in this form, with the dot."""

    reads: bool = False
    writes: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text in some format holds, as canonical tools."""

    format: str
    """The format's id; of several in one text the most frequent, empty when none was found."""

    entries: tuple[JsonObject, ...] = ()
    """Chat tools in the order of the text, ``x-switchboard`` holding what the form can't."""

    problems: tuple[Problem, ...] = ()
    """What was not understood, with its place in the text that was read."""

    notes: tuple[str, ...] = ()
    """What is kept only beside the tools, or was left out, as sentences."""

    @property
    def text(self) -> str:
        """The canonical text of the toolset; of a large one a line for each tool, because what
        reads it takes 1 MiB at most."""
        text = json.dumps(list(self.entries), indent=2, ensure_ascii=False)
        if len(text) * 4 <= LONGEST_TEXT or len(text.encode()) <= LONGEST_TEXT:
            return text
        lines = (
            json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in self.entries
        )
        return "[\n" + ",\n".join(lines) + "\n]"


@dataclass(frozen=True, slots=True)
class Loss:
    """What a format can't hold of one tool, or holds in another way."""

    tool: str
    """The tool's name."""

    message: str
    """A sentence; the names of what is lost stand between backticks."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A toolset in another format."""

    text: str
    losses: tuple[Loss, ...]
    suffix: str
    """For a file of this text, with the dot."""
