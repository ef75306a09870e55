"""A document on standard output, and what is to say about it on standard error."""

from collections.abc import Iterable

import click

from switchboard.command.json_lines import json_line
from switchboard.wire import JsonObject


def tell_document(text: str) -> None:
    """In UTF-8, with a line's end."""
    click.echo(text.removesuffix("\n").encode("utf-8", "replace"))


def tell_beside(lines: Iterable[JsonObject]) -> None:
    """JSON lines beside the document."""
    for each in lines:
        click.echo(json_line(each), err=True)
