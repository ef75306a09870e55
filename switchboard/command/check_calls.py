"""``python -m switchboard check-calls``: calls against a toolset, a line in and a line out."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

import click

from switchboard.command.documents import tell_beside
from switchboard.command.inputs import decoded, lines_of_standard_input, shown_name
from switchboard.command.json_lines import json_line, problem_document, problem_fields
from switchboard.command.toolsets import tools_in, toolset_of
from switchboard.messages import Call
from switchboard.problems import Problem
from switchboard.tools import Tool, check_call
from switchboard.tools.json_text import Reading, read_json
from switchboard.wire import Json

_PROBLEMS = 1
_NO_LINE = Problem('A line is an object: `{"tool": "…", "arguments": { … }}`.')


@click.command(short_help="Check calls from standard input against a toolset.")
@click.argument("file", required=False, metavar="[TOOLSET]")
@click.option("--tools", metavar="TOOLSET", help="The same as the argument.")
def check_calls(file: str | None, tools: str | None) -> int:
    """Check calls against the tools of a file: {"tool": …, "arguments": …} a line on standard
    input, {"valid": …, "problems": [{"path": …, "keyword": …, "message": …}]} a line out.

    "tool" is a name in TOOLSET, or a whole tool. "arguments" is an object, or the text a model
    wrote. A path is a JSON Pointer into the arguments. Empty lines are passed over.

    Exit status: 0 all are valid, 1 one is not, 2 wrong use.
    """
    if file and tools:
        raise click.UsageError("Name the toolset once.")
    name = file or tools
    offered = _offered(name) if name else ()
    status = 0
    for line in lines_of_standard_input():
        if line.strip():
            problems = [problem_document(each) for each in _problems(line, offered)]
            click.echo(json_line({"valid": not problems, "problems": [*problems]}))
            status = _PROBLEMS if problems else status
    return status


def _offered(file: str) -> tuple[Tool, ...]:
    """What is wrong with the tools goes to standard error."""
    found = toolset_of(file)
    tell_beside(problem_fields(each, file=shown_name(file)) for each in found.problems)
    return found.tools


def _problems(line: bytes, offered: Sequence[Tool]) -> Iterator[Problem]:
    text = decoded(line)
    if isinstance(text, Problem):
        yield text
        return
    reading = read_json(text)
    yield from _of_the_arguments(reading)
    if not reading.is_json:
        return
    if not isinstance(reading.value, dict) or "tool" not in reading.value:
        yield _NO_LINE
    else:
        yield from _checked(reading.value["tool"], reading.value.get("arguments", ""), offered)


def _checked(tool: Json, arguments: Json, offered: Sequence[Tool]) -> Iterator[Problem]:
    text = arguments if isinstance(arguments, str) else json.dumps(arguments)
    if isinstance(tool, str):
        yield from check_call(Call("", tool, text), offered).problems
    elif named := tools_in(tool):
        yield from check_call(Call("", named[0].name, text), named[:1]).problems
    else:
        yield Problem("`tool` must be a tool's name, or a tool.")


def _of_the_arguments(reading: Reading) -> Iterator[Problem]:
    """What is wrong with the line as JSON, with paths from the arguments."""
    for each in reading.problems:
        yield replace(each, path=each.path[1:] if each.path[:1] == ("arguments",) else ())
