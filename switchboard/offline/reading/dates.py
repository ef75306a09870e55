"""Dates and times of day."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from switchboard.offline.reading.findings import Finding

_MONTHS = "january february march april may june july august september october november december"
_MONTH: Mapping[str, int] = {
    name: number for number, month in enumerate(_MONTHS.split(), 1) for name in (month, month[:3])
} | {"sept": 9}
_DAY_WORDS = "monday tuesday wednesday thursday friday saturday sunday"
_DAYS = _DAY_WORDS.split()
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_RELATIVE: Mapping[str, int] = {
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "yesterday": -1,
    "今天": 0,
    "今晚": 0,
    "明天": 1,
    "后天": 2,
    "昨天": -1,
}

_ISO = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b")
_HAN = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]")
_MONTH_FIRST = re.compile(
    rf"\b({_NAMES})\.?\s?(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(\d{{4}}))?\b", re.I
)
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+({_NAMES})\.?(?:,?\s+(\d{{4}}))?\b", re.I
)
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_SPOKEN = re.compile(
    rf"\b(?:today|tonight|tomorrow|yesterday|(?:next |this |on )?(?:{'|'.join(_DAYS)}))\b"
    r"|今天|今晚|明天|后天|昨天",
    re.I,
)
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2})(?::\d{2})?(?:\s?([ap])\.?m\b\.?)?", re.I)
_HAN_HOURS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
_NAMED = re.compile(r"\b(?:noon|midnight)\b", re.I)
_HAN_HOUR = re.compile(
    r"(?P<half>上午|早上|中午|下午|晚上)?(?P<hour>\d{1,2}|十[一二]?|[一二两三四五六七八九])[点时]"
    r"(?!钟头|间)(?:(?P<minute>\d{1,2})分?|(?P<thirty>半))?"
)
_HOUR = re.compile(r"\b(\d{1,2})\s?([ap])\.?m\b\.?", re.I)


# 1896 to 1904, and 2096 to 2104: a century has none.
_YEARS_TO_A_LEAP_DAY = 9


def find_dates(text: str, today: date) -> Iterator[Finding]:
    """Dates as ``YYYY-MM-DD``; one without a year is the next such day from today."""
    for match in _ISO.finditer(text):
        yield from _dated(match, match[1], match[2], match[3], today)
    for match in _HAN.finditer(text):
        yield from _dated(match, match[1], match[2], match[3], today)
    for match in _MONTH_FIRST.finditer(text):
        yield from _dated(match, match[3], str(_MONTH[match[1].lower()]), match[2], today)
    for match in _DAY_FIRST.finditer(text):
        yield from _dated(match, match[3], str(_MONTH[match[2].lower()]), match[1], today)
    for match in _SLASHED.finditer(text):
        yield from _dated(match, match[3], match[1], match[2], today)
    for match in _SPOKEN.finditer(text):
        value = _relative(match[0].lower(), today).isoformat()
        yield Finding("date", value, *match.span(), match[0])


def find_times(text: str) -> Iterator[Finding]:
    """Times of day as ``HH:MM``."""
    for match in _CLOCK.finditer(text):
        yield from _timed(match, int(match[1]), int(match[2]), match[3])
    for match in _HOUR.finditer(text):
        yield from _timed(match, int(match[1]), 0, match[2])
    for match in _HAN_HOUR.finditer(text):
        later = match["half"] in ("下午", "晚上")
        minute = 30 if match["thirty"] else int(match["minute"] or 0)
        yield from _timed(match, _read_hour(match["hour"]), minute, "p" if later else None)
    for match in _NAMED.finditer(text):
        yield from _timed(match, 12 if match[0].lower() == "noon" else 0, 0, None)


def _read_hour(text: str) -> int:
    return int(text) if text.isdecimal() else _HAN_HOURS.index(text.replace("两", "二")) + 1


def _dated(
    match: re.Match[str], year: str | None, month: str, day: str, today: date
) -> Iterator[Finding]:
    years = [int(year)] if year else range(today.year, today.year + _YEARS_TO_A_LEAP_DAY)
    days = (made for each in years if (made := _day(each, int(month), int(day))))
    for found in days:
        if year or found >= today:
            yield Finding("date", found.isoformat(), *match.span(), match[0])
            return


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _relative(words: str, today: date) -> date:
    if words in _RELATIVE:
        return today + timedelta(days=_RELATIVE[words])
    weekday = _DAYS.index(words.split()[-1])
    # "Monday" is the coming one, never today.
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _timed(match: re.Match[str], hour: int, minute: int, half: str | None) -> Iterator[Finding]:
    if half:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    if hour < 24 and minute < 60:
        yield Finding("time", f"{hour:02}:{minute:02}", *match.span(), match[0])
