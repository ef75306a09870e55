"""One tool against every rule, remembered by what the tool says: an unchanged one costs nothing."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from switchboard.lint.census import Census, census_of
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.table import RULES
from switchboard.lint.view import View, view_of
from switchboard.tools import Tool
from switchboard.tools.deadline import stop_when_late
from switchboard.tools.remembering import remembered

MOST_BREACHES = 50
"""Of one rule in one tool. More than anybody mends at once; the next look names the next ones."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules say of one tool, wherever it stands."""

    findings: tuple[tuple[Rule, Finding], ...]
    census: Census


def judge(tool: Tool) -> Judged:
    """Raises ``OutOfTime``, and ``RecursionError`` on what no JSON text can hold here."""
    seen = [tool.raw, tool.margin.get("output_schema")]
    return _judged(json.dumps(seen, separators=(",", ":")))


@remembered
def _judged(canonical: str) -> Judged:
    view = view_of(*json.loads(canonical))
    return Judged(tuple(_findings(view)), census_of(view))


def _findings(view: View) -> Iterator[tuple[Rule, Finding]]:
    for rule in RULES:
        stop_when_late()
        for found in islice(rule.check(view), MOST_BREACHES):
            yield rule, found
