"""What had arrived of a JSON object that was cut."""

import re
from typing import Any

from switchboard.gateway.json_text import NotJson, read_json

# A string, or what there is of it up to an escape that was cut; or what gives the text its shape.
_PART = re.compile(
    r'"[^"\\]*(?:\\(?:u[0-9a-fA-F]{4}|[^u])[^"\\]*)*(?P<end>")?|[\[\]{},]', re.DOTALL
)
_CLOSING = {"{": "}", "[": "]"}
# A part of these is worth reading; a part of any other value would be another value.
_OF_WORDS = re.compile(
    r'"(?:content|text|reasoning|reasoning_content|refusal|thinking|name|arguments)"\s*:\s*\Z'
)
_LONGEST_KEY = 40


def arrived_value(text: str) -> Any:
    """The object as far as it had arrived, its words up to where they were cut and every other cut
    value left out; what follows a whole object is left out too. ``None`` when it is no object."""
    text = text.lstrip()
    if not text.startswith("{"):
        return None
    closing: list[str] = []
    safe = 0
    last = None
    for last in _PART.finditer(text):
        mark = last[0]
        if mark in _CLOSING:
            closing.append(_CLOSING[mark])
        elif mark in ("}", "]"):
            closing.pop()
            if not closing:
                return _first_readable((text[: last.end()],), "")
        if mark[0] != '"':
            safe = last.start() if mark == "," else last.end()
    ends = "".join(reversed(closing))
    return _first_readable((_with_last_words(text, last), text[:safe]), ends)


def _with_last_words(text: str, last: re.Match[str] | None) -> str:
    """The text with its last string closed where that holds words; empty where it ends in none."""
    if last is None or last[0][0] != '"':
        return ""
    if last["end"]:
        return text[: last.end()] if not text[last.end() :].strip() else ""
    before = text[max(0, last.start() - _LONGEST_KEY) : last.start()]
    return text[: last.end()] + '"' if _OF_WORDS.search(before) else ""


def _first_readable(candidates: tuple[str, ...], ends: str) -> Any:
    for candidate in candidates:
        try:
            return read_json(candidate + ends)
        except NotJson:
            continue
    return None
