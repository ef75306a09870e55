"""The command line, and what becomes of an output that nobody takes."""

import errno
import os
import sys
from collections.abc import Sequence

import click

from switchboard.command.check import check
from switchboard.command.check_calls import check_calls
from switchboard.command.convert import convert
from switchboard.command.import_tools import import_tools
from switchboard.command.lint import lint_files
from switchboard.command.read import read
from switchboard.command.strict import strict

WRONG_USE = 2
_NOBODY_READS = 1


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def program() -> None:
    """Switchboard without a browser."""


for each in (check, check_calls, lint_files, convert, strict, import_tools, read):
    program.add_command(each)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; the exit status. Says in a sentence what the world did wrong."""
    try:
        return int(program.main(arguments, "python -m switchboard", standalone_mode=False) or 0)
    except click.Abort:
        return 128 + 2  # As a shell counts a program that ^C ended.
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Exit as end:
        return end.exit_code
    except OSError as error:
        return _cannot_write(error)


def _cannot_write(error: OSError) -> int:
    # What is still buffered would fail once more, with a traceback, when the interpreter ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
    if error.errno == errno.EPIPE:
        return _NOBODY_READS
    click.echo(f"The output can't be written: {error.strerror}.", err=True)
    return WRONG_USE
