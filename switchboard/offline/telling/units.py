"""Numbers with the units that stand beside them: as a value of their own, or in a name."""

from collections.abc import Mapping

from switchboard.wire import Json, JsonObject

_UNIT_KEYS = ("unit", "units", "currency")
_IN_NAMES: Mapping[str, str] = {
    "percent": "percent",
    "pct": "percent",
    "celsius": "celsius",
    "fahrenheit": "fahrenheit",
    "kg": "kg",
    "km": "km",
    "kmh": "km/h",
    "mm": "mm",
    "cm": "cm",
    "hpa": "hPa",
    "minutes": "minutes",
    "hours": "hours",
    "seconds": "seconds",
    "ms": "ms",
    "usd": "USD",
    "eur": "EUR",
}


def join_units(value: JsonObject) -> list[tuple[str, Json]]:
    """The entries with ``unit`` put behind the one number it can only belong to, and with
    ``humidity_percent: 70`` as ``humidity: 70 percent``.
    """
    entries = [_with_named_unit(key, held, value) for key, held in value.items()]
    plain = [i for i, (key, held) in enumerate(entries) if key in value and _is_number(held)]
    units = [key for key in _UNIT_KEYS if isinstance(value.get(key), str) and value[key]]
    before = [i for i in plain if units and i < [*value].index(units[0])]
    if len(units) != 1 or len(before) != 1 or entries[before[0]][0] == "id":
        return entries
    key, held = entries[before[0]]
    entries[before[0]] = (key, f"{held} {value[units[0]]}")
    return [entry for entry in entries if entry[0] != units[0]]


def _with_named_unit(key: str, held: Json, value: JsonObject) -> tuple[str, Json]:
    name, _, last = key.rpartition("_")
    unit = _IN_NAMES.get(last.lower())
    if not name or unit is None or name in value or not _is_number(held):
        return key, held
    return name, f"{held} {unit}"


def _is_number(held: Json) -> bool:
    return isinstance(held, int | float) and not isinstance(held, bool)
