"""JSON values in prose."""

import re
from typing import TypeVar

from switchboard.offline.telling.units import join_units
from switchboard.wire import Json, JsonObject

_Entry = TypeVar("_Entry")

_MOST_ENTRIES = 12
_LONGEST_TEXT = 1200
_DEEPEST = 5
_CAMEL = re.compile(r"([a-z0-9])([A-Z])(?=[a-z])")


def tell(value: Json, *, depth: int = 0) -> str:
    """The value as a person would say it: ``temperature 18 celsius, conditions cloudy``."""
    if depth > _DEEPEST and isinstance(value, dict | list):
        return "…"
    if isinstance(value, dict):
        measured = join_units(value)
        told = ", ".join(_tell_entry(key, held, depth) for key, held in _some(measured))
        return _more(told, len(value)) if value else "nothing"
    return _tell_list(value, depth) if isinstance(value, list) else _tell_plain(value)


def _tell_entry(key: str, value: Json, depth: int) -> str:
    told = tell(value, depth=depth + 1)
    return f"{key_words(key)} ({told})" if isinstance(value, dict) else f"{key_words(key)} {told}"


def _tell_list(values: list[Json], depth: int) -> str:
    if not values:
        return "nothing" if depth else "an empty list"
    if any(isinstance(value, dict | list) for value in values):
        told = "; ".join(tell(value, depth=depth + 1) for value in _some(values))
        return _more(f"({told})" if depth else f"{len(values)} entries: {told}", len(values))
    return _more(spoken([_tell_plain(value) for value in _some(values)]), len(values))


def _tell_plain(value: Json) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value).strip()
    return f"{text[:_LONGEST_TEXT]}…" if len(text) > _LONGEST_TEXT else text


def key_words(key: str) -> str:
    """``wind_speed`` and ``windSpeed`` as ``wind speed``; other names as they are."""
    spaced = _CAMEL.sub(lambda match: f"{match[1]} {match[2].lower()}", key)
    return spaced.replace("_", " ").strip() or key


def list_arguments(arguments: JsonObject) -> str:
    """The values of a call's arguments, for "for …": what was asked, without its names."""
    told = [tell(value, depth=1) for value in arguments.values() if value not in (None, "")]
    text = ", ".join(told)
    return f"{text[:160]}…" if len(text) > 160 else text


def spoken(words: list[str]) -> str:
    """Words as a list is spoken: ``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _some(entries: list[_Entry]) -> list[_Entry]:
    return entries[:_MOST_ENTRIES]


def _more(text: str, count: int) -> str:
    return f"{text} … and {count - _MOST_ENTRIES} more" if count > _MOST_ENTRIES else text
