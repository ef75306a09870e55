"""Money in another currency, at rough rates."""

import re

from switchboard.simulate.subjects import Subject

# What one US dollar bought, rounded to two figures or so, early in 2026: good for a result that
# looks right, for nothing else.
_PER_DOLLAR = {
    "AUD": 1.5,
    "BRL": 5.4,
    "CAD": 1.38,
    "CHF": 0.8,
    "CNY": 7.0,
    "CZK": 21,
    "DKK": 6.4,
    "EUR": 0.86,
    "GBP": 0.75,
    "HKD": 7.8,
    "IDR": 16_700,
    "ILS": 3.2,
    "INR": 90,
    "JPY": 156,
    "KRW": 1_450,
    "MXN": 18,
    "NOK": 10.1,
    "NZD": 1.74,
    "PHP": 59,
    "PLN": 3.6,
    "RUB": 80,
    "SEK": 9.3,
    "SGD": 1.29,
    "THB": 32,
    "TRY": 43,
    "TWD": 31.5,
    "UAH": 42,
    "USD": 1,
    "VND": 26_300,
    "ZAR": 16.5,
}
_OTHER_NAMES = {
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "rmb": "CNY",
    "美元": "USD",
    "欧元": "EUR",
    "英镑": "GBP",
    "日元": "JPY",
    "人民币": "CNY",
}
_TARGET = re.compile(r"(?:^|_)(?:to|target|dest\w*|into|quote)(?:_|$)|[a-z]To$|目标", re.IGNORECASE)


def exchanged(subject: Subject) -> float | None:
    """The amount in the other currency; ``None`` for a call that names no two known ones."""
    rates = {key: rate for key, value in subject.arguments.items() if (rate := _rate(value))}
    if len(rates) != 2 or len(subject.numbers) != 1:
        return None
    start, end = sorted(rates, key=lambda key: bool(_TARGET.search(key)))
    return round(subject.numbers[0] * rates[end] / rates[start], 2)


def _rate(value: object) -> float | None:
    if not isinstance(value, str):
        return None
    code = _OTHER_NAMES.get(value.strip().lower().removesuffix("s"), value.strip().upper())
    return _PER_DOLLAR.get(code)
