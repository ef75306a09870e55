"""A text as a toolset: every problem at once, each where it is."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from switchboard.problems import Problem
from switchboard.tools.deadline import OutOfTime, at_most
from switchboard.tools.definitions import Tool, Toolset
from switchboard.tools.envelope import Written, functions_in
from switchboard.tools.functions import function_problems, tool_of
from switchboard.tools.json_text import MOST_PROBLEMS, Reading, read_json
from switchboard.tools.places import Places
from switchboard.tools.quoting import shown
from switchboard.wire import Json

MOST_TOOLS = 128
"""OpenAI's limit (``array_above_max_length``); others take it over."""

_MOST_READ = 1_024
_LONGEST_S = 1.5


def check_toolset(text: str) -> Toolset:
    """The tools of a text and everything that must be mended before they are sent.

    A list of tools, a single tool, a bare function and a list of these are all understood; an
    empty text is an empty toolset. Any text gives a toolset, within two seconds; nothing is
    fetched.
    """
    if not text.strip("\ufeff \t\r\n"):
        return Toolset()
    with at_most(_LONGEST_S):
        reading = read_json(text)
        if not reading.is_json:
            return Toolset(problems=reading.problems)
        entries = list(islice(functions_in(reading.value), _MOST_READ))
        tools = [tool_of(entry) for entry in entries if isinstance(entry, Written)]
        problems = list(islice(_problems(reading, entries), MOST_PROBLEMS))
        placed = sorted(_placed(problems, text), key=_reading_order)
        return Toolset(tuple(filter(None, tools)), tuple(placed))


def _problems(reading: Reading, entries: list[Written | Problem]) -> Iterator[Problem]:
    yield from reading.problems
    yield from _too_many(reading.value)
    yield from _repeated_names(entries)
    for entry in entries:
        if isinstance(entry, Problem):
            yield entry
            continue
        try:
            for each in function_problems(entry):
                yield replace(each, path=(*entry.path, *each.path))
        except OutOfTime:
            message = "This could not be checked in time. Make the schemas simpler or fewer."
            yield Problem(message, entry.path)
            return


def _too_many(value: Json) -> Iterator[Problem]:
    if isinstance(value, list) and len(value) > MOST_TOOLS:
        yield Problem(
            f"There are {len(value)} tools; a request takes at most {MOST_TOOLS}. Remove some."
        )


def _repeated_names(entries: list[Written | Problem]) -> Iterator[Problem]:
    seen: set[str] = set()
    for tool, path in _named(entries):
        if tool.name in seen:
            message = f"Another tool is already called {shown(tool.name)}. Rename one of them."
            yield Problem(message, (*path, "name"))
        seen.add(tool.name)


def _named(entries: list[Written | Problem]) -> Iterator[tuple[Tool, tuple[str | int, ...]]]:
    for entry in entries:
        if isinstance(entry, Written) and (tool := tool_of(entry)):
            yield tool, entry.path


def _placed(problems: list[Problem], text: str) -> Iterator[Problem]:
    places = Places(text)
    for each in problems:
        if each.line is None:
            place = places.at(each.path)
            each = replace(each, line=place.line, column=place.column)
        yield each


def _reading_order(problem: Problem) -> tuple[int, int]:
    return problem.line or 0, problem.column or 0
