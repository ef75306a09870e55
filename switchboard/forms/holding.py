"""Which values a field of a kind can show without changing them."""

import json

from switchboard.forms.fields import Kind
from switchboard.wire import Json

# What a browser's number holds exactly: ECMA-262, Number.MAX_SAFE_INTEGER.
_LARGEST = 2**53 - 1
# A browser's text field drops or replaces these; a line feed and a tab it keeps.
_LOST = {*map(chr, range(32)), "\x7f", "\u2028", "\u2029"} - {"\n", "\t"}
_LONGEST_TEXT = 20_000


def holds(kind: Kind, value: Json) -> bool:
    """Whether a field of this kind shows this value as it is."""
    if kind == "text":
        return isinstance(value, str) and len(value) <= _LONGEST_TEXT and is_kept(value)
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "null":
        return value is None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    if kind == "integer":
        return isinstance(value, int) and abs(value) <= _LARGEST
    return kind == "number"


def same(one: Json, other: Json) -> bool:
    """Whether two values are written alike: 1, 1.0 and true are three values here."""
    return one == other and json.dumps(one) == json.dumps(other)


def is_kept(text: str) -> bool:
    """Whether a browser's text field gives back the text that it was given."""
    return not _LOST & set(text) and text == text.encode(errors="replace").decode()
