"""Which number of a message belongs to which parameter."""

import re
from collections.abc import Sequence

from switchboard.offline.reading import Finding
from switchboard.offline.words import terms
from switchboard.wire import Json, JsonObject

_NEAR = 28
_UNITS = {"%": "percent percentage rate", "$": "price cost amount budget usd dollar money"}


def nearest_number(
    numbers: Sequence[Finding], text: str, name: str, schema: JsonObject
) -> Finding | None:
    """The number whose neighbours share most words with the parameter; ``None`` without any."""
    wanted = set(terms(name.replace("_", " ")))
    detail = set(terms(str(schema.get("description", "")))) - wanted
    scored = [(_closeness(number, text, wanted, detail), number) for number in numbers]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] > 0 else None


def _closeness(number: Finding, text: str, wanted: set[str], detail: set[str]) -> float:
    before = set(_words(text[max(0, number.start - _NEAR) : number.start])[-3:])
    after = set(_words(text[number.end : number.end + _NEAR])[:2])
    unit = set(terms(_UNITS.get(number.unit, "")))
    return (
        3 * len(wanted & (before | unit))
        + 4 * len(wanted & after)
        + 0.5 * len(detail & (before | after | unit))
    )


def _words(text: str) -> list[str]:
    return terms(re.split(r"[.;?!]\s", text)[-1] if text.endswith(" ") else text)


def fitted_number(finding: Finding, schema: JsonObject) -> list[Json]:
    """The number in the forms the parameter may want: as said, or a percentage as a share."""
    value = finding.value
    assert isinstance(value, int | float)
    if finding.unit != "%":
        return [value]
    share = value / 100
    most = schema.get("maximum")
    description = str(schema.get("description", "")).lower()
    decimal = "decimal" in description or "0." in description
    small = isinstance(most, int | float) and most <= 1
    return [share, value] if decimal or small else [value, share]
