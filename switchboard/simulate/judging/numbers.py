"""Numbers as people write them, with every way to read them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPACES = "\u0020\u00a0\u202f\u2009"
NUMBER = re.compile(
    rf"[0-9]{{1,3}}(?:[{_SPACES},.'’][0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)?"
)
"""18; 18.5; 18,5; 1,234.50; 1.234,50; 1 234; never with its sign, which looks like a dash."""

_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?")
_UNIT = re.compile(r"[\s*]*(thousand|million|billion|[kKMB]\b|Tausend|Mio|Millionen|%)")
_SCALES = {
    "thousand": 1e3,
    "k": 1e3,
    "tausend": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mio": 1e6,
    "millionen": 1e6,
    "billion": 1e9,
    "b": 1e9,
    "%": 0.01,
}


@dataclass(frozen=True, slots=True)
class Amount:
    """One way to read a number."""

    value: float
    step: float
    """Of the last digit that was shown: 0.1 of 18.5, 1 of 18."""


def amounts(text: str, after: str = "") -> list[Amount]:
    """Every way to read one number; ``after`` is what follows it, such as "million"."""
    plain = [_amount(each) for each in _readings(text)]
    unit = _UNIT.match(after)
    scale = _SCALES[unit[1].lower()] if unit else 1
    scaled = [Amount(one.value * scale, one.step * scale) for one in plain if unit]
    return plain + scaled


def numbers_in(text: str) -> Iterator[float]:
    """Every number in a text, those of JSON among them, in every way to read them."""
    for match in _PLAIN.finditer(text):
        yield float(match[0])
    for match in NUMBER.finditer(text):
        yield from (one.value for one in amounts(match[0], text[match.end() : match.end() + 12]))


def _readings(text: str) -> list[str]:
    text = re.sub(rf"[{_SPACES}'’]", "", text)
    marks = re.findall(r"[.,]", text)
    if not marks:
        return [text]
    without = text.replace(",", "").replace(".", "")
    if len(marks) > 1 and len(set(marks)) == 1:
        return [without]
    whole, _, decimals = text.rpartition(marks[-1])
    decimal = f"{whole.replace(',', '').replace('.', '')}.{decimals}"
    # 1,234 and 1.234 may be above a thousand, or just above one.
    may_be_grouped = len(marks) == 1 and len(decimals) == 3 and len(whole) <= 3
    return [without, decimal] if may_be_grouped else [decimal]


def _amount(digits: str) -> Amount:
    decimals = len(digits.partition(".")[2])
    value = float(digits)
    zeros = len(digits) - len(digits.rstrip("0")) if not decimals and value >= _ROUND else 0
    return Amount(value, 10.0 ** (min(zeros, 300) - min(decimals, 300)))


_ROUND = 1_000
"""From here on zeros at the end may come of rounding: 1,200 of 1,234."""
