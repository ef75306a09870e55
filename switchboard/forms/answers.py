"""What stands in a form: values only, and the one JSON value that they are together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from switchboard.problems import JsonPath, Problem
from switchboard.tools.json_text import read_json
from switchboard.wire import Json


@dataclass(frozen=True, slots=True)
class Plain:
    """Of a text, a number, yes or no, null, or a choice."""

    value: Json


@dataclass(frozen=True, slots=True)
class Listed:
    """Of a list."""

    items: tuple["Answer", ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """Of an object: what is not named here is left out."""

    members: tuple[tuple[str, "Answer"], ...] = ()
    """In the order in which they are sent; no name twice."""

    def get(self, name: str) -> "Answer | None":
        """The answer of that name; ``None``: it is left out."""
        return dict(self.members).get(name)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Of alternatives: which one, and what stands in it."""

    branch: int
    answer: "Answer"


@dataclass(frozen=True, slots=True)
class Raw:
    """JSON as text, for what no field can hold; it need not be JSON yet."""

    text: str


Answer: TypeAlias = Plain | Listed | Named | Chosen | Raw

Path: TypeAlias = tuple[str | int | None, ...]
"""To an answer within another: names, positions, and ``None`` for into the chosen alternative."""


def value_of(answer: Answer) -> Json:
    """The value that is shown. Raises ``ValueError`` where ``unread_problems`` has some."""
    if isinstance(answer, Plain):
        return answer.value
    if isinstance(answer, Listed):
        return [value_of(item) for item in answer.items]
    if isinstance(answer, Named):
        return {name: value_of(member) for name, member in answer.members}
    if isinstance(answer, Chosen):
        return value_of(answer.answer)
    reading = read_json(answer.text)
    if not reading.is_json:
        raise ValueError(reading.problems[0].message)
    return reading.value


def unread_problems(answer: Answer) -> tuple[Problem, ...]:
    """Of every JSON text in the form that is none, with the path to where it stands; lines and
    columns are those of that text."""
    return tuple(_unread(answer, ()))


def _unread(answer: Answer, path: JsonPath) -> Iterator[Problem]:
    if isinstance(answer, Raw):
        for problem in read_json(answer.text).problems:
            yield replace(problem, path=(*path, *problem.path))
    elif isinstance(answer, Chosen):
        yield from _unread(answer.answer, path)
    elif isinstance(answer, Listed):
        for at, item in enumerate(answer.items):
            yield from _unread(item, (*path, at))
    elif isinstance(answer, Named):
        for name, member in answer.members:
            yield from _unread(member, (*path, name))
