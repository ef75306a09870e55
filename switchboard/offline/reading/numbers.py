"""Numbers: digits, words, Chinese numerals, with the unit that is attached to them."""

import re
from collections.abc import Iterator, Mapping

from switchboard.offline.reading.findings import Finding

_SMALL_WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty
"""
_TEN_WORDS = "thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS: Mapping[str, int] = {
    **{word: value for value, word in enumerate(_SMALL_WORDS.split())},
    **{word: 10 * value for value, word in enumerate(_TEN_WORDS.split(), 3)},
    "dozen": 12,
    "hundred": 100,
}
_SCALES: Mapping[str, int] = {
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "million": 10**6,
    "billion": 10**9,
    "dozen": 12,
    "hundred": 100,
    "万": 10**4,
    "千": 10**3,
    "亿": 10**8,
}
_CHINESE = "零一二三四五六七八九"

_DIGITS = re.compile(
    r"(?P<sign>(?<![A-Za-z0-9_.)^])[-−])?(?P<currency>[$€£¥])?"
    # Chinese is written without blanks: a number may follow a character of it.
    r"(?<![A-Za-z0-9_.^])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?:\s?(?P<scale>thousand|million|billion|hundred|dozen|[kK](?![A-Za-z])|M(?![A-Za-z])|万|千|亿))?"
    r"(?P<unit>\s?%|\s?°[CFcf]?)?",
)
_WORD = re.compile(
    rf"\b({'|'.join(NUMBER_WORDS)})\b(?:[\s-]({'|'.join(NUMBER_WORDS)}|thousand|million)\b)?", re.I
)
_HAN = re.compile(
    r"[零一二两三四五六七八九十百]+(?=[个张位天次小点条本间份人晚杯只名款公倍分度元块瓶袋盒斤升包])"
)


def find_numbers(text: str) -> Iterator[Finding]:
    """Every number, in digits or words."""
    yield from _find_digits(text)
    yield from _find_words(text)
    yield from _find_han(text)


def _find_digits(text: str) -> Iterator[Finding]:
    for match in _DIGITS.finditer(text):
        scale = _SCALES.get((match["scale"] or "").lower(), 1)
        number = float(match["number"].replace(",", "")) * scale
        value = -number if match["sign"] else number
        unit = (match["currency"] or match["unit"] or "").strip()
        yield Finding("number", whole(value), *match.span(), match[0], unit)


def _find_words(text: str) -> Iterator[Finding]:
    for match in _WORD.finditer(text):
        first, second = match[1].lower(), (match[2] or "").lower()
        value = _join(NUMBER_WORDS[first], second)
        # "one" is a pronoun more often than a number.
        if value is not None and (first != "one" or second):
            yield Finding("number", value, *match.span(), match[0])


def _join(value: int, second: str) -> int | None:
    if not second:
        return value
    if second in _SCALES:
        return value * _SCALES[second]
    return value + NUMBER_WORDS[second] if value >= 20 else None


def _find_han(text: str) -> Iterator[Finding]:
    for match in _HAN.finditer(text):
        yield Finding("number", _read_han(match[0]), *match.span(), match[0])


def _read_han(text: str) -> int:
    """Up to 999, which is what people write in characters."""
    total = digit = 0
    for character in text.replace("两", "二"):
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _CHINESE.index(character)
    return total + digit


def whole(value: float) -> int | float:
    """The number as an integer where it is one."""
    return int(value) if value.is_integer() and abs(value) < 2**53 else value
