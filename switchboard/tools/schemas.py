"""Whether a schema can be used, remembered per schema: the same tool is checked on every rerun."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from jsonschema.exceptions import UnknownType, ValidationError
from referencing.exceptions import Unresolvable

from switchboard.problems import Problem
from switchboard.tools.dialects import (
    KNOWN_DIALECTS,
    Validator,
    dialect_of,
    validator_for,
)
from switchboard.tools.json_text import MOST_PROBLEMS
from switchboard.tools.metaschemas import metaschema_validator
from switchboard.tools.patterns import pattern_fault
from switchboard.tools.quoting import code, shown
from switchboard.tools.references import reference_problems
from switchboard.tools.remembering import remembered
from switchboard.tools.strict import strict_problems
from switchboard.tools.subschemas import Subschema, subschemas
from switchboard.tools.wording import sentence
from switchboard.wire import Json

# What jsonschema and referencing let through, on schemas that the metaschema accepts, instead of
# saying what is wrong. Each case that was found is a problem with words of its own by now.
LIBRARY_FAULTS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    UnknownType,
    Unresolvable,
    ValueError,
)


def schema_problems(schema: Json) -> tuple[Problem, ...]:
    """Everything that keeps the schema from being used, with paths from its root.

    Empty for a good one. Raises ``OutOfTime``.
    """
    return _schema_problems(_canonical(schema))


def strictness_problems(schema: Json) -> tuple[Problem, ...]:
    """What strict mode would refuse, with paths from the schema's root."""
    return _strictness_problems(_canonical(schema))


def validator_of(schema: Json) -> Validator:
    """The validator of a schema that has no problems."""
    return _validator_of(_canonical(schema))


def _canonical(schema: Json) -> str:
    return json.dumps(schema, separators=(",", ":"))


@remembered
def _schema_problems(canonical: str) -> tuple[Problem, ...]:
    schema: Json = json.loads(canonical)
    try:
        return tuple(islice(_problems(schema), MOST_PROBLEMS))
    except RecursionError:
        return (Problem("The schema is nested too deeply to be checked. Make it flatter."),)
    except LIBRARY_FAULTS as fault:
        return (
            Problem(f"The schema could not be checked: jsonschema failed: {code(repr(fault))}."),
        )


@remembered
def _strictness_problems(canonical: str) -> tuple[Problem, ...]:
    return tuple(islice(strict_problems(json.loads(canonical)), MOST_PROBLEMS))


@remembered
def _validator_of(canonical: str) -> Validator:
    schema: Json = json.loads(canonical)
    return validator_for(schema, dialect_of(schema))


def _problems(schema: Json) -> Iterator[Problem]:
    """Of the form first; what a malformed schema refers to cannot be told."""
    if isinstance(schema, bool):
        return
    dialect = dialect_of(schema)
    if dialect is None:
        yield _unknown_dialect(schema)
        return
    malformed = False
    for error in _innermost(metaschema_validator(dialect).iter_errors(schema)):
        malformed = True
        yield Problem(_wording(error), tuple(error.absolute_path), keyword=str(error.validator))
    if malformed or not isinstance(schema, dict):
        return
    for subschema in subschemas(schema):
        yield from _pattern_problems(subschema)
    yield from reference_problems(schema, dialect)


def _innermost(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    """Where a value may have several forms, what is wrong with the one that it has: in Draft 7
    ``items`` is a schema or a list of schemas."""
    for error in errors:
        branches: dict[Any, list[ValidationError]] = {}
        for each in error.context or ():
            branches.setdefault(each.schema_path[0], []).append(each)
        alike = [
            branch for branch in branches.values() if not any(map(_is_of_another_kind, branch))
        ]
        if len(alike) == 1 and error.validator == "anyOf" and not _is_type(error):
            yield from _innermost(alike[0])
        else:
            yield error


def _is_of_another_kind(error: ValidationError) -> bool:
    """Whether the value is not even of the type that this form asks for."""
    return error.validator == "type" and not error.path


def _is_type(error: ValidationError) -> bool:
    return bool(error.absolute_path) and error.absolute_path[-1] == "type"


def _wording(error: ValidationError) -> str:
    if _is_type(error) and error.validator == "anyOf":
        return (
            "`type` must be `array`, `boolean`, `integer`, `null`, `number`, `object` or `string`,"
            f" or a list of these; it is {shown(error.instance)}."
        )
    return sentence(error, whole="The schema")


def _unknown_dialect(schema: Json) -> Problem:
    address = schema.get("$schema") if isinstance(schema, dict) else None
    return Problem(
        f"`$schema` names no draft of JSON Schema known here: {shown(address)}. Leave it out for"
        f" 2020-12, or write one of {', '.join(map(code, KNOWN_DIALECTS))}.",
        ("$schema",),
        keyword="$schema",
    )


def _pattern_problems(subschema: Subschema) -> Iterator[Problem]:
    pattern = subschema.schema.get("pattern")
    if isinstance(pattern, str) and (fault := pattern_fault(pattern)):
        yield _bad_pattern(fault, subschema, "pattern")
    named = subschema.schema.get("patternProperties")
    for pattern in named if isinstance(named, dict) else {}:
        if fault := pattern_fault(pattern):
            yield _bad_pattern(fault, subschema, "patternProperties", pattern)


def _bad_pattern(fault: str, subschema: Subschema, *steps: str) -> Problem:
    message = (
        f"This regular expression cannot be read: {code(fault, longest=120)}. Correct the pattern."
    )
    return Problem(message, (*subschema.path, *steps), keyword=steps[0])
