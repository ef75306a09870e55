"""How much of an account's allowance is left, as reply headers tell it.

Names: OpenAI, Groq, Azure and others ``x-ratelimit-{limit,remaining,reset}-{requests,tokens}``;
Mistral and Cerebras with a period behind that; Anthropic
``anthropic-ratelimit-{requests,tokens,…}-{limit,remaining,reset}``; OpenRouter and the IETF's draft
(draft-ietf-httpapi-ratelimit-headers-07) name one allowance only.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_OPENAI = re.compile(r"(?:x-)?ratelimit-(limit|remaining|reset)(?:-([a-z0-9_-]+))?")
_ANTHROPIC = re.compile(r"anthropic-ratelimit-([a-z0-9_-]+)-(limit|remaining|reset)")
_RETRY = ("retry-after", "retry-after-ms")
_GO_PART = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h|d)")
_UNIT_S = {
    "ns": 1e-9,
    "us": 1e-6,
    "µs": 1e-6,
    "μs": 1e-6,
    "ms": 1e-3,
    "s": 1,
    "m": 60,
    "h": 3600,
    "d": 86_400,
}
_LONGEST_VALUE = 64
_EPOCH_S, _EPOCH_MS = 1e9, 1e12
_MOST_SAID = 1e15


@dataclass(frozen=True, slots=True)
class RateLimit:
    """One allowance."""

    of: str
    """What is counted, as the gateway names it: ``requests``, ``tokens``, ``tokens-minute``, …;
    ``requests`` where it names nothing."""

    limit: int | None = None
    remaining: int | None = None
    reset_s: float | None = None
    """Seconds after the reply until it is whole again; 0 when it is."""


def rate_limits(
    headers: Mapping[str, str], *, now: datetime | None = None
) -> tuple[RateLimit, ...]:
    """The allowances the headers tell of, in their order; what cannot be read is left out.

    ``now`` is the moment of the reply, for gateways that tell a date.
    """
    now = now or datetime.now(UTC)
    said: dict[str, dict[str, str]] = {}
    for name, value in headers.items():
        if place := _place(name.strip().lower()):
            of, field = place
            said.setdefault(of, {})[field] = value.strip()[:_LONGEST_VALUE]
    read = (_rate_limit(of, fields, now) for of, fields in said.items())
    return tuple(limit for limit in read if limit is not None)


def limit_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Those headers that tell of an allowance, or when to come again (RFC 9110, 10.2.3)."""
    return {name: value for name, value in headers.items() if _tells_limits(name.strip().lower())}


def seconds_until(text: str, *, now: datetime) -> float | None:
    """Seconds in what gateways write as a reset: a number, a Go duration (``6m0s``), a moment in
    Unix time (seconds or milliseconds), or a date; ``None`` for anything else."""
    if (number := _number(text)) is not None:
        return _from_number(number, now)
    if (duration := _go_duration(text)) is not None:
        return duration
    moment = _date(text)
    return None if moment is None else max((moment - now).total_seconds(), 0)


def _tells_limits(name: str) -> bool:
    return name in _RETRY or _place(name) is not None


def _place(name: str) -> tuple[str, str] | None:
    if match := _OPENAI.fullmatch(name):
        return match[2] or "requests", match[1]
    if match := _ANTHROPIC.fullmatch(name):
        return match[1], match[2]
    return None


def _rate_limit(of: str, fields: Mapping[str, str], now: datetime) -> RateLimit | None:
    limit, remaining = _count(fields.get("limit", "")), _count(fields.get("remaining", ""))
    reset_s = seconds_until(fields.get("reset", ""), now=now)
    if limit == 0:  # Azure's way of not saying, as is -1: a deployment of nothing answers nobody.
        limit = None
        remaining = remaining or None
    if limit is None and remaining is None:
        return None
    return RateLimit(of, limit, remaining, reset_s)


def _count(text: str) -> int | None:
    number = _number(text)
    return None if number is None or number < 0 else int(number)


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and abs(number) < _MOST_SAID else None


def _from_number(number: float, now: datetime) -> float | None:
    if number < 0:
        return None
    if number >= _EPOCH_S:
        seconds = number / 1000 if number >= _EPOCH_MS else number
        return max(seconds - now.timestamp(), 0)
    return number


def _go_duration(text: str) -> float | None:
    if not text or _GO_PART.sub("", text):
        return None
    return sum(float(count) * _UNIT_S[unit] for count, unit in _GO_PART.findall(text))


def _date(text: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
        except (ValueError, OverflowError):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None
