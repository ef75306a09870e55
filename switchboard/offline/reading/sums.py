"""Sums in words: "17% of 240", "12 times 7", "240的17%"."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from switchboard.offline.reading.findings import Finding
from switchboard.offline.reading.numbers import NUMBER_WORDS, find_numbers

_NUMBER = r"[$€£¥]?(\d[\d,]*(?:\.\d+)?)"
_SIGNS: Mapping[str, str] = {
    "plus": "+",
    "minus": "-",
    "times": "*",
    "multiplied by": "*",
    "divided by": "/",
    "to the power of": "**",
    "加上": "+",
    "减去": "-",
    "乘以": "*",
    "除以": "/",
    "加": "+",
    "减": "-",
    "乘": "*",
}
_SIGN = "|".join(sorted(_SIGNS, key=len, reverse=True))
_WORD = rf"\b(?:{'|'.join(NUMBER_WORDS)})\b"
_OPERAND = rf"(?:{_NUMBER}|{_WORD}(?:[\s-]{_WORD})?)"
_CHAIN = re.compile(
    rf"(?<![A-Za-z0-9_.]){_OPERAND}(?:\s*(?:{_SIGN}|[-+*/×÷])\s*{_OPERAND})+(?!\w*%)", re.IGNORECASE
)
_STEP = re.compile(_SIGN, re.IGNORECASE)
_PERCENT = rf"(?<![A-Za-z0-9_.]){_NUMBER}\s?(?:%|per ?cent\b)"

_Writer = Callable[[re.Match[str]], str]
_FORMS: tuple[tuple[re.Pattern[str], _Writer], ...] = (
    (
        re.compile(rf"{_PERCENT}\s(?:\w+\s)?(?:of|on)\s{_NUMBER}", re.IGNORECASE),
        lambda match: f"{_share(match[1])} * {_plain(match[2])}",
    ),
    (
        re.compile(rf"{_PERCENT}\soff\s(?:of\s)?{_NUMBER}", re.IGNORECASE),
        lambda match: f"{_plain(match[2])} * (1 - {_share(match[1])})",
    ),
    (
        re.compile(rf"{_NUMBER}\s?的\s?(?:百分之(\d+)|(\d[\d.]*)\s?%)"),
        lambda match: f"{_share(match[2] or match[3])} * {_plain(match[1])}",
    ),
    (
        re.compile(rf"\bsquare root of {_NUMBER}|{_NUMBER}的平方根", re.IGNORECASE),
        lambda match: f"sqrt({_plain(match[1] or match[2])})",
    ),
    (
        re.compile(rf"(?<![A-Za-z0-9_.]){_NUMBER} (squared|cubed)\b", re.IGNORECASE),
        lambda match: f"{_plain(match[1])} ** {2 if match[2].lower() == 'squared' else 3}",
    ),
    (_CHAIN, lambda match: _STEP.sub(lambda sign: _SIGNS[sign[0].lower()], _bare(match[0]))),
)


def find_sums(text: str) -> Iterator[Finding]:
    """Each as the formula it means; its numbers are numbers all the same."""
    for pattern, write in _FORMS:
        for match in pattern.finditer(text):
            if pattern is not _CHAIN or _STEP.search(match[0]):
                yield Finding("formula", write(match), *match.span(), match[0])


def _share(percent: str) -> str:
    return f"{(Decimal(_plain(percent)) / 100).normalize():f}"


def _plain(number: str) -> str:
    return number.replace(",", "").rstrip(".")


def _bare(chain: str) -> str:
    """Numbers in digits, and blanks around the signs, which Chinese writes without."""
    bare = re.sub(r"[,$€£¥]", "", chain)
    for number in sorted(find_numbers(bare), key=lambda found: -found.start):
        bare = f"{bare[: number.start]}{number.value}{bare[number.end :]}"
    return re.sub(rf"\s*({_SIGN}|[-+*/×÷])\s*", r" \1 ", bare, flags=re.IGNORECASE)
