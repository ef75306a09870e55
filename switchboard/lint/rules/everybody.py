"""Rules that hold for everybody who is offered a tool."""

from collections.abc import Iterator

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.targets import TARGET_IDS
from switchboard.lint.view import View
from switchboard.problems import Problem
from switchboard.tools import check_schema


def _unsound(view: View) -> Iterator[Finding]:
    if view.parameters is None:
        return
    for each in check_schema(view.parameters):
        if not _is_mended_by_another_rule(each):
            path = ("parameters", *each.path)
            message = f"No provider takes a schema that is wrong (in {place(path)}). {each.message}"
            yield Finding(path, message)


def _is_mended_by_another_rule(problem: Problem) -> bool:
    return problem.path[-1:] == ("required",) and problem.keyword in ("type", "$ref")


BOUND = Rule(
    id="BOUND",
    targets=TARGET_IDS,
    when="always",
    what="the tool can be judged at all",
    limit="two seconds, about 1,000 levels",
    source="our own limit; MCP basic/index.mdx asks for one",
    severity="refused",
)
"""Its breach is found by the one who runs the checks out of time."""

RULES = (
    Rule(
        id="SCHEMA",
        targets=TARGET_IDS,
        when="always",
        what="`parameters` is a sound JSON Schema",
        limit="the draft that `$schema` names, 2020-12 without one",
        source="JSON Schema Core and Validation",
        severity="refused",
        check=_unsound,
    ),
    BOUND,
)
