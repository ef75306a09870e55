"""What the validator found, as sentences: what is wrong, and what is there instead."""

import json
from collections.abc import Callable
from typing import Any

from jsonschema.exceptions import ValidationError

from switchboard.problems import JsonPath

_LONGEST_VALUE = 60
_MOST_LISTED = 12
_ARTICLES = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "an integer",
    "null": "null",
    "number": "a number",
    "object": "an object",
    "string": "a string",
}


def sentence(error: ValidationError, *, whole: str) -> str:
    """The error in one sentence or two. ``whole`` is what an error without a path is about."""
    subject = _subject(tuple(error.absolute_path), whole)
    if "propertyNames" in error.absolute_schema_path:
        subject = f"The property name {shown(error.instance)}"
    word = _WORDS.get(str(error.validator))
    if error.validator is None:
        return f"{subject} is not allowed here. Remove it."
    if word is None:
        return f"{subject} does not fit `{error.validator}`: {shown(error.validator_value)}."
    return word(error, subject)


def shown(value: Any) -> str:
    """A value as JSON, cut to fit a sentence."""
    if isinstance(value, str):
        value = value[: _LONGEST_VALUE + 1]
    elif isinstance(value, list | dict) and len(value) > _MOST_LISTED:
        return f"{_kind(value)} of {len(value)} entries"
    text = json.dumps(value, ensure_ascii=False).encode(errors="replace").decode()
    return text if len(text) <= _LONGEST_VALUE + 2 else text[:_LONGEST_VALUE] + "…"


def _facts(error: ValidationError) -> tuple[Any, Any]:
    """What the keyword asks for, and the value that was checked."""
    return error.validator_value, error.instance


def _subject(path: JsonPath, whole: str) -> str:
    if not path:
        return whole
    names = [at for at, part in enumerate(path) if isinstance(part, str)]
    tail = path[names[-1] :] if names else path
    text = "".join(f"[{part}]" if isinstance(part, int) else part for part in tail)
    return f"`{text[:_LONGEST_VALUE]}`"


def _kind(value: Any) -> str:
    kinds = {str: "the string", int: "the number", float: "the number", list: "a list"}
    return kinds.get(type(value), "an object")


def _it_is(value: Any) -> str:
    text = shown(value)
    has_kind = value is None or isinstance(value, bool) or text.startswith(("a list", "an object"))
    return f"it is {text}" if has_kind else f"it is {_kind(value)} {text}"


def _any_of(values: list[str]) -> str:
    return values[0] if len(values) == 1 else f"{', '.join(values[:-1])} or {values[-1]}"


def _type(error: ValidationError, subject: str) -> str:
    wanted = error.validator_value
    names = wanted if isinstance(wanted, list) else [wanted]
    kinds = _any_of([_ARTICLES.get(str(name), str(name)) for name in names])
    return f"{subject} must be {kinds}; {_it_is(error.instance)}."


def _required(error: ValidationError, subject: str) -> str:
    wanted, _ = _facts(error)
    if wanted is True:  # Draft 3: ``required`` stands in the property's own schema.
        return f"{subject} is required but missing."
    where = f" in {subject}" if error.absolute_path else ""
    return f"`{_missing(error, wanted)}` is required but missing{where}."


def _dependent(error: ValidationError, subject: str) -> str:
    dependencies, there = _facts(error)
    for name, wanted in dependencies.items():
        names = [wanted] if isinstance(wanted, str) else wanted
        missing = _missing(error, names) if isinstance(names, list) and name in there else ""
        if missing:
            return f"`{missing}` is required when `{name[:_LONGEST_VALUE]}` is given."
    return f"{subject} lacks a property that another one requires."


def _missing(error: ValidationError, names: list[str]) -> str:
    """Which of the names this error is about: jsonschema says it in its message alone."""
    found = (name for name in names if error.message.startswith(f"{name!r} is a "))
    return next(found, "")[:_LONGEST_VALUE]


def _enum(error: ValidationError, subject: str) -> str:
    allowed, value = _facts(error)
    options = [shown(option) for option in allowed]
    more = f" and {len(options) - _MOST_LISTED} more" if len(options) > _MOST_LISTED else ""
    listed = ", ".join(options[:_MOST_LISTED])
    return f"{subject} must be one of {listed}{more}; it is {shown(value)}."


def _const(error: ValidationError, subject: str) -> str:
    return f"{subject} must be {shown(error.validator_value)}; it is {shown(error.instance)}."


def _bound(words: str) -> Callable[[ValidationError, str], str]:
    def word(error: ValidationError, subject: str) -> str:
        limit = shown(error.validator_value)
        return f"{subject} must be {words} {limit}; it is {shown(error.instance)}."

    return word


def _size(words: str, unit: str, plural: str) -> Callable[[ValidationError, str], str]:
    def word(error: ValidationError, subject: str) -> str:
        limit, value = _facts(error)
        noun = unit if limit == 1 else plural
        return f"{subject} must have {words} {shown(limit)} {noun}; it has {len(value)}."

    return word


def _pattern(error: ValidationError, subject: str) -> str:
    wanted = str(error.validator_value)[:_LONGEST_VALUE]
    return f"{subject} must match the pattern {wanted}; it is {shown(error.instance)}."


def _as_found(error: ValidationError, subject: str) -> str:
    return f"In {subject}: {error.message}" if error.absolute_path else error.message


def _too_many(error: ValidationError, subject: str) -> str:
    return f"{subject} {error.message}. Remove those that the schema does not describe."


def _unique(_: ValidationError, subject: str) -> str:
    return f"{subject} has entries that are equal; each must be different."


def _none_fits(error: ValidationError, subject: str) -> str:
    branches: dict[Any, list[ValidationError]] = {}
    for each in error.context or ():
        branches.setdefault(each.schema_path[0], []).append(each)
    if not branches:
        return f"{subject} fits more than one of the forms allowed; it must fit exactly one."
    first = [each[0] for each in branches.values()]
    if all(each.validator == "type" and not each.path for each in first):
        return _type(_either(error, first), subject)
    nearest = min(branches.values(), key=_distance)[0]
    start = f"{subject} fits none of the {len(branches)} forms allowed."
    if nearest.context:
        return start
    return f"{start} The nearest: {sentence(nearest, whole='the whole')}"


def _either(error: ValidationError, branches: list[ValidationError]) -> ValidationError:
    """One error about the types of all branches."""
    wanted: list[Any] = []
    for each in branches:
        kinds, _ = _facts(each)
        wanted += kinds if isinstance(kinds, list) else [kinds]
    return ValidationError("", validator_value=wanted, instance=error.instance)


def _distance(errors: list[ValidationError]) -> tuple[bool, int]:
    """A branch whose very type is wrong is farther than any other."""
    return any(each.validator == "type" and not each.path for each in errors), len(errors)


def _not(error: ValidationError, subject: str) -> str:
    return f"{subject} must not fit {shown(error.validator_value)}; it is {shown(error.instance)}."


def _contains(_: ValidationError, subject: str) -> str:
    return f"{subject} must contain another number of entries that fit `contains`."


_WORDS: dict[str, Callable[[ValidationError, str], str]] = {
    "additionalProperties": _as_found,
    "anyOf": _none_fits,
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
    "oneOf": _none_fits,
    "pattern": _pattern,
    "required": _required,
    "type": _type,
    "unevaluatedItems": _too_many,
    "unevaluatedProperties": _as_found,
    "uniqueItems": _unique,
}
