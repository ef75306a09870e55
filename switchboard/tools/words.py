"""One sentence for each keyword that looks at a value itself."""

from collections.abc import Callable
from typing import Any, TypeAlias

from jsonschema.exceptions import ValidationError

from switchboard.tools.quoting import code, it_is, listed, shown

Word: TypeAlias = Callable[[ValidationError, str], str]
"""An error and what it is about, to a sentence."""

_KINDS = {
    "array": "a list",
    "boolean": "`true` or `false`",
    "integer": "an integer",
    "null": "`null`",
    "number": "a number",
    "object": "an object",
    "string": "a string",
}


def facts(error: ValidationError) -> tuple[Any, Any]:
    """What the keyword asks for, and the value that was checked."""
    return error.validator_value, error.instance


def of_type(error: ValidationError, subject: str) -> str:
    """For ``type``."""
    wanted = error.validator_value
    names = wanted if isinstance(wanted, list) else [wanted]
    kinds = _any_of([_KINDS.get(str(name), code(str(name))) for name in names])
    return f"{subject} must be {kinds}; {it_is(error.instance)}."


def _any_of(values: list[str]) -> str:
    return values[0] if len(values) == 1 else f"{', '.join(values[:-1])} or {values[-1]}"


def _required(error: ValidationError, subject: str) -> str:
    wanted, _ = facts(error)
    if wanted is True:  # Draft 3: ``required`` stands in the property's own schema.
        return f"{subject} is required but missing."
    where = f" in {subject}" if error.absolute_path else ""
    return f"{code(_missing(error, wanted) or '')} is required but missing{where}."


def _dependent(error: ValidationError, subject: str) -> str:
    dependencies, there = facts(error)
    for name, wanted in dependencies.items():
        names = [wanted] if isinstance(wanted, str) else wanted
        missing = _missing(error, names) if isinstance(names, list) and name in there else None
        if missing is not None:
            return f"{code(missing)} is required when {code(name)} is given."
    return f"{subject} lacks a property that another one requires."


def _missing(error: ValidationError, names: list[str]) -> str | None:
    """Which of the names this error is about: jsonschema says it in its message alone."""
    return next((name for name in names if error.message.startswith(f"{name!r} is a ")), None)


def _enum(error: ValidationError, subject: str) -> str:
    allowed, value = facts(error)
    if not allowed:
        return f"{subject} must be one of a list that is empty, so nothing fits."
    return f"{subject} must be one of {listed(allowed)}; it is {shown(value)}."


def _const(error: ValidationError, subject: str) -> str:
    return f"{subject} must be {shown(error.validator_value)}; it is {shown(error.instance)}."


def _bound(words: str) -> Word:
    def word(error: ValidationError, subject: str) -> str:
        limit = shown(error.validator_value)
        return f"{subject} must be {words} {limit}; it is {shown(error.instance)}."

    return word


def _size(words: str, unit: str, plural: str) -> Word:
    def word(error: ValidationError, subject: str) -> str:
        limit, value = facts(error)
        noun = unit if limit == 1 else plural
        return f"{subject} must have {words} {limit} {noun}; it has {len(value)}."

    return word


def _pattern(error: ValidationError, subject: str) -> str:
    wanted = code(str(error.validator_value))
    return f"{subject} must match the pattern {wanted}; it is {shown(error.instance)}."


def _as_found(error: ValidationError, subject: str) -> str:
    return f"In {subject}: {error.message}" if error.absolute_path else error.message


def _too_many(error: ValidationError, subject: str) -> str:
    return f"{subject} {error.message}. Remove those that the schema does not describe."


def _unique(_: ValidationError, subject: str) -> str:
    return f"{subject} has entries that are equal; each must be different."


def _not(error: ValidationError, subject: str) -> str:
    return f"{subject} must not fit {shown(error.validator_value)}; it is {shown(error.instance)}."


def _contains(_: ValidationError, subject: str) -> str:
    return f"{subject} must contain another number of entries that fit `contains`."


WORDS: dict[str, Word] = {
    "additionalProperties": _as_found,
    "const": _const,
    "dependencies": _dependent,
    "dependentRequired": _dependent,
    "contains": _contains,
    "enum": _enum,
    "exclusiveMaximum": _bound("less than"),
    "exclusiveMinimum": _bound("more than"),
    "maxItems": _size("at most", "entry", "entries"),
    "maxLength": _size("at most", "character", "characters"),
    "maxProperties": _size("at most", "property", "properties"),
    "maximum": _bound("at most"),
    "minItems": _size("at least", "entry", "entries"),
    "minLength": _size("at least", "character", "characters"),
    "minProperties": _size("at least", "property", "properties"),
    "minimum": _bound("at least"),
    "multipleOf": _bound("a multiple of"),
    "not": _not,
    "pattern": _pattern,
    "required": _required,
    "type": of_type,
    "unevaluatedItems": _too_many,
    "unevaluatedProperties": _as_found,
    "uniqueItems": _unique,
}
