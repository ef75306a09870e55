"""Tools against every rule, remembered by what each says: an unchanged one costs nothing."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from switchboard.lint.census import Census, census_of
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.everybody import BOUND
from switchboard.lint.table import RULES
from switchboard.lint.view import View, view_of
from switchboard.tools import Tool
from switchboard.tools.deadline import OutOfTime, at_most, stop_when_late
from switchboard.tools.remembering import remembered

MOST_BREACHES = 50
"""Of one rule in one tool. More than anybody mends at once; the next look names the next ones."""

_LONGEST_S = 1.5


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """What the rules say of one tool, wherever it stands. Each is equal to itself alone: looking
    for what was made of it before costs nothing."""

    findings: tuple[tuple[Rule, Finding], ...]
    census: Census


def judge(tools: Sequence[Tool]) -> list[Judged]:
    """Each tool's judgement, within the time for all of them."""
    with at_most(_LONGEST_S):
        return [_judge(tool) for tool in tools]


def _judge(tool: Tool) -> Judged:
    seen = [tool.raw, tool.margin.get("output_schema")]
    try:
        return _judged(json.dumps(seen, separators=(",", ":")))
    except OutOfTime:
        return _not_judged("could not be judged in time. Make its schema simpler.")
    except RecursionError:
        return _not_judged("is nested too deeply to be judged. Make it flatter.")


def _not_judged(why: str) -> Judged:
    return Judged(((BOUND, Finding(("parameters",), f"The tool {why}")),), Census())


@remembered
def _judged(canonical: str) -> Judged:
    view = view_of(*json.loads(canonical))
    return Judged(tuple(_findings(view)), census_of(view))


def _findings(view: View) -> Iterator[tuple[Rule, Finding]]:
    for rule in RULES:
        stop_when_late()
        for found in islice(rule.check(view), MOST_BREACHES):
            yield rule, found
