"""From where to where: which part of a message speaks of the start and which of the end."""

import re

from switchboard.offline.reading import Finding, read_text

_START_WORDS = "from source origin departure start base old begin depart sender pickup seller"
_END_WORDS = "to target destination arrival end new dest into recipient receiver delivery buyer"
_STARTS = frozenset(_START_WORDS.split())
_ENDS = frozenset(_END_WORDS.split())

_LEADS_FROM = re.compile(r"\b(?:from|between|since|leaving)\s+(?:the\s+)?$|从\s*$", re.IGNORECASE)
_LEADS_TO = re.compile(
    r"\b(?:to|into|in|until|towards?|and)\s+(?:the\s+)?$|[到去至给换成为]\s*$", re.IGNORECASE
)
_ROUTE = re.compile(
    r"(?:\bfrom\b|从)\s*(?P<start>.+?)\s*(?:\bto\b|寄到|寄给|发到|[到去至给])\s*(?P<end>.+)",
    re.IGNORECASE | re.DOTALL,
)


def direction(finding: Finding, text: str, name: str) -> float:
    """Whether ``from`` or ``to`` leads to it, where the name says which of the two is meant."""
    leading = text[max(0, finding.start - 14) : finding.start]
    towards = bool(_LEADS_TO.search(leading)) - bool(_LEADS_FROM.search(leading))
    words = _words(name)
    if words & _STARTS:
        return -2.0 * towards
    return 2.0 * towards if words & _ENDS else 0.0


def directed_part(text: str, name: str) -> str | None:
    """The part between ``from`` and ``to`` for a start, that after it for an end, else none."""
    route = _ROUTE.search(text)
    words = _words(name)
    if route is None or not words & (_STARTS | _ENDS):
        return None
    return route["start"] if words & _STARTS else route["end"]


def end_of_way(name: str) -> str | None:
    """Whether a parameter of this name asks for the ``start`` or the ``end`` of a way."""
    words = _words(name)
    return "start" if words & _STARTS else "end" if words & _ENDS else None


def is_way(text: str) -> bool:
    """Whether a text leads from one place to another."""
    places = [finding for finding in read_text(text) if finding.kind == "place"]
    leading = {direction(finding, text, "to") for finding in places}
    return leading >= {2.0, -2.0}


def _words(name: str) -> set[str]:
    return set(re.split(r"[^a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()))
