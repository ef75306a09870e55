"""A value against a schema, within a limit of time."""

from collections.abc import Iterator
from itertools import islice

from switchboard.problems import Problem
from switchboard.tools.deadline import OutOfTime, at_most
from switchboard.tools.json_text import MOST_PROBLEMS
from switchboard.tools.quoting import code
from switchboard.tools.schemas import LIBRARY_FAULTS, schema_problems, validator_of
from switchboard.tools.wording import sentence
from switchboard.wire import Json

_LONGEST_S = 1.0


def value_problems(value: Json, schema: Json, *, whole: str = "The value") -> list[Problem]:
    """Where the value does not fit the schema; empty when it does. ``whole`` names the value.

    A schema that is itself wrong, or takes longer than a second, gives one problem that says so.
    """
    try:
        with at_most(_LONGEST_S):
            return list(islice(_problems(value, schema, whole), MOST_PROBLEMS))
    except OutOfTime:
        message = (
            f"{whole} could not be checked in time: the schema takes too long on it. Simplify its"
            " patterns, references or `anyOf`."
        )
    except RecursionError:
        message = f"{whole} could not be checked: it, or the schema, is nested too deeply."
    except LIBRARY_FAULTS as fault:
        message = f"{whole} could not be checked: jsonschema failed on it: {code(repr(fault))}."
    return [Problem(message)]


def check_schema(schema: Json) -> tuple[Problem, ...]:
    """Everything that keeps the schema from being used, with paths from its root."""
    try:
        with at_most(_LONGEST_S):
            return schema_problems(schema)
    except (OutOfTime, RecursionError):
        return (Problem("The schema could not be checked in time. Make it simpler."),)


def _problems(value: Json, schema: Json, whole: str) -> Iterator[Problem]:
    if faults := schema_problems(schema):
        yield Problem(
            f"{whole} could not be checked, because the schema has problems itself. Mend it first:"
            f" {faults[0].message}"
        )
        return
    for error in validator_of(schema).iter_errors(value):
        keyword = None if error.validator is None else str(error.validator)
        yield Problem(sentence(error, whole=whole), tuple(error.absolute_path), keyword=keyword)
