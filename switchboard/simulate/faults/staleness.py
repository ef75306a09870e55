"""A result from long ago."""

import re
from calendar import isleap

from switchboard.simulate.faults.rewriting import free_key, reading_of, written
from switchboard.simulate.faults.scenes import Injected, Scene
from switchboard.wire import Json

_YEARS_BACK = 7
_LONG_PAST = "2019-03-14T09:00:00Z"
_DATE = re.compile(r"(?<!\d)((?:19|20|21)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)", re.A)


def stale(scene: Scene) -> Injected:
    """Every ISO date set seven years back, but for those that were asked for; where there is
    none, the time of the reading is added, long past."""
    asked = set(_dates(str(scene.arguments)))
    own = [date for date in _dates(scene.result) if date not in asked]
    if own:
        back = _DATE.sub(lambda match: _earlier(match, asked), scene.result)
        return Injected(back, f"Every date was set {_YEARS_BACK} years back.")
    reading = reading_of(scene)
    if not reading.is_json:
        text = f"{scene.result}\n\nAs of {_LONG_PAST}."
        return Injected(text, f"The text says that it is as of {_LONG_PAST}.")
    text = written(scene, _dated(reading.value))
    return Injected(text, f"The result says that it was last updated at {_LONG_PAST}.")


def _dates(text: str) -> list[str]:
    return [match[0] for match in _DATE.finditer(text)]


def _earlier(match: re.Match[str], asked: set[str]) -> str:
    if match[0] in asked:
        return match[0]
    year, day = int(match[1]) - _YEARS_BACK, match[3]
    if match[2] == "02" and day == "29" and not isleap(year):
        day = "28"
    return f"{year}-{match[2]}-{day}"


def _dated(value: Json) -> Json:
    if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        return [_dated(each) for each in value]
    holder = value if isinstance(value, dict) else {"result": value}
    return {**holder, free_key(holder, "updated_at"): _LONG_PAST}
