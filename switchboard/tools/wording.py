"""What the validator found, as sentences: what is wrong, and what is there instead."""

from typing import Any

from jsonschema.exceptions import ValidationError

from switchboard.problems import JsonPath
from switchboard.tools.quoting import code, shown
from switchboard.tools.words import WORDS, facts, of_type


def sentence(error: ValidationError, *, whole: str) -> str:
    """The error in one sentence or two. ``whole`` is what an error without a path is about."""
    subject = _subject(tuple(error.absolute_path), whole)
    if "propertyNames" in error.absolute_schema_path:
        subject = f"The property name {shown(error.instance)}"
    if error.validator is None:
        return f"{subject} is not allowed here. Remove it."
    keyword = str(error.validator)
    if keyword in ("anyOf", "oneOf"):
        return _none_fits(error, subject)
    if word := WORDS.get(keyword):
        return word(error, subject)
    return f"{subject} does not fit {code(keyword)}: {shown(error.validator_value)}."


def _subject(path: JsonPath, whole: str) -> str:
    if not path:
        return whole
    names = [at for at, part in enumerate(path) if isinstance(part, str)]
    tail = path[names[-1] :] if names else path
    return code("".join(f"[{part}]" if isinstance(part, int) else part for part in tail))


def _none_fits(error: ValidationError, subject: str) -> str:
    branches: dict[Any, list[ValidationError]] = {}
    for each in error.context or ():
        branches.setdefault(each.schema_path[0], []).append(each)
    if not branches:
        return f"{subject} fits more than one of the forms allowed; it must fit exactly one."
    first = [each[0] for each in branches.values()]
    if all(each.validator == "type" and not each.path for each in first):
        return of_type(_either(error, first), subject)
    nearest = min(branches.values(), key=_distance)[0]
    start = f"{subject} fits none of the {len(branches)} forms allowed."
    if nearest.context:
        return start
    return f"{start} The nearest: {sentence(nearest, whole='the whole')}"


def _either(error: ValidationError, branches: list[ValidationError]) -> ValidationError:
    """One error about the types of all branches."""
    wanted: list[Any] = []
    for each in branches:
        kinds, _ = facts(each)
        wanted += kinds if isinstance(kinds, list) else [kinds]
    return ValidationError("", validator_value=wanted, instance=error.instance)


def _distance(errors: list[ValidationError]) -> tuple[bool, int]:
    """A branch whose very type is wrong is farther than any other."""
    return any(each.validator == "type" and not each.path for each in errors), len(errors)
