"""A place in the form that a parameter's description asks for."""

import re

from switchboard.offline.reading.places import City, find_city
from switchboard.offline.words import is_chinese, is_mostly_chinese
from switchboard.wire import JsonObject

_WITH_COUNTRY = re.compile(
    r"\bcity (?:and|,|or)? ?(?:the )?country|e\.g\.,? \w+, [A-Z]\w|城市[和、及,\uff0c]?国家",
    re.IGNORECASE,
)


def place_text(words: str, name: str, schema: JsonObject) -> str:
    """``Paris`` as ``Paris, France`` where city and country are wanted, in the tool's language."""
    description = str(schema.get("description", ""))
    city = find_city(words.split(",")[0])
    if city is None:
        return words
    if is_mostly_chinese(description):
        return _in_chinese(words, city, description)
    spoken = city.name + words[words.find(",") :] if "," in words else city.name
    if _asks_country(description):
        return spoken if "," in spoken else f"{spoken}, {city.country}"
    return spoken.split(",")[0] if "city" in name.lower() else spoken


def is_country(name: str) -> bool:
    """Whether a parameter of this name asks for a country alone."""
    return "country" in name.lower() and "city" not in name.lower()


def country_of(words: str) -> str | None:
    """The country that a place names, or that its city is known to be in."""
    city, _, country = words.partition(",")
    known = find_city(city)
    return country.strip() or (known.country if known else None)


def _in_chinese(words: str, city: City, description: str) -> str:
    own = words if is_chinese(words) else city.chinese or words
    return f"{own},{city.chinese_country}" if _asks_country(description) else own


def _asks_country(description: str) -> bool:
    return bool(_WITH_COUNTRY.search(description))
