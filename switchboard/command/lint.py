"""``python -m switchboard lint``: where tools would be refused, as JSON lines."""

import click

from switchboard.command.inputs import Unreadable, shown_name
from switchboard.command.json_lines import json_line, json_pointer
from switchboard.command.options import names_of
from switchboard.command.toolsets import Opened, open_toolset
from switchboard.lint import TARGETS, Breach, lint
from switchboard.problems import Problem
from switchboard.tools.places import Places
from switchboard.wire import JsonObject

_PROBLEMS = 1
_IDS = tuple(each.id for each in TARGETS)


@click.command("lint", short_help="Say who would refuse a tool, and where; one JSON line each.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--for",
    "targets",
    callback=names_of("target", _IDS),
    metavar="TARGETS",
    help=f"Commas between: {', '.join(_IDS)}. Without it, all of them.",
)
def lint_files(files: tuple[str, ...], targets: tuple[str, ...] | None) -> int:
    """Hold tools against the rules of providers and print one JSON line per breach: file, rule,
    target, severity (refused, change, advice), tool, path, line, column, message.

    A FILE holds tools in any format that can be imported; - is standard input. What is wrong with
    the tools themselves comes first, under the rule "check". Lines and columns are null where the
    file is not in OpenAI's chat form, and paths are those of "import".

    Exit status: 0 nothing but advice, 1 breaches, 2 wrong use.
    """
    return max(_lint_one(file, targets) for file in files)


def _lint_one(file: str, targets: tuple[str, ...] | None) -> int:
    try:
        opened = open_toolset(file)
    except Unreadable as error:
        error.show()
        return error.exit_code
    breaches = lint(opened.tools, targets)
    places = Places(opened.text)
    for problem in opened.problems:
        click.echo(json_line({"file": shown_name(file), **_of_problem(problem)}))
    for breach in breaches:
        line = _of_breach(breach, opened, places)
        click.echo(json_line({"file": shown_name(file), **line}))
    is_bad = opened.problems or any(each.rule.severity != "advice" for each in breaches)
    return _PROBLEMS if is_bad else 0


def _of_problem(problem: Problem) -> JsonObject:
    return {
        "rule": "check",
        "target": "",
        "severity": "refused",
        "tool": None,
        "path": json_pointer(problem.path),
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
    }


def _of_breach(breach: Breach, opened: Opened, places: Places) -> JsonObject:
    place = places.at(breach.path) if opened.is_as_written else None
    return {
        "rule": breach.rule.id,
        "target": breach.target,
        "severity": breach.rule.severity,
        "tool": None if breach.tool is None else opened.tools[breach.tool].name,
        "path": json_pointer(breach.path),
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": breach.message,
    }
