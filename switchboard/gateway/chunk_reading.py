"""The chunks of one stream, as JSON. Nearly all of them begin with the same text."""

import re
from typing import Any, cast

from switchboard.gateway.choices_reading import ChoicesReader
from switchboard.gateway.json_text import NotJson, read_json, read_json_at

# Chunks in a row that begin differently, after which no more is tried: some ids are a chunk's own.
_PATIENCE = 10
_CHOICES = '"choices":'
_DATE = re.compile(r'"created": ?(?P<digits>[1-9]\d*),')
# What may follow the choices and say nothing: no usage yet, and OpenAI's padding, which keeps those
# who listen from telling words by their length.
_NOTHING_MORE = re.compile(r'(?:, ?"usage": ?null|, ?"obfuscation": ?"\w*")*}')


class ChunkReader:
    """Reads the keys in front of ``choices`` (id, model and so on) again only when their text has
    changed: they take half of the time that reading a chunk does. A date that goes on with the
    clock, as behind litellm's proxy, is no change: the first one counts."""

    def __init__(self) -> None:
        self._choices = ChoicesReader()
        self._beginning = ""
        self._length = 0
        self._digits = (0, 0)
        self._around_date = ("", "")
        self._patience = _PATIENCE

    def read(self, text: str) -> Any:
        """The value; without the keys in front of ``choices`` when an earlier chunk began with the
        same. The choices are the reader's own until it reads the next. Raises ``NotJson``."""
        if self._length and (text.startswith(self._beginning) or self._is_later(text)):
            return self._read_known(text)
        value = read_json(text)
        if self._patience:
            self._patience -= 1
            self._look_at(text)
        return value

    def _read_known(self, text: str) -> dict[str, Any]:
        self._patience = _PATIENCE
        try:
            read = self._choices.read if self._choices.saved > 0 else read_json_at
            choices, end = read(text, self._length)
            if text[end:] == "}" or _NOTHING_MORE.fullmatch(text, end):
                return {"choices": choices}
            return _with_rest(choices, text[end:])
        except NotJson:
            # Such as white space where the earlier one had none.
            return cast(dict[str, Any], read_json(text))

    def _is_later(self, text: str) -> bool:
        """Whether it begins with another date and else with the same. Dates have ten digits each
        until the year 2286; one that is longer or shorter is read whole."""
        start, end = self._digits
        before, after = self._around_date
        return (
            end > 0
            and text.startswith(before)
            and text.startswith(after, end)
            and text[start:end].isdecimal()
        )

    def _look_at(self, text: str) -> None:
        before, found, after = text.partition(_CHOICES)
        spaces = len(after) - len(after.lstrip())
        self._beginning = before + found + after[:spaces]
        self._length = len(self._beginning) if found and _is_plain(before) else 0
        date = _DATE.search(before) if self._length else None
        self._digits = start, end = date.span("digits") if date else (0, 0)
        self._around_date = self._beginning[:start], self._beginning[end:]


def _is_plain(before: str) -> bool:
    """Whether it is an object as far as a comma of its own, and has nothing but plain values. Only
    then whatever follows means the same behind any such beginning."""
    try:
        head = read_json(before.rstrip().removesuffix(",") + "}")
    except NotJson:
        return False
    plain = all(value is None or isinstance(value, str | int | float) for value in head.values())
    return plain and "error" not in head


def _with_rest(choices: Any, rest: str) -> dict[str, Any]:
    """The choices with the keys after them, from where their value ends."""
    rest = rest.lstrip()
    if rest[:1] == "," and (more := read_json("{" + rest[1:])):
        more.setdefault("choices", choices)  # Of a key that is there twice, the later one counts.
        return cast(dict[str, Any], more)
    if rest.strip() != "}":
        raise NotJson("no end of an object")
    return {"choices": choices}
