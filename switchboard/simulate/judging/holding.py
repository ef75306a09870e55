"""Whether something holds a value of an answer: it stands there, or follows trivially."""

import re

from switchboard.simulate.judging.ground import Ground
from switchboard.simulate.judging.moments import find_days, find_times
from switchboard.simulate.judging.numbers import Amount, amounts
from switchboard.simulate.judging.sources import plain
from switchboard.simulate.judging.values import Value, values_in

_FAHRENHEIT = re.compile(r"[\s*]*(?:°\s?F|degrees F|F\b|Fahrenheit)")
_CELSIUS = re.compile(r"[\s*]*(?:°\s?C|degrees C|C\b|Celsius)")
_SHORT_WORD = 3


def is_held(value: Value, ground: Ground) -> bool:
    """Numbers also rounded to the digits shown, as a share in percent, in thousands or millions,
    and as degrees of the other scale; quoted texts also in other order."""
    if value.kind == "number":
        return _has_number(value, ground)
    if value.kind == "date":
        days = [day for _, each in find_days(value.text) for day in each]
        return any(day.may_be(known) for day in days for known in ground.days)
    if value.kind == "time":
        return all(ground.has_time(time) for _, time in find_times(value.text))
    if value.kind == "code":
        return ground.has_code(plain(value.text).replace(" ", ""))
    if value.kind == "quoted":
        return _has_words(value.text, ground)
    return ground.has_text(value.text.casefold().rstrip("/"))


def _has_number(value: Value, ground: Ground) -> bool:
    read = amounts(value.text, value.after)
    ways = [*read, *(way for one in read for way in _converted(one, value.after, ground))]
    return any(ground.has_number(way.value, way.step) for way in ways)


def _converted(one: Amount, after: str, ground: Ground) -> list[Amount]:
    """As degrees of the other scale. A bare number is more often Celsius, so Fahrenheit must be
    named where it comes from."""
    if _FAHRENHEIT.match(after):
        return [Amount(abs(one.value - 32) / 1.8, one.step / 1.8)]
    if _CELSIUS.match(after) and _names_fahrenheit(ground):
        signed = (one.value, -one.value)
        return [Amount(abs(each * 1.8 + 32), one.step * 1.8) for each in signed]
    return []


def _names_fahrenheit(ground: Ground) -> bool:
    return any(ground.has_text(name) for name in ("fahrenheit", "°f", "° f"))


def _has_words(text: str, ground: Ground) -> bool:
    if ground.has_phrase(plain(text)):
        return True
    words = [word for word in plain(text).split() if len(word) > _SHORT_WORD]
    rest = (one for one in values_in(text) if one.kind != "quoted")
    return (
        bool(words)
        and all(ground.has_word(word) for word in words)
        and all(is_held(one, ground) for one in rest)
    )
