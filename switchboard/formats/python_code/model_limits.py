"""JSON Schema's limits as the arguments of Pydantic's ``Field``, where both mean the same."""

import re
from collections.abc import Callable
from math import ceil, floor

from switchboard.formats.python_code.literals import literal, text_literal
from switchboard.wire import Json, JsonObject

_SIZES = {
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_length",
    "maxItems": "max_length",
    "minProperties": "min_length",
    "maxProperties": "max_length",
}
_BOUNDS = {
    "minimum": "ge",
    "exclusiveMinimum": "gt",
    "maximum": "le",
    "exclusiveMaximum": "lt",
}
_LARGEST_SIZE = 2**31
# Of whole numbers at least 1.5 means at least 2, and below 1.5 means below 2.
_ROUNDED: dict[str, Callable[[float], int]] = {"ge": ceil, "gt": floor, "le": floor, "lt": ceil}


def limit_arguments(kind: str, limits: JsonObject) -> tuple[list[str], list[str]]:
    """The arguments of ``Field``, and the keywords that can't be said."""
    said: list[str] = []
    lost: list[str] = []
    for keyword, value in limits.items():
        argument = _argument(kind, keyword, value)
        if argument is None:
            lost.append(keyword)
        elif argument:
            said.append(argument)
    return said, lost


def _argument(kind: str, keyword: str, value: Json) -> str | None:
    """Empty for a keyword that asks for nothing; ``None`` for one that can't be said."""
    if keyword == "format":
        return f'json_schema_extra={{"format": {literal(value)}}}'
    if keyword == "uniqueItems":
        return "" if value is False else None
    if keyword == "pattern":
        return _pattern(value) if isinstance(value, str) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if keyword in _SIZES:
        is_size = value == int(value) and 0 <= value < _LARGEST_SIZE
        return f"{_SIZES[keyword]}={int(value)}" if is_size else None
    if keyword == "multipleOf":
        return _multiple(value)
    return f"{_BOUNDS[keyword]}={_bound(kind, _BOUNDS[keyword], value)}"


def _bound(kind: str, name: str, value: float) -> int | float:
    return _ROUNDED[name](value) if kind == "integer" else value


def _multiple(value: float) -> str | None:
    """Of fractions Pydantic and JSON Schema's validators count differently."""
    return f"multiple_of={int(value)}" if value == int(value) and value > 0 else None


def _pattern(pattern: str) -> str | None:
    """Python's ``re``, which the models are told to use, must be able to read it."""
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return None
    return f"pattern={text_literal(pattern)}"
