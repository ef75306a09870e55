"""Regular expressions of a schema: a text that fits one, and whether it is safe to try."""

import re
import string
import warnings
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

# The parser behind `re`: the standard library has no public one.
from re import _constants, _parser  # type: ignore[attr-defined]  # isort: skip

# `^(a+)+$` takes time that doubles with every character: 28 of them block for 17 s.
_SAFE_LENGTH = 16
_MOST_REPEATS = 8
_LONGEST_SAMPLE = 10_000
_ALPHABET: str = string.ascii_lowercase + string.digits + string.ascii_uppercase + " -_.:/@#" + "中"


@lru_cache(maxsize=512)
def samples_of(pattern: str, count: int = 4) -> tuple[str, ...]:
    """Short texts that the pattern finds; none for one it can't read or satisfy."""
    parsed = _parse(pattern)
    if parsed is None:
        return ()
    texts = dict.fromkeys(_write(parsed, offset) for offset in range(count))
    return tuple(text for text in texts if may_match(pattern, text))


def may_match(pattern: str, text: str) -> bool:
    """Whether the pattern is found in the text; a dangerous one is not tried on a long text."""
    parsed = _parse(pattern)
    if parsed is None or (len(text) > _SAFE_LENGTH and _explodes(parsed)):
        return False
    return re.search(pattern, text) is not None


@lru_cache(maxsize=512)
def _parse(pattern: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _parser.parse(pattern)
        except (re.error, RecursionError, OverflowError):
            return None


def _explodes(parsed: Any, inside: bool = False) -> bool:
    """Whether a repetition holds another, or a choice: what backtracks without end."""
    for operation, argument in parsed:
        repeats = operation in _REPEATS and argument[1] > _MOST_REPEATS
        if inside and (repeats or operation is _constants.BRANCH):
            return True
        if any(_explodes(inner, inside or repeats) for inner in _inner(argument)):
            return True
    return False


def _inner(argument: Any) -> list[Any]:
    if isinstance(argument, _parser.SubPattern):
        return [argument]
    if isinstance(argument, Sequence) and not isinstance(argument, str):
        return [found for part in argument for found in _inner(part)]
    return []


def _write(parsed: Any, offset: int) -> str:
    return "".join(_write_one(operation, argument, offset) for operation, argument in parsed)


def _write_one(operation: Any, argument: Any, offset: int) -> str:
    if operation is _constants.LITERAL:
        return chr(argument)
    if operation is _constants.SUBPATTERN:
        return _write(argument[-1], offset)
    if operation is _constants.BRANCH:
        return _write(argument[1][offset % len(argument[1])], offset)
    if operation in _REPEATS:
        least, most, repeated = argument
        # One where none is needed as well: "" says little of what is meant.
        times = min(max(least, 1), most, _LONGEST_SAMPLE)
        return _write(repeated, offset) * int(times)
    if operation in (_constants.IN, _constants.NOT_LITERAL, _constants.ANY):
        return _write_class(operation, argument, offset)
    return ""


def _write_class(operation: Any, argument: Any, offset: int) -> str:
    """A character that the class takes; another offset, another character."""
    if operation is _constants.ANY:
        return _ALPHABET[offset]
    if operation is _constants.NOT_LITERAL:
        argument = [(_constants.NEGATE, None), (_constants.LITERAL, argument)]
    taken = [character for character in _ALPHABET if _takes(argument, character)]
    listed = [chr(value) for kind, value in argument if kind is _constants.LITERAL]
    found = taken or listed or [""]
    return found[offset % len(found)]


def _takes(members: Any, character: str) -> bool:
    wanted = members[0][0] is not _constants.NEGATE
    found = any(_is_member(operation, argument, character) for operation, argument in members)
    return found is wanted


def _is_member(operation: Any, argument: Any, character: str) -> bool:
    if operation is _constants.LITERAL:
        return bool(argument == ord(character))
    if operation is _constants.RANGE:
        return bool(argument[0] <= ord(character) <= argument[1])
    if operation is _constants.CATEGORY:
        return re.fullmatch(_CATEGORIES[argument], character) is not None
    return False


_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_CATEGORIES = {
    _constants.CATEGORY_DIGIT: r"\d",
    _constants.CATEGORY_NOT_DIGIT: r"\D",
    _constants.CATEGORY_SPACE: r"\s",
    _constants.CATEGORY_NOT_SPACE: r"\S",
    _constants.CATEGORY_WORD: r"\w",
    _constants.CATEGORY_NOT_WORD: r"\W",
}
