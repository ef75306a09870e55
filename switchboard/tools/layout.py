"""A JSON text laid out for reading, every value left exactly as it was written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from switchboard.problems import Problem
from switchboard.tools.json_text import read_json

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+', re.DOTALL)
_LONGEST_LINE = 96
_CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Layout:
    """The text laid out, or why it is not."""

    text: str
    """As it was where there is a problem."""

    problem: Problem | None = None


def lay_out(text: str) -> Layout:
    """Two spaces a level; a list of plain values stays on one line where it fits.

    Numbers keep their digits, texts their escapes, and a key that is written twice stays twice.
    What is no JSON, or longer than is read, is refused. An empty text stays empty.
    """
    if not text.strip("\ufeff \t\r\n"):
        return Layout("")
    reading = read_json(text)
    if not reading.is_json:
        return Layout(text, reading.problems[0])
    tokens = _TOKEN.findall(text.removeprefix("\ufeff"))
    return Layout("".join(_laid_out(tokens)) + "\n" * text.endswith("\n"))


def _laid_out(tokens: list[str]) -> Iterator[str]:
    level, at, column = 0, 0, 0
    while at < len(tokens):
        token = tokens[at]
        if token in _CLOSING and (line := _one_line(tokens, at, room=_LONGEST_LINE - column)):
            piece, at = line.text, line.after - 1
        elif token in _CLOSING:
            level += 1
            piece = token + _break(level)
        elif token in ("]", "}"):
            level -= 1
            piece = _break(level) + token
        elif token == ",":
            piece = token + _break(level)
        else:
            piece = ": " if token == ":" else token
        column = len(piece) - piece.rfind("\n") - 1 if "\n" in piece else column + len(piece)
        yield piece
        at += 1


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    after: int
    """The token after it."""


def _one_line(tokens: list[str], at: int, *, room: int) -> _Line | None:
    """A list of plain values, or anything empty, as one line if there is room for it."""
    opening, end = tokens[at], at + 1
    if tokens[end] == _CLOSING[opening]:
        return _Line(opening + tokens[end], end + 1)
    if opening == "{":
        return None
    width = 2
    while tokens[end] != "]":
        width += len(tokens[end]) + (tokens[end] == ",")
        if tokens[end] in _CLOSING or width > room:
            return None
        end += 1
    inner = "".join(", " if token == "," else token for token in tokens[at + 1 : end])
    return _Line(f"[{inner}]", end + 1)


def _break(level: int) -> str:
    return "\n" + "  " * level
