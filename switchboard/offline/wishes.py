"""What a message wishes for: a tool, and the part of the message that asks for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from switchboard.offline.asking import Tool
from switchboard.offline.choosing import FITS, Profile, best_fit
from switchboard.offline.clauses import split_clauses
from switchboard.offline.filling import is_complete
from switchboard.offline.reading import read_text

_FOLLOW_UP = re.compile(
    r"\s*(?:and|or|what about|how about|also|same for|now)\b"
    r"|.*呢[?\uff1f]?\s*$|\s*(?:那|还有)",
    re.I,
)
_LONGEST_FOLLOW_UP = 60


@dataclass(frozen=True, slots=True)
class Wish:
    """One tool that is asked for, once."""

    tool: Tool
    text: str
    """The clauses that ask for it."""


def find_wishes(
    tools: Sequence[Tool], question: str, earlier: Sequence[str], today: date
) -> list[Wish]:
    """The tools a message asks for, in its order; ``earlier`` is what was last called."""
    profiles = [Profile(tool) for tool in tools]
    wishes = _by_clause(profiles, question, today)
    if len(wishes) > 1:
        return wishes
    whole = best_fit(profiles, question)
    if whole and whole[1] >= FITS:
        return [Wish(whole[0].tool, question)]
    return _follow_up(tools, question, earlier)


def _by_clause(profiles: Sequence[Profile], question: str, today: date) -> list[Wish]:
    """A clause that fits no tool goes with the one before it."""
    wishes: list[tuple[Tool, int, int]] = []
    for start, end in split_clauses(question):
        best = best_fit(profiles, question[start:end])
        if (
            best
            and best[1] >= FITS
            and _is_new(best[0].tool, wishes, question, (start, end), today)
        ):
            wishes.append((best[0].tool, start if wishes else 0, end))
        elif wishes:
            wishes[-1] = (*wishes[-1][:2], end)
    return [Wish(tool, question[start:end]) for tool, start, end in wishes]


def _is_new(
    tool: Tool,
    wishes: list[tuple[Tool, int, int]],
    question: str,
    span: tuple[int, int],
    today: date,
) -> bool:
    """Another tool, or the same once more with everything it needs."""
    if not wishes or wishes[-1][0].name != tool.name:
        return True
    before = question[wishes[-1][1] : wishes[-1][2]]
    return is_complete(tool, question[slice(*span)], today) and is_complete(tool, before, today)


def _follow_up(tools: Sequence[Tool], question: str, earlier: Sequence[str]) -> list[Wish]:
    """ "And in Rome?" asks for what was called before."""
    if len(question) > _LONGEST_FOLLOW_UP or not _FOLLOW_UP.match(question):
        return []
    if not read_text(question):
        return []
    return [Wish(tool, question) for tool in tools if tool.name in earlier[:1]]
