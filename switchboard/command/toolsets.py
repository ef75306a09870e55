"""The tools of a file that a command is given."""

import json

import click

from switchboard.command.inputs import Unreadable, shown_name, text_of
from switchboard.tools import Tool, check_toolset
from switchboard.wire import Json


def toolset_of(file: str) -> tuple[Tool, ...]:
    """The tools; what is wrong with them goes to standard error. Raises ``Unreadable``."""
    toolset = check_toolset(text_of(file))
    for problem in toolset.problems:
        click.echo(f"{shown_name(file)}:{problem.line}: {problem.message}", err=True)
    if not toolset.tools:
        raise Unreadable(f"{shown_name(file)} holds no tools.")
    return toolset.tools


def tools_in(value: Json) -> tuple[Tool, ...]:
    """The tools of a value, those with problems too."""
    return check_toolset(json.dumps(value)).tools
