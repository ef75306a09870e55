"""``python -m switchboard strict``: the same tools, closed and complete for strict mode."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

import click

from switchboard.command.documents import tell_beside, tell_document
from switchboard.command.inputs import shown_name
from switchboard.command.json_lines import json_pointer, problem_document, problem_fields
from switchboard.command.toolsets import Opened, open_toolset
from switchboard.fitting import Fitting, fit
from switchboard.problems import Problem
from switchboard.tools import MARGIN, Tool, check_toolset
from switchboard.wire import JsonObject

_PROBLEMS = 1
_GOAL = "strict"


@click.command(short_help="Make tools strict, and say what changes.")
@click.argument("file")
def strict(file: str) -> int:
    """Write the tools of a file as OpenAI's strict mode takes them, as a toolset in OpenAI's chat
    form, on standard output. - is standard input.

    On standard error, one JSON line each: every change (tool, path, change, meaning: empty when
    the meaning stays), what no change mends (tool, path, keyword, message), and what is otherwise
    wrong with the tools (file, line, column, path, keyword, message, as in "check"; of what is
    wrong with a tool that was written, line and column are null, and the path is of the output).

    Exit status: 0 all are strict, 1 something is left to mend, 2 wrong use.
    """
    opened = open_toolset(file)
    fittings = [fit(tool, _GOAL) for tool in opened.tools]
    text = _text(opened.tools, fittings)
    problems = [*_outside(opened), *_still_there(text)]
    tell_beside(problem_fields(each, file=shown_name(file)) for each in problems)
    for tool, fitting in zip(opened.tools, fittings, strict=True):
        tell_beside(_said(tool, fitting))
    if opened.tools or not problems:
        tell_document(text)
    return _PROBLEMS if problems or any(each.left for each in fittings) else 0


def _text(tools: Sequence[Tool], fittings: Sequence[Fitting]) -> str:
    entries = [_entry(*pair) for pair in zip(tools, fittings, strict=True)]
    return json.dumps(entries, indent=2, ensure_ascii=False)


def _outside(opened: Opened) -> Iterator[Problem]:
    """What is wrong with the file and not with one of its tools, which may be mended by now."""
    for each in opened.problems:
        if not any(each.path[: len(tool.path)] == tool.path for tool in opened.tools):
            yield each


def _still_there(text: str) -> Iterator[Problem]:
    """What is wrong with what is written, without lines: they would not be the file's."""
    for each in check_toolset(text).problems:
        yield replace(each, line=None, column=None)


def _said(tool: Tool, fitting: Fitting) -> Iterator[JsonObject]:
    for change in fitting.changes:
        path = json_pointer(change.path)
        said: JsonObject = {"tool": tool.name, "path": path, "change": change.title}
        yield {**said, "meaning": change.meaning}
    for problem in fitting.left:
        yield {"tool": tool.name, **problem_document(problem)}


def _entry(tool: Tool, fitting: Fitting) -> JsonObject:
    margin: JsonObject = {MARGIN: tool.margin} if tool.margin else {}
    return {"type": "function", "function": fitting.after(), **tool.extra, **margin}
