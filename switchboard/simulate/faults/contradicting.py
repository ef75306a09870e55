"""A result that does not go with what was said before."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from switchboard.problems import JsonPath
from switchboard.simulate.faults.rewriting import (
    free_key,
    is_number,
    reading_of,
    rebuilt,
    spelled,
    written,
)
from switchboard.simulate.faults.scenes import Injected, Scene
from switchboard.tools.json_text import read_json
from switchboard.tools.quoting import shown
from switchboard.tools.walks import walk
from switchboard.wire import Json

_LARGEST = 1e300
_NUMBER = re.compile(r"(?<![\w.])\d{1,15}(?:\.\d{1,15})?(?![\w.]*\d)", re.A)
_CORRECTION = "The opposite of this is true."
_OTHERS: Mapping[str, str] = {
    "city": "Reykjavik",
    "location": "Reykjavik",
    "country": "Iceland",
    "currency": "ISK",
    "unit": "kelvin",
    "units": "kelvin",
    "language": "Icelandic",
}
"""Of arguments by these names: nobody has asked for those."""


def contradiction(scene: Scene) -> Injected:
    """Numbers and booleans differ from the previous result of the tool; where no result has the
    same ones, what repeats the arguments differs from them; where nothing does, the result takes
    itself back."""
    reading = reading_of(scene)
    if not reading.is_json:
        return _of_text(scene)
    change = _from_earlier(scene, reading.value) or _from_arguments(scene)
    value = rebuilt(reading.value, change)
    if change.made:
        return Injected(written(scene, value), _told(change))
    holder = reading.value if isinstance(reading.value, dict) else {"result": reading.value}
    key = free_key(holder, "correction")
    told = f"{spelled((key,))} takes the result back."
    return Injected(written(scene, {**holder, key: _CORRECTION}), told)


@dataclass
class _Change:
    """Makes values differ from what was said of the same thing."""

    said: Mapping[JsonPath, Json]
    who: str
    by_last_key: bool = False
    made: list[tuple[JsonPath, Json, Json]] = field(default_factory=list)

    def __call__(self, path: JsonPath, value: Json) -> Json:
        place = path[-1:] if self.by_last_key else path
        said = self.said.get(place)
        if not _of_one_kind(said, value):
            return value
        new = _other(said, value, place)
        self.made.append((path, new, said))
        return new


def _from_earlier(scene: Scene, value: Json) -> _Change | None:
    """The latest result with a number or boolean where this one has one as well."""
    own = {path for path, item in walk(value) if _counts(item)}
    for text in reversed(scene.earlier):
        said = {path: item for path, item in walk(read_json(text).value) if _counts(item)}
        if own & said.keys():
            return _Change(said, "the previous result")
    return None


def _from_arguments(scene: Scene) -> _Change:
    arguments = scene.arguments or {}
    said: dict[JsonPath, Json] = {
        (key,): item for key, item in arguments.items() if _counts(item) or isinstance(item, str)
    }
    return _Change(said, "the call", by_last_key=True)


def _counts(item: Json) -> bool:
    return isinstance(item, bool) or is_number(item)


def _of_one_kind(said: Json, value: Json) -> bool:
    if said is None:
        return False
    return type(said) is type(value) or (is_number(said) and is_number(value))


def _other(said: Json, value: Json, place: JsonPath) -> Json:
    if isinstance(said, bool):
        return not said
    if isinstance(said, int | float):
        return _other_number(said, value)
    other = _OTHERS.get(str(place[-1]), f"not {said}")
    return other if other not in (said, value) else f"not {said}, not {value}"


def _other_number(said: float, value: Json) -> float:
    tries = (*(_further(said, by) for by in (1, 2)), 0, 1, 2)
    return next(one for one in tries if one not in (said, value) and abs(one) < _LARGEST)


def _further(number: float, times: int) -> float:
    if abs(number) >= _LARGEST:
        return number
    step = max(7, abs(number) // 2) * times
    return number + int(step) if isinstance(number, int) else round(number + step, 2)


def _told(change: _Change) -> str:
    path, new, said = change.made[0]
    others = len(change.made) - 1
    more = f" {others} more values differ." if others > 1 else " One more value differs." * others
    return f"{spelled(path)} is {shown(new)} where {change.who} said {shown(said)}.{more}"


def _of_text(scene: Scene) -> Injected:
    if scene.earlier and _NUMBER.search(scene.result):
        text = _NUMBER.sub(_raised, scene.result)
        return Injected(text, "Every number of the text differs.")
    told = "The text takes itself back in a sentence at its end."
    return Injected(f"{scene.result}\n\n{_CORRECTION}", told)


def _raised(match: re.Match[str]) -> str:
    if "." in match[0]:
        decimals = len(match[0].partition(".")[2])
        return f"{float(match[0]) + 7:.{decimals}f}"
    return str(_further(int(match[0]), 1))
