"""The values that an answer states: what can be right or wrong about it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

from switchboard.simulate.judging.moments import find_days, find_times
from switchboard.simulate.judging.numbers import NUMBER

Kind = Literal["url", "email", "quoted", "date", "time", "code", "number"]


@dataclass(frozen=True, slots=True)
class Value:
    """One value, as it was written."""

    kind: Kind
    text: str
    after: str = ""
    """What follows a number: its unit."""


_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'`)\]}|*]{1,2000}")
_EMAIL = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"
)
_QUOTED = re.compile(
    r'"([^"\n]{1,200})"|“([^”\n]{1,200})”|„([^“”\n]{1,200})[“”]|«([^»\n]{1,200})»|`([^`\n]{1,200})`'
    r"|「([^」\n]{1,200})」|(?<!\w)'([^'\n]{2,80})'(?!\w)"
)
_TOKEN = re.compile(r"(?<![A-Za-z0-9_])[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
_WITH_UNIT = re.compile(r"[0-9]+(?:-?[A-Za-z]+)?(?:-[A-Za-z]+)*")
# Letters and digits, but the name of a thing.
_NAMES = {"co2", "h2o", "o3", "no2", "pm10", "pm2", "mp3", "mp4", "utf-8", "covid-19", "b2b", "b2c"}
_ZONE = re.compile(r"\b(?:UTC|GMT)\s?[-+±]\s?[0-9]{1,2}(?::[0-9]{2})?")
_LABEL = re.compile(
    r"\b(?:step|option|part|section|schritt|teil|étape|paso|opción)\s[0-9]{1,2}\b"
    r"|\b[0-9]{1,3}(?:st|nd|rd|th)\b|\b24/7\b|\b100\s?%"
    r"|\bagain (?:in|after) (?:about |around )?[0-9]{1,3} (?:second|minute|hour)",
    re.IGNORECASE,
)


def values_in(text: str) -> list[Value]:
    """The values in order; what is part of one is not found again."""
    found: list[tuple[int, Value]] = []
    taken = bytearray(len(text))
    for find in _FINDERS:
        rest = "".join(_TAKEN if gone else sign for sign, gone in zip(text, taken, strict=True))
        for value, start, end in find(rest):
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found += [(start, value)] if value else []
    return [value for _, value in sorted(found, key=itemgetter(0))]


_TAKEN = "\0"
_Found = tuple[Value | None, int, int]


def _urls(text: str) -> Iterator[_Found]:
    for match in _URL.finditer(text):
        url = match[0].rstrip(".,;:!?_")
        yield Value("url", url), match.start(), match.start() + len(url)


def _emails(text: str) -> Iterator[_Found]:
    for match in _EMAIL.finditer(text):
        yield Value("email", match[0].rstrip(".-")), match.start(), match.end()


def _quotes(text: str) -> Iterator[_Found]:
    """Only with words in them: a number in quotation marks is a number."""
    for match in _QUOTED.finditer(text):
        inner = next(filter(None, match.groups()), "")
        if re.search(r"[^\W\d_]{2}", inner):
            yield Value("quoted", inner), match.start(), match.end()


def _days(text: str) -> Iterator[_Found]:
    for match, _ in find_days(text):
        yield Value("date", match[0].strip()), *match.span()


def _times(text: str) -> Iterator[_Found]:
    for match, _ in find_times(text):
        yield Value("time", match[0].strip()), *match.span()


def _nothings(text: str) -> Iterator[_Found]:
    for form in (_ZONE, _LABEL):
        for match in form.finditer(text):
            yield None, *match.span()


def _codes(text: str) -> Iterator[_Found]:
    for match in _TOKEN.finditer(text):
        token = match[0]
        is_mixed = re.search(r"[0-9]", token) and re.search(r"[A-Za-z]", token)
        if is_mixed and not _WITH_UNIT.fullmatch(token):
            is_name = token.lower() in _NAMES
            yield (None if is_name else Value("code", token)), *match.span()


def _numbers(text: str) -> Iterator[_Found]:
    for match in NUMBER.finditer(text):
        after = text[match.end() : match.end() + 12]
        yield Value("number", match[0], after), *match.span()


_FINDERS: tuple[Callable[[str], Iterator[_Found]], ...] = (
    _urls,
    _emails,
    _quotes,
    _days,
    _times,
    _nothings,
    _codes,
    _numbers,
)
