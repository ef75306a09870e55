"""Dates and times as people write them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from switchboard.simulate.judging.months import MONTHS

_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th|\.|er)?"


@dataclass(frozen=True, slots=True)
class Day:
    """A date, or as much of it as was written."""

    month: int
    day: int | None = None
    year: int | None = None

    def may_be(self, other: "Day") -> bool:
        """Whether both can be one date: what only one of them says does not part them."""
        days, years = {self.day, other.day} - {None}, {self.year, other.year} - {None}
        return self.month == other.month and len(days) < 2 and len(years) < 2


_Reader: TypeAlias = Callable[[re.Match[str]], list[Day]]


def _day(month: str | int, day: str | None, year: str | None) -> list[Day]:
    number = MONTHS[month.lower()] if isinstance(month, str) else month
    digits = re.sub(r"[^0-9]", "", day or "")
    return [Day(number, int(digits) if digits else None, int(year) if year else None)]


def _numeric(match: re.Match[str]) -> list[Day]:
    """Day and month in both orders, where both can be."""
    first, second, year = int(match[1]), int(match[2]), match[3]
    orders = ((first, second), (second, first))
    return [one for day, month in orders if month <= 12 for one in _day(month, str(day), year)]


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![0-9A-Za-z]){pattern}(?![0-9])", re.IGNORECASE)


_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (
        _compiled(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})"),
        lambda match: _day(int(match[2]), match[3], match[1]),
    ),
    (
        _compiled(r"(?:([0-9]{4})\s?年\s?)?([0-9]{1,2})\s?月(?:\s?([0-9]{1,2})\s?[日号])?"),
        lambda match: _day(int(match[2]), match[3], match[1]),
    ),
    (_compiled(r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})"), _numeric),
    (
        _compiled(rf"({_DAY})\s(?:(?:of|de)\s)?({_NAME})\b\.?(?:,?\s(?:del?\s)?([0-9]{{4}}))?"),
        lambda match: _day(match[2], match[1], match[3]),
    ),
    (
        _compiled(rf"({_NAME})\b\.?\s({_DAY})(?![0-9:])(?:,?\s([0-9]{{4}}))?"),
        lambda match: _day(match[1], match[2], match[3]),
    ),
    (
        _compiled(rf"({_NAME})\b\.?,?\s(?:del?\s)?([0-9]{{4}})"),
        lambda match: _day(match[1], None, match[2]),
    ),
)

_TIME = re.compile(
    r"(?<![0-9])([0-9]{1,2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[-+][0-9]{2}:?[0-9]{2})?"
    r"(?:\s?([ap])\.?m\b\.?)?(?![0-9])|(?<![0-9.,:])([0-9]{1,2})\s?([ap])\.?m\b\.?",
    re.IGNORECASE,
)


def find_days(text: str) -> list[tuple[re.Match[str], list[Day]]]:
    """Every date in the text with the ways to read it; some may lie within others."""
    found = [(match, read(match)) for form, read in _FORMS for match in form.finditer(text)]
    return [(match, days) for match, days in found if days and _is_meant(match)]


def find_times(text: str) -> list[tuple[re.Match[str], tuple[int, int]]]:
    """Every time of day in the text, as hour and minute of 24 hours."""
    return [(match, _time(match)) for match in _TIME.finditer(text)]


def _time(match: re.Match[str]) -> tuple[int, int]:
    hour, minute = int(match[1] or match[4]), int(match[2] or 0)
    half = (match[3] or match[5] or "").lower()
    return (hour % 12 + (12 if half == "p" else 0) if half else hour), minute


def _is_meant(match: re.Match[str]) -> bool:
    """Without the verb: "he may 5 times"."""
    return not re.search(r"\bmay\b", match[0])
