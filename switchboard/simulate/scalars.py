"""Numbers and texts that fit a schema's limits."""

from math import ceil, floor
from typing import Any

_LONGEST = 1_000
_FORMATS = {
    "date": "2026-01-15",
    "date-time": "2026-01-15T09:30:00Z",
    "duration": "PT1H",
    "email": "ana@example.com",
    "hostname": "example.com",
    "idn-email": "ana@example.com",
    "idn-hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "iri": "https://example.com/",
    "json-pointer": "/city",
    "regex": "^a+$",
    "time": "09:30:00Z",
    "uri": "https://example.com/",
    "uri-reference": "/city",
    "url": "https://example.com/",
    "uuid": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
}


def text(wanted: dict[str, Any], name: str) -> str:
    """A text of the wanted format, else the property's own name, as long as it must be."""
    plain = _FORMATS.get(str(wanted.get("format")), name or "text")
    least = min(int(wanted.get("minLength", 0)), _LONGEST)
    return plain.ljust(least, "x")[: int(wanted.get("maxLength", len(plain) + least))]


def varied(plain: str, at: int, wanted: dict[str, Any]) -> str:
    """Another text for each place in a list whose entries must differ, of the same length if it
    is limited."""
    if not at:
        return plain
    most = wanted.get("maxLength")
    kept = plain[: max(int(most) - len(str(at)), 0)] if isinstance(most, int | float) else plain
    return f"{kept}{at}"


def number(wanted: dict[str, Any], *, is_integer: bool, at: int = 0) -> float:
    """1 where it is allowed; else the nearest multiple of the step within the limits. ``at`` is
    how many steps further, for lists whose entries must differ. A limit where it is too large to
    be divided."""
    try:
        return _number(wanted, is_integer=is_integer, at=at)
    except OverflowError:
        limits = (_least(wanted), _most(wanted))
        return next((limit for limit in limits if limit is not None), 1)


def _number(wanted: dict[str, Any], *, is_integer: bool, at: int) -> float:
    step: float = wanted.get("multipleOf", 1)
    least, most = _least(wanted), _most(wanted)
    value = step if least is None else max(step, ceil(least / step) * step)
    value += at * step
    if most is not None and value > most:
        value = floor(most / step) * step
    if _is_excluded(value, wanted, "exclusiveMinimum"):
        value += step
    elif _is_excluded(value, wanted, "exclusiveMaximum"):
        value -= step
    if least is None or most is None or is_integer or least < value < most:
        return value
    return value if least == most else (least + most) / 2


def _is_excluded(value: float, wanted: dict[str, Any], keyword: str) -> bool:
    limit = wanted.get(keyword)
    return value == limit and not isinstance(limit, bool)


def _least(wanted: dict[str, Any]) -> float | None:
    return max(_limits(wanted, "minimum", "exclusiveMinimum"), default=None)


def _most(wanted: dict[str, Any]) -> float | None:
    return min(_limits(wanted, "maximum", "exclusiveMaximum"), default=None)


def _limits(wanted: dict[str, Any], *keywords: str) -> list[float]:
    """Without ``exclusiveMinimum: true``, as Draft 4 wrote it beside ``minimum``."""
    limits = [wanted.get(keyword) for keyword in keywords]
    return [
        limit for limit in limits if isinstance(limit, int | float) and not isinstance(limit, bool)
    ]
