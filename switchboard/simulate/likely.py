"""Values that a property of some name is likely to have, drawn by chance."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TypeAlias, TypeVar
from uuid import UUID

from switchboard.tools.shapes import Shape
from switchboard.wire import Json

T = TypeVar("T")

_FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)
_WORDS: Mapping[str, tuple[str, ...]] = {
    "city|town|location|place|destination|origin": (
        "Paris",
        "Rome",
        "Lisbon",
        "Oslo",
        "Kyoto",
        "Quito",
        "Nairobi",
    ),
    "country": ("France", "Italy", "Portugal", "Norway", "Japan", "Ecuador", "Kenya"),
    "first_?name": ("Ana", "Jonas", "Mei", "Amara", "Luis", "Ida", "Omar"),
    "last_?name|surname": ("Berg", "Costa", "Ito", "Moreau", "Okafor", "Silva", "Weber"),
    "name|author|owner|user|customer|contact": (
        "Ana Costa",
        "Jonas Berg",
        "Mei Ito",
        "Amara Okafor",
        "Luis Silva",
        "Ida Weber",
    ),
    "conditions?|weather|forecast|sky": ("sunny", "cloudy", "light rain", "windy", "fog", "snow"),
    "status|state": ("open", "in progress", "done", "waiting"),
    "currency": ("EUR", "USD", "GBP", "JPY"),
    "colou?r": ("red", "green", "blue", "yellow", "black", "white"),
    "language|lang": ("en", "fr", "de", "es", "ja"),
    "unit": ("celsius", "km", "kg", "pieces"),
    "company|carrier|vendor|brand|airline": ("Northwind", "Lumen", "Tavola", "Fjord Lines"),
    "title|subject|headline|summary": (
        "Weekly report",
        "Team lunch",
        "Budget for spring",
        "New office",
    ),
    "description|text|content|message|note|comment|body": (
        "Arrived on time.",
        "Needs a second look.",
        "All of it is in order.",
        "Changed at the customer's wish.",
    ),
    "street|address": ("12 Rue des Lilas", "Via Verdi 8", "3 Harbour Road", "Storgata 21"),
}
_NUMBERS: Mapping[str, tuple[float, float]] = {
    "temp|celsius|degrees": (-5, 32),
    "humidity|percent|probability|chance|confidence": (5, 95),
    "price|cost|amount|total|balance|fee": (5, 480),
    "lat": (-60, 60),
    "lon|lng": (-150, 150),
    "year": (2019, 2026),
    "wind|speed": (0, 90),
    "rating|score|stars": (1, 5),
}

_Draw: TypeAlias = Callable[[Random], str]
_FORMATS: Mapping[str, _Draw] = {
    "date": lambda dice: f"{_moment(dice):%Y-%m-%d}",
    "date-time": lambda dice: f"{_moment(dice):%Y-%m-%dT%H:%M:00Z}",
    "time": lambda dice: f"{_moment(dice):%H:%M:00Z}",
    "uuid": lambda dice: str(UUID(int=dice.getrandbits(128), version=4)),
    "email": lambda dice: f"{dice.choice(['ana', 'jonas', 'mei', 'luis', 'ida'])}@example.com",
    "uri": lambda dice: f"https://example.com/{dice.randint(100, 999)}",
    "ipv4": lambda dice: f"192.0.2.{dice.randint(1, 254)}",
}


def likely_text(name: str, wanted: Shape, dice: Random) -> str | None:
    """A text for a property of this name and format; ``None`` where nothing is known of it."""
    if draw := _FORMATS.get(str(wanted.get("format"))):
        return draw(dice)
    if re.search(r"(?:^|_)(?:id|code|key|number|reference)$", name.lower()):
        return f"{dice.choice('ABCDEFGHJK')}{dice.randint(1_000, 9_999)}"
    choices = _by_name(_WORDS, name)
    return dice.choice(choices) if choices else None


def likely_number(name: str, wanted: Shape, dice: Random, *, is_integer: bool) -> Json:
    """A number for a property of this name, within the schema's limits where it has some."""
    low, high = _by_name(_NUMBERS, name) or (1, 40)
    low, high = _limit(wanted, "minimum", low), _limit(wanted, "maximum", high)
    if "minimum" in wanted and "maximum" not in wanted:
        high = max(high, low + 20)
    if "maximum" in wanted and "minimum" not in wanted:
        low = min(low, high - 20)
    if is_integer or wanted.get("multipleOf") == 1:
        return dice.randint(int(min(low, high)), int(max(low, high)))
    return round(dice.uniform(low, high), 1)


def _by_name(table: Mapping[str, tuple[T, ...]], name: str) -> tuple[T, ...] | None:
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    found = (each for sign, each in table.items() if re.search(rf"(?:^|_)(?:{sign})", words))
    return next(found, None)


def _limit(wanted: Shape, keyword: str, otherwise: float) -> float:
    limit = wanted.get(keyword)
    return limit if isinstance(limit, int | float) and abs(limit) < 1e12 else otherwise


def _moment(dice: Random) -> datetime:
    return _FIRST_DAY + timedelta(minutes=dice.randrange(60 * 24 * 365))
