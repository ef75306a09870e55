"""Names and values inside a sentence, each between backticks, which the screen draws as code."""

import json
import re
from typing import Any

_LONGEST = 60
_MOST_LISTED = 12
# A backtick would end the code, a line break the sentence; JSON writes both as escapes as well.
_UNQUOTABLE = re.compile(r"[`\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def code(text: str, *, longest: int = _LONGEST) -> str:
    """The text between backticks, cut to fit a sentence."""
    kept = text if len(text) <= longest else text[:longest] + "…"
    if not kept.strip():
        kept = f'"{kept}"'
    return f"`{_UNQUOTABLE.sub(_escape, kept)}`"


def shown(value: Any) -> str:
    """A value as JSON; of a long list or object only how long it is."""
    if isinstance(value, str):
        value = value[: _LONGEST + 1]
    elif _is_long(value):
        return f"{kind_of(value)} of {len(value)} entries"
    text = json.dumps(value, ensure_ascii=False)
    # With its quotation marks a text may be longer by two than what is cut off.
    return code(text, longest=_LONGEST if len(text) > _LONGEST + 2 else len(text))


def it_is(value: Any) -> str:
    """That it is this value, and of what kind."""
    if value is None or isinstance(value, bool) or _is_long(value):
        return f"it is {shown(value)}"
    return f"it is {kind_of(value)} {shown(value)}"


def kind_of(value: Any) -> str:
    """What to call a value of that type."""
    kinds = {str: "the string", int: "the number", float: "the number", list: "a list"}
    return kinds.get(type(value), "an object")


def listed(values: list[Any]) -> str:
    """The first dozen values, and how many more there are."""
    more = f" and {len(values) - _MOST_LISTED} more" if len(values) > _MOST_LISTED else ""
    return ", ".join(map(shown, values[:_MOST_LISTED])) + more


def _is_long(value: Any) -> bool:
    return isinstance(value, list | dict) and len(value) > _MOST_LISTED


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
