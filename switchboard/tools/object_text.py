"""A text that must be a JSON object, or a schema: every problem, each where it is."""

from collections.abc import Iterator
from dataclasses import replace

from switchboard.problems import Problem
from switchboard.tools.deadline import OutOfTime, at_most
from switchboard.tools.json_text import Reading, read_json
from switchboard.tools.places import Places
from switchboard.tools.quoting import it_is
from switchboard.tools.schemas import strictness_problems
from switchboard.tools.values import check_schema

_LONGEST_S = 1.0


def check_object_text(text: str) -> tuple[Problem, ...]:
    """Why the text is no JSON object, or no safe one: a key written twice is a problem too."""
    return tuple(_placed(_object_problems(read_json(text)), text))


def check_schema_text(text: str, *, is_strict: bool = False) -> tuple[Problem, ...]:
    """Why the text is no schema that an answer can be held to; of ``is_strict`` also what strict
    mode would refuse."""
    reading = read_json(text)
    problems = _object_problems(reading) or check_schema(reading.value)
    if is_strict and not problems:
        problems = _strictness(reading)
    return tuple(_placed(problems, text))


def _object_problems(reading: Reading) -> tuple[Problem, ...]:
    if reading.problems or isinstance(reading.value, dict):
        return reading.problems
    return (Problem(f"This must be a JSON object; {it_is(reading.value)}."),)


def _strictness(reading: Reading) -> tuple[Problem, ...]:
    try:
        with at_most(_LONGEST_S):
            return strictness_problems(reading.value)
    except (OutOfTime, RecursionError):
        return (Problem("The schema could not be checked in time. Make it simpler."),)


def _placed(problems: tuple[Problem, ...], text: str) -> Iterator[Problem]:
    places = Places(text)
    for each in problems:
        place = places.at(each.path)
        yield each if each.line else replace(each, line=place.line, column=place.column)
