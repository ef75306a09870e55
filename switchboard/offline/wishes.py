"""What a message wishes for: a tool, and the part of the message that asks for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from switchboard.offline.asking import Tool
from switchboard.offline.choosing import FITS, SURE, Profile, best_fit
from switchboard.offline.clauses import split_clauses
from switchboard.offline.declining import without_declined
from switchboard.offline.filling import is_complete, lacking, says_anything

_FOLLOW_UP = re.compile(
    r"\s*(?:(?:thanks|thank you|thx|ok|okay|great|cool|nice|perfect|good)\b[\s,.!]*)*"
    r"(?:and|or|what about|how about|also|same for|now|make (?:it|that))\b"
    r"|.*呢[?\uff1f]?\s*$|\s*(?:那|还有|换成)",
    re.I,
)
_LONGEST_FOLLOW_UP = 60


@dataclass(frozen=True, slots=True)
class Wish:
    """One tool that is asked for, once."""

    tool: Tool
    text: str
    """The clauses that ask for it."""

    is_follow_up: bool = False
    """Whether it changes what was called before."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A tool and the stretch of the message that asks for it."""

    tool: Tool
    start: int
    end: int


def find_wishes(
    tools: Sequence[Tool], question: str, earlier: Sequence[str], today: date
) -> list[Wish]:
    """The tools a message asks for, in its order; ``earlier`` is what was last called."""
    profiles = [Profile(tool) for tool in tools]
    heard = without_declined(question)
    stretches = _by_clause(profiles, heard, today)
    if len(stretches) > 1:
        return [Wish(each.tool, question[each.start : each.end]) for each in stretches]
    follows = len(question) <= _LONGEST_FOLLOW_UP and bool(_FOLLOW_UP.match(question))
    whole = best_fit(profiles, heard)
    if whole and whole[1] >= FITS and _is_worth_it(whole, heard, earlier, today):
        return [Wish(whole[0].tool, question, follows and whole[0].tool.name in earlier)]
    return _follow_up(tools, question, earlier[:1], today) if follows else []


def find_unmet(tools: Sequence[Tool], question: str, today: date) -> tuple[Tool, list[str]] | None:
    """The tool that fits a message which says nothing of what it needs, and what that is."""
    heard = without_declined(question)
    best = best_fit([Profile(tool) for tool in tools], heard)
    names = lacking(best[0].tool, heard, today) if best and best[1] >= FITS else []
    return (best[0].tool, names) if best and names else None


def _is_worth_it(
    fit: tuple[Profile, float], heard: str, earlier: Sequence[str], today: date
) -> bool:
    """Whether a fit that is none too sure has at least something to go by."""
    tool, score = fit[0].tool, fit[1]
    return score >= SURE or tool.name in earlier or not lacking(tool, heard, today)


def _by_clause(profiles: Sequence[Profile], heard: str, today: date) -> list[_Stretch]:
    """A clause that fits no tool goes with the one before it."""
    found: list[_Stretch] = []
    for start, end in split_clauses(heard):
        best = best_fit(profiles, heard[start:end])
        next_one = _Stretch(best[0].tool, start, end) if best and best[1] >= FITS else None
        if next_one and (not found or _is_new(next_one, found[-1], heard, today)):
            found.append(next_one if found else _Stretch(next_one.tool, 0, end))
        elif found:
            found[-1] = _Stretch(found[-1].tool, found[-1].start, end)
    return found


def _is_new(found: _Stretch, last: _Stretch, heard: str, today: date) -> bool:
    """Another tool, or the same once more with everything it needs."""
    if last.tool.name != found.tool.name:
        return True
    texts = (heard[each.start : each.end] for each in (found, last))
    return all(is_complete(found.tool, text, today) for text in texts)


def _follow_up(
    tools: Sequence[Tool], question: str, earlier: Sequence[str], today: date
) -> list[Wish]:
    """ "And in Rome?" asks for what was called before."""
    called = [tool for tool in tools if tool.name in earlier]
    return [Wish(tool, question, True) for tool in called if says_anything(tool, question, today)]
