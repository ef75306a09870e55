"""What a plain scalar of YAML says: the core schema of YAML 1.2.2, section 10.3.2.

Not YAML 1.1, in which ``no`` is a truth value and ``2026-01-01`` a date: JSON has neither, and a
document that lists the country ``no`` means the text.
"""

import re
from math import isinf

from switchboard.wire import Json

_WORDS: dict[str, Json] = {"": None, "~": None}
_WORDS |= dict.fromkeys(("null", "Null", "NULL"))
_WORDS |= dict.fromkeys(("true", "True", "TRUE"), True)
_WORDS |= dict.fromkeys(("false", "False", "FALSE"), False)

# Without leading zeros, which only texts have: post codes, telephone numbers, versions.
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,307})\Z")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)?(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?\Z")
_DIGIT = re.compile(r"[0-9]")


def plain_value(text: str) -> Json:
    """The value of a scalar written without quotes; what is nothing else is a text."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text):
        return int(text)
    if _FLOAT.match(text) and _DIGIT.match(text.lstrip("+-.")):
        number = float(text)
        return text if isinf(number) else number
    return text
