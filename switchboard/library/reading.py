"""A text as toolsets: what can be taken is taken, the rest is named. Never raises."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from switchboard.library.entries import Entry, read_entry
from switchboard.library.writing import FORMAT, KIND
from switchboard.problems import Problem
from switchboard.toolset_records import SavedToolset
from switchboard.wire import Json

LARGEST_FILE = 100 * 2**20
"""Characters. A larger file is not read."""

MOST_TOOLSETS = 10_000


@dataclass(frozen=True, slots=True)
class LibraryReading:
    """What a file was understood as."""

    toolsets: tuple[SavedToolset, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Each names something that was not taken."""

    notes: tuple[str, ...] = ()
    """What was taken otherwise than it stands in the file, a sentence each."""


def read_library(text: str) -> LibraryReading:
    """The toolsets of a text that ``library_text`` wrote, perhaps edited or cut since."""
    if len(text) > LARGEST_FILE:
        return _refused(f"This file is larger than {LARGEST_FILE // 2**20} MiB. Export fewer.")
    try:
        document: Json = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        message = f"This is no JSON: {error.msg}. Was the file cut?"
        return _refused(message, line=error.lineno, column=error.colno)
    except (RecursionError, ValueError):
        return _refused("This JSON is nested too deeply, or has a number that is too long.")
    problem = _foreign(document)
    return _refused(problem) if problem else _read(document)


def _foreign(document: Json) -> str:
    """Why this is no library; empty when it is one."""
    if not isinstance(document, dict) or document.get("switchboard") != KIND:
        return "This is no library of toolsets. Tools are imported under “In”."
    if document.get("format") != FORMAT:
        return "This library was written by a newer Switchboard. Update this one to read it."
    toolsets = document.get("toolsets")
    if not isinstance(toolsets, list):
        return "This library has no list `toolsets`."
    if len(toolsets) > MOST_TOOLSETS:
        return f"This library has more than {MOST_TOOLSETS:,} toolsets. Export fewer."
    return ""


def _read(document: Json) -> LibraryReading:
    entries = list(_entries(document))
    return LibraryReading(
        toolsets=tuple(entry.toolset for entry in entries if entry.toolset),
        problems=tuple(problem for entry in entries for problem in entry.problems),
        notes=tuple(note for entry in entries for note in entry.notes),
    )


def _entries(document: Json) -> Iterator[Entry]:
    toolsets = document.get("toolsets") if isinstance(document, dict) else None
    for index, written in enumerate(toolsets if isinstance(toolsets, list) else []):
        yield read_entry(written, ("toolsets", index))


def _refused(message: str, *, line: int | None = None, column: int | None = None) -> LibraryReading:
    return LibraryReading(problems=(Problem(message, line=line, column=column),))
