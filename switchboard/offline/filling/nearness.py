"""How near something found stands to the words of the parameter it may belong to."""

import re
from collections.abc import Sequence

from switchboard.offline.chinese import counted_in, english_of
from switchboard.offline.filling.directions import direction
from switchboard.offline.reading import Finding
from switchboard.offline.topics import related
from switchboard.offline.words import terms
from switchboard.wire import JsonObject

_WINDOW = 40
_COUNTED = 4
_UNITS = {"%": "percent percentage rate", "$": "price cost amount budget usd dollar money"}
_BREAK = re.compile(r"[.;?!]\s|[,;\uff0c、。]|\band\b|\bor\b", re.IGNORECASE)

# By how many words away it stands: what follows at once names it best ("3 bedrooms").
_AFTER = (4.0, 2.0)
_BEFORE = (3.0, 2.0, 1.0)
_INSIDE = 3.0
_DETAIL = 0.2
_RELATED = 0.4


def nearness(finding: Finding, text: str, name: str, schema: JsonObject) -> float:
    """Shared words after, before and in it, those of the name above those of the description."""
    wanted = set(terms(name.replace("_", " ")))
    near = {other for word in wanted for other in related(word)} - wanted
    detail = set(terms(str(schema.get("description", "")))) - wanted - near
    score = direction(finding, text, name)
    for word, weight in _surroundings(finding, text):
        worth = 1.0 if word in wanted else _RELATED if word in near else 0.0
        score += weight * (worth or (_DETAIL if word in detail else 0.0))
    return score + _known(finding)


def _surroundings(finding: Finding, text: str) -> list[tuple[str, float]]:
    after = terms(_BREAK.split(text[finding.end : finding.end + _WINDOW])[0])
    leading = _BREAK.split(text[max(0, finding.start - _WINDOW) : finding.start])[-1]
    before = terms(leading)
    inside = terms(finding.text) if isinstance(finding.value, str) else []
    return [
        *zip(after, _AFTER, strict=False),
        *((word, _AFTER[0]) for word in counted_in(text[finding.end : finding.end + _COUNTED])),
        *zip(reversed(before), _BEFORE, strict=False),
        *((word, _BEFORE[0]) for word in english_of(leading)),
        *((word, _INSIDE) for word in inside),
        *((word, _INSIDE) for word in terms(_UNITS.get(finding.unit, ""))),
    ]


def _known(finding: Finding) -> float:
    """A city of the table is surer than a name after ``in``."""
    return 0.1 if finding.unit == "city" else 0.0


def by_nearness(
    findings: Sequence[Finding], text: str, name: str, schema: JsonObject
) -> list[tuple[float, Finding]]:
    """Each with its nearness, the nearest first; equally near ones stay in their order."""
    scored = [(nearness(finding, text, name, schema), finding) for finding in findings]
    return sorted(scored, key=lambda pair: -pair[0])
