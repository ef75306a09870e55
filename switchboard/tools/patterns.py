"""Regular expressions of schemas, with a limit on how long one may search.

Python's ``re`` cannot be stopped: ``^(a+)+$`` on 28 characters takes 17 s. The ``regex`` package
takes a timeout, and knows ``\\p{…}``, which ECMA-262 has and ``re`` has not.
"""

import re
from functools import lru_cache

import regex

from switchboard.tools.deadline import OutOfTime, seconds_left
from switchboard.tools.pattern_size import size_fault

# The package counts the processor time of the whole process: with other processes busy, it takes
# longer by the clock; with other threads busy, less is searched.
_LONGEST_S = 0.5

# ``regex`` reads {e} or {i<=1} as fuzzy matching; in ECMA-262 and ``re`` such a brace is itself.
_ESCAPE_OR_BRACE = re.compile(
    r"\\u\{(?P<point>[0-9A-Fa-f]{1,6})\}|\\[pPN]\{[^}]*\}|\\.|\{\d+(?:,\d*)?\}|\{,\d+\}"
    r"|(?P<brace>\{)",
    re.DOTALL,
)


@lru_cache(maxsize=512)
def compiled(pattern: str) -> "regex.Pattern[str]":
    """The pattern, ready to search. Raises ``regex.error``."""
    if fault := size_fault(pattern):
        raise regex.error(fault)
    return regex.compile(_ESCAPE_OR_BRACE.sub(_in_python, pattern), regex.VERSION0)


def found(pattern: str, text: str) -> bool:
    """Whether the pattern occurs in the text. Raises ``OutOfTime``."""
    try:
        timeout = max(0.001, min(_LONGEST_S, seconds_left()))
        return compiled(pattern).search(text, timeout=timeout) is not None
    except TimeoutError:
        raise OutOfTime from None


def pattern_fault(pattern: str) -> str | None:
    """Why the pattern cannot be used, in the words of the compiler; ``None`` when it can."""
    try:
        compiled(pattern)
    except RecursionError:
        return "it is nested too deeply"
    except (regex.error, OverflowError, ValueError) as error:
        return str(error)
    return None


def _in_python(match: re.Match[str]) -> str:
    """The same in ``regex``'s writing; ``\\u{…}`` is how ECMA-262 writes a character."""
    if match["point"]:
        return f"\\U{match['point']:0>8}"
    return r"\{" if match["brace"] else match[0]
