"""A place in the form that a parameter's description asks for."""

import re

from switchboard.offline.reading.places import find_city
from switchboard.offline.words import is_chinese
from switchboard.wire import JsonObject

_WITH_COUNTRY = re.compile(
    r"\bcity (?:and|,|or)? ?(?:the )?country|e\.g\.,? \w+, [A-Z]\w|城市[和、及,\uff0c]?国家", re.I
)


def place_text(words: str, name: str, schema: JsonObject) -> str:
    """``Paris`` as ``Paris, France`` where city and country are wanted, in the tool's language."""
    city = find_city(words)
    description = str(schema.get("description", ""))
    if city is None:
        return words
    if "country" in name.lower() and "city" not in name.lower():
        return city.country
    if is_chinese(description):
        return (
            f"{city.chinese},{city.chinese_country}"
            if _asks_country(description)
            else _own(words, city.chinese)
        )
    if not description and is_chinese(words):
        return city.name
    spoken = city.name if is_chinese(words) else words
    return f"{spoken}, {city.country}" if _asks_country(description) else spoken


def _asks_country(description: str) -> bool:
    return bool(_WITH_COUNTRY.search(description))


def _own(words: str, chinese: str) -> str:
    return words if is_chinese(words) else chinese or words
