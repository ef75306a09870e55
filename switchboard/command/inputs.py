"""What a command is given to read: a file, or standard input."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import click

from switchboard.problems import Problem
from switchboard.tools.places import place_of

STANDARD_INPUT = "-"


class Unreadable(click.ClickException):
    """Nothing can be read there: wrong use."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Without the word "Error" that click puts before it."""
        click.echo(self.message, file, err=True)


def shown_name(file: str) -> str:
    """A file's name as UTF-8, whatever bytes it is made of."""
    return os.fsencode(file).decode("utf-8", "replace")


def body_of(file: str) -> bytes:
    """All that the file holds. Raises ``Unreadable``."""
    try:
        return _standard_input() if file == STANDARD_INPUT else Path(file).read_bytes()
    except OSError as error:
        raise _unreadable(file, error) from error
    except ValueError as error:  # A null byte in the name: only a test or a mistake can send one.
        raise Unreadable(f"{shown_name(file)!r} can't be a file's name.") from error


def text_of(file: str) -> str:
    """All that the file says. Raises ``Unreadable``."""
    text = decoded(body_of(file))
    if isinstance(text, Problem):
        raise Unreadable(f"{shown_name(file)}, line {text.line}: {text.message}")
    return text


def decoded(body: bytes) -> str | Problem:
    """The text; UTF-16 and UTF-32, which JSON once allowed, are told by their first bytes."""
    encoding = json.detect_encoding(body)
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(encoding, "replace")
        place = place_of(before, len(before))
        message = "This is not text in UTF-8. Save it as UTF-8."
        return Problem(message, line=place.line, column=place.column)


def lines_of_standard_input() -> Iterator[bytes]:
    """Each line as it arrives. Raises ``Unreadable``."""
    if sys.stdin is None:
        raise Unreadable(f"{STANDARD_INPUT} can't be read: it is closed.")
    try:
        yield from sys.stdin.buffer
    except OSError as error:
        raise _unreadable(STANDARD_INPUT, error) from error


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise OSError("it is closed")
    return sys.stdin.buffer.read()


def _unreadable(file: str, error: OSError) -> Unreadable:
    return Unreadable(f"{shown_name(file)} can't be read: {error.strerror or error}.")
