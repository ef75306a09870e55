"""A JSON text as a value, or the problem that it is none. Never raises."""

import json
import re
from dataclasses import dataclass
from itertools import islice
from typing import NoReturn

from switchboard.problems import Problem
from switchboard.tools.places import locate, place_of
from switchboard.tools.quoting import code
from switchboard.tools.repeated import Repeated
from switchboard.tools.syntax import syntax_problem
from switchboard.tools.walks import is_deeper, walk
from switchboard.wire import Json

LONGEST_TEXT = 2**20
"""Bytes of UTF-8. A longer text is not read at all."""

MOST_PROBLEMS = 100
"""More than anybody mends at once; the next check names the next ones."""

DEEPEST = 100
"""Levels of nesting. Python's own limit is near 1,000, and what is sent is read by others too."""

# A double holds numbers below 1.8e308; most JSON readers, browsers among them, hold no others.
_LONGEST_INTEGER = 308
_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*"|(-?(?:NaN|Infinity|[0-9][-+.0-9eE]*))', re.DOTALL)
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says as JSON."""

    value: Json = None
    problems: tuple[Problem, ...] = ()
    is_json: bool = True
    """Whether there is a value; a value can have problems too (a key written twice)."""


def read_json(text: str) -> Reading:
    """The value of a JSON text, with every reason why it should not be used as it is."""
    if _is_too_long(text):
        return _unread("This is longer than 1 MiB, so it was not read. Make it shorter.")
    repeated = Repeated()
    try:
        value: Json = _decoder(repeated).decode(_without_mark(text))
    except json.JSONDecodeError as error:
        return Reading(problems=(syntax_problem(text, error),), is_json=False)
    except _Refused as refused:
        return _unread(refused.advice, text=text, offset=_offset_of(refused.token, text))
    except RecursionError:
        return _unread(_TOO_DEEP)
    if is_deeper(value, DEEPEST):
        return _unread(_TOO_DEEP)
    if unpaired := _unpaired(text, value):
        return Reading(problems=(unpaired,), is_json=False)
    return Reading(value, tuple(islice(repeated.problems(value), MOST_PROBLEMS)))


_TOO_DEEP = f"This is nested more than {DEEPEST} levels deep, so it was not read. Make it flatter."


class _Refused(Exception):
    """A token that Python reads and JSON, or most of its readers, do not."""

    def __init__(self, token: str, advice: str) -> None:
        self.token = token
        self.advice = advice


def _decoder(repeated: Repeated) -> json.JSONDecoder:
    return json.JSONDecoder(
        object_pairs_hook=repeated.collect,
        parse_constant=_refuse_constant,
        parse_float=_float,
        parse_int=_integer,
    )


def _refuse_constant(token: str) -> NoReturn:
    raise _Refused(token, f"{code(token)} is not JSON. Write a number, `null` or a string.")


def _integer(token: str) -> int:
    if len(token) > _LONGEST_INTEGER:
        raise _Refused(token, f"This number has {len(token)} digits. Write it as a string.")
    return int(token)


def _float(token: str) -> float:
    value = float(token)
    if value in (float("inf"), float("-inf")):
        raise _Refused(
            token, f"The number {code(token, longest=40)} is too large. Write it as a string."
        )
    return value


def _unread(message: str, *, text: str = "", offset: int = 0) -> Reading:
    place = place_of(text, offset)
    problem = Problem(message, line=place.line, column=place.column)
    return Reading(problems=(problem,), is_json=False)


def _is_too_long(text: str) -> bool:
    if len(text) * 4 <= LONGEST_TEXT:
        return False
    return len(text) > LONGEST_TEXT or len(text.encode(errors="replace")) > LONGEST_TEXT


def _without_mark(text: str) -> str:
    """A byte order mark, which editors of Windows write, turned to a space: positions stay."""
    return " " + text[1:] if text.startswith("\ufeff") else text


def _offset_of(token: str, text: str) -> int:
    return next((match.start() for match in _NUMBER.finditer(text) if match[1] == token), 0)


def _unpaired(text: str, value: Json) -> Problem | None:
    """Half of a UTF-16 pair: JSON can write it, no text in UTF-8 can hold it."""
    if text.isascii() and not _SURROGATE_ESCAPE.search(text):
        return None
    path = next((path for path, item in walk(value) if _has_unpaired(item)), None)
    if path is None:
        return None
    place = locate(text, path)
    return Problem(
        "A text here has half of a surrogate pair (`\\ud800` to `\\udfff` alone), which no UTF-8"
        " text can hold. Remove it, or write both halves.",
        tuple(map(_printable, path)),
        line=place.line,
        column=place.column,
    )


def _has_unpaired(item: Json) -> bool:
    texts = [item] if isinstance(item, str) else list(item) if isinstance(item, dict) else []
    return any(text != _printable(text) for text in texts)


def _printable(part: str | int) -> str | int:
    return part.encode(errors="replace").decode() if isinstance(part, str) else part
