"""A bracket too few or too many, found by how the lines are indented.

A parser notices it only where the nesting stops making sense, often at the end of the text. Who
wrote the text laid it out by what they meant.
"""

import re
from dataclasses import dataclass

from switchboard.tools.places import place_of
from switchboard.tools.quoting import code

CLOSING = {"{": "}", "[": "]"}
# A text that goes on in the next line is none: a quotation mark too many should not hide the rest.
_TOKEN = re.compile(r'\n([ \t]*)|"(?:[^"\\\n]|\\.)*"|\S')


@dataclass(frozen=True, slots=True)
class Slip:
    """Where a bracket is wrong, and what to do."""

    at: int
    sentence: str


@dataclass(slots=True)
class _Opened:
    at: int
    bracket: str
    line: int
    indent: int
    inner: int | None = None
    """How far its first line is indented."""

    has_names: bool = False


def bracket_slip(text: str, at: int) -> Slip | None:
    """The first bracket that the layout speaks against, up to that offset; ``None`` when the
    brackets match, or there is no layout to go by."""
    if "\n" not in text.strip() or _is_balanced(text):
        return None
    return _Reader(text).first_slip(at)


def _is_balanced(text: str) -> bool:
    opened: list[str] = []
    for match in _TOKEN.finditer(text):
        if match[0] in CLOSING:
            opened.append(CLOSING[match[0]])
        elif match[0] in ("}", "]") and (not opened or opened.pop() != match[0]):
            return False
    return not opened


class _Reader:
    """One walk along the tokens of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._opened: list[_Opened] = []
        self._closed: _Opened | None = None
        self._line = self._indent = 0
        self._is_first = True
        self._before = ""

    def first_slip(self, at: int) -> Slip | None:
        for match in _TOKEN.finditer(self._text):
            if match.start() > at:
                break
            if match[0].startswith("\n"):
                self._line, self._is_first = self._line + 1, True
                self._indent = len(match[1].expandtabs())
                continue
            if slip := self._slip_at(match.start(), match[0]):
                return slip
            self._take(match.start(), match[0])
        return self._left_open() if at >= len(self._text.rstrip()) else None

    def _slip_at(self, at: int, token: str) -> Slip | None:
        if not self._opened:
            return None
        opened = self._opened[-1]
        if token in ("}", "]"):
            return self._closing_slip(at, token, opened)
        if not self._is_first or opened.inner is None:
            return None
        if self._indent <= opened.indent < opened.inner:
            return self._unclosed(at, opened)
        if self._indent > opened.inner and self._before == ":":
            return Slip(at, "A bracket is missing before this. Write `{` or `[` after the colon.")
        return None

    def _closing_slip(self, at: int, token: str, opened: _Opened) -> Slip | None:
        if opened.line == self._line or opened.inner is None:
            return None
        if self._is_first and self._indent < opened.indent:
            return self._unclosed(at, opened)
        if token == "]" and opened.bracket == "{" and not opened.has_names:
            return Slip(opened.at, "This `{` is closed by a `]`. Write `[` here, or `}` there.")
        if not self._is_first or self._indent > opened.indent:
            return Slip(at, f"There is one `{token}` too many here. Remove it.")
        return None

    def _unclosed(self, at: int, opened: _Opened) -> Slip:
        bracket, closing = code(opened.bracket), code(CLOSING[opened.bracket])
        if self._closed and self._closed.line == opened.line:
            return Slip(opened.at, f"This {bracket} is not closed. Remove it, or write {closing}.")
        line = place_of(self._text, opened.at).line
        return Slip(at, f"The {bracket} of line {line} is not closed. Write {closing} before this.")

    def _left_open(self) -> Slip | None:
        """At the end: one that stands beside another which seemed to be closed for both."""
        opened, closed = self._opened[-1:], self._closed
        is_beside = opened and closed and closed.line == opened[0].line
        return self._unclosed(opened[0].at, opened[0]) if is_beside else None

    def _take(self, at: int, token: str) -> None:
        if self._is_first:
            for each in self._opened:
                each.inner = self._indent if each.inner is None else each.inner
        if token == ":" and self._opened:
            self._opened[-1].has_names = True
        if token in CLOSING:
            self._opened.append(_Opened(at, token, self._line, self._indent))
        elif token in ("}", "]") and self._opened:
            self._closed = self._opened.pop()
        self._is_first, self._before = False, token
