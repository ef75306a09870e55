"""One tool against every rule, remembered by what the tool says: an unchanged one costs nothing."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from switchboard.lint.rule import Finding, Rule
from switchboard.lint.table import RULES
from switchboard.lint.view import Census, View, kinds, left_out, properties_of, view_of
from switchboard.tools import Tool
from switchboard.tools.deadline import stop_when_late
from switchboard.tools.remembering import remembered
from switchboard.wire import JsonObject

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
    return Judged(tuple(_findings(view)), _census(view))


def _findings(view: View) -> Iterator[tuple[Rule, Finding]]:
    for rule in RULES:
        stop_when_late()
        for found in islice(rule.check(view), MOST_BREACHES):
            yield rule, found


def _census(view: View) -> Census:
    return Census(
        name=view.name,
        is_strict=view.function.get("strict") is True,
        optional=sum(len(left_out(node.schema)) for node in view.nodes),
        unions=sum(node.is_property and _is_union(node.schema) for node in view.nodes),
        fields=sum(len(properties_of(node.schema)) for node in view.nodes),
    )


def _is_union(schema: JsonObject) -> bool:
    return "anyOf" in schema or len(kinds(schema)) > 1
