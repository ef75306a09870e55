"""``python -m switchboard check``: what is wrong with toolsets, as JSON lines."""

import click

from switchboard.command.inputs import Unreadable, body_of, decoded, shown_name
from switchboard.command.json_lines import json_line, problem_fields
from switchboard.problems import Problem
from switchboard.tools import check_toolset

_PROBLEMS = 1


@click.command(short_help="Check toolsets; one JSON line per problem.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def check(files: tuple[str, ...]) -> int:
    """Check toolsets and print one JSON line per problem: file, line, column, path, keyword,
    message.

    A FILE holds a list of tools as OpenAI's chat completions take them, or a single one. - is
    standard input. A path is a JSON Pointer from the root of the file.

    Exit status: 0 no problems, 1 problems, 2 wrong use: a file that can't be read, an unknown
    option.
    """
    return max(_check_one(file) for file in files)


def _check_one(file: str) -> int:
    try:
        text = decoded(body_of(file))
    except Unreadable as error:
        error.show()
        return error.exit_code
    problems = (text,) if isinstance(text, Problem) else check_toolset(text).problems
    for problem in problems:
        click.echo(json_line(problem_fields(problem, file=shown_name(file))))
    return _PROBLEMS if problems else 0
