"""The tools of a file that a command is given, whatever form they are written in."""

import json
from dataclasses import dataclass

from switchboard.command.inputs import Unreadable, shown_name, text_of
from switchboard.formats import read_tools
from switchboard.problems import Problem
from switchboard.tools import Tool, check_toolset
from switchboard.wire import Json

_CANONICAL = ("", "openai-chat")


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file holds."""

    tools: tuple[Tool, ...]
    problems: tuple[Problem, ...]
    """With their places in the file."""

    text: str
    """The toolset's text, to which the tools' paths belong."""

    is_as_written: bool
    """Whether that is the file's own text."""


def open_toolset(file: str, format: str | None = None) -> Opened:
    """The tools of a file in any format that is read. Raises ``Unreadable``."""
    return opened(text_of(file), format, name=shown_name(file))


def opened(text: str, format: str | None = None, *, name: str = "") -> Opened:
    """The tools of a text in any format that is read."""
    reading = read_tools(text, format=format, name=name)
    if reading.format in _CANONICAL:
        toolset = check_toolset(text)
        if toolset.tools or not reading.entries:
            return Opened(toolset.tools, toolset.problems, text, is_as_written=True)
    toolset = check_toolset(reading.text)
    problems = reading.problems or tuple(map(_without_place, toolset.problems))
    return Opened(toolset.tools, problems, reading.text, is_as_written=False)


def toolset_of(file: str) -> Opened:
    """The same, of a file that must hold a tool at least. Raises ``Unreadable``."""
    found = open_toolset(file)
    if not found.tools:
        raise Unreadable(f"{shown_name(file)} holds no tools.")
    return found


def tools_in(value: Json) -> tuple[Tool, ...]:
    """The tools of a value, those with problems too."""
    return opened(json.dumps(value)).tools


def _without_place(problem: Problem) -> Problem:
    """Of a tool that was read from another form, whose lines are not the file's."""
    return Problem(problem.message, keyword=problem.keyword)
