"""The choices of one stream's chunks, as JSON. Nearly all of them differ in one text only."""

import re
from typing import Any, TypeAlias

from switchboard.gateway.json_text import read_json_at

# Looking for the text in choices takes as long as reading nothing but it saves this many times.
_PRICE = 8
_ADVANCE = 10 * _PRICE
_OF_A_DELTA = ("content", "reasoning_content", "reasoning")
# Escapes as well, since they can hide a quote or spell the same key another way.
_CLOSED = re.compile(r"[\]}\\]")
_OPENED = re.compile(r"[\[{\\]")

Place: TypeAlias = tuple[dict[str, Any], str]
"""An object and the key under which it has the text."""


class ChoicesReader:
    """Choices that are written as the last ones were, but for what they add to the text or to a
    call's arguments, are the last ones with that in its place: only that much of them is read."""

    def __init__(self) -> None:
        self.saved = _ADVANCE
        """More than nothing as long as reading by it pays. Choices with log probabilities, or of
        several answers in turns, may always differ in more."""

        self._choices: Any = None
        self._place: Place = ({}, "")
        self._before = ""
        self._after = ""

    def read(self, text: str, start: int) -> tuple[Any, int]:
        """The value that begins there, which is the reader's own until it reads the next, and where
        it ends. Raises ``NotJson``."""
        if self._before and text.startswith(self._before, start):
            added, end = read_json_at(text, start + len(self._before))
            if text.startswith(self._after, end):
                self.saved += 1
                holder, key = self._place
                holder[key] = added
                return self._choices, end + len(self._after)
        choices, end = read_json_at(text, start)
        self.saved -= _PRICE
        self._look_at(choices, text[start:end])
        return choices, end

    def _look_at(self, choices: Any, text: str) -> None:
        self._before = ""
        if (place := _place_in(choices)) is not None:
            self._choices, self._place = choices, place
            self._before, self._after = _around(place[1], text)


def _place_in(choices: Any) -> Place | None:
    match choices:
        case [{"delta": {"tool_calls": [{"function": {"arguments": _} as function}]}}]:
            return function, "arguments"
        case [{"delta": dict() as delta}]:
            return next(((delta, key) for key in _OF_A_DELTA if delta.get(key)), None)
    return None


def _around(key: str, text: str) -> tuple[str, str]:
    """What is written before the key's value, and what after it. Nothing if the key may be there
    twice, or if anything but what the value is in could be kept by those who are given it: that
    is no longer the reader's own, and the next choices must have another."""
    before, found, value = text.partition(f'"{key}":')
    if not found:
        return "", ""
    spaces = len(value) - len(value.lstrip())
    after = value[read_json_at(value, spaces)[1] :]
    if _CLOSED.search(before) or _OPENED.search(after) or f'"{key}"' in before + after:
        return "", ""
    return before + found + value[:spaces], after
