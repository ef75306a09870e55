"""Which sentences of an answer state something."""

import re
from dataclasses import dataclass

from switchboard.simulate.judging.phrases import advises, asks, owns_up

LONGEST = 100_000
"""Characters of an answer that are looked at."""

_HEADING = re.compile(r"^\s{0,3}#{1,6}\s")
_NUMBERING = re.compile(r"^[\s>]*(?:[-*+•]\s+)?[*_]{0,2}\(?[0-9]{1,3}[.)][*_]{0,2}\s+(?=\S)")
_ITEM = re.compile(r"^[ \t]*(?:[-*+•]|\(?[0-9]{1,3}[.)])[ \t]", re.MULTILINE)
_EXAMPLE = re.compile(
    r"\((?:e\. ?g\.|for example|such as|like|z\. ?B\.|par exemple|p\. ?ej\.|例如)[^)]{0,500}\)"
)
# German writes a dot behind the day of a date.
_NO_MONTH = r"(?!Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)"
_END = re.compile(
    rf"(?<=[^0-9]\.)(?<!e\.g\.)(?<!B\.)(?<!ej\.)\s+|(?<=[!?])\s+|(?<=[0-9]\.)\s+(?=[A-ZÄÖÜ¿¡]){_NO_MONTH}|(?<=[。！？])"
    r"|;\s| [—–-] |—"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a part of one that stands for itself."""

    text: str
    is_question: bool
    """It asks for something, and what it names is no claim: "Do you mean 2026-12-01?"."""

    is_confession: bool
    """It says that something is wrong; what it quotes is what is wrong."""

    is_advice: bool
    """It sends the person to look elsewhere; where that is, is no claim either."""

    @property
    def stated(self) -> str:
        """The text without examples in parentheses, which are no claims either."""
        return _EXAMPLE.sub("", self.text)


def sentences(answer: str, fault: str = "") -> list[Sentence]:
    """The sentences of an answer, without its headings and the numbers of its lists."""
    found: list[Sentence] = []
    for line in answer[:LONGEST].splitlines():
        if not _HEADING.match(line):
            bare = _NUMBERING.sub("", line)
            parts = (part.strip() for part in _END.split(bare))
            found += [_sentence(part, fault) for part in parts if part]
    return found


def _sentence(text: str, fault: str) -> Sentence:
    return Sentence(
        text,
        is_question=asks(text) is not None,
        is_confession=owns_up(text, fault) is not None,
        is_advice=advises(text),
    )


def items_in(answer: str) -> int:
    """How many entries the lists of an answer have together."""
    return len(_ITEM.findall(answer[:LONGEST]))
