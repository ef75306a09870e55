"""Findings as breaches: each at its place in the text, once for every target that is concerned."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from switchboard.lint.judging import Judged
from switchboard.lint.rule import Breach, Finding, Rule, nothing
from switchboard.lint.table import RULES
from switchboard.lint.targets import takes_all_for_strict
from switchboard.problems import JsonPath
from switchboard.tools import MARGIN, Tool


# A tool that did not change stands where it stood most of the time; a thousand are a few MB.
@lru_cache(maxsize=1_024)
def breaches_of(
    judged: Judged, index: int, path: JsonPath, wanted: tuple[str, ...]
) -> tuple[Breach, ...]:
    """Those of one tool, in the order of the table. ``path`` is where its function stands."""
    return tuple(
        Breach(rule, target, index, _placed(found, path), found.message)
        for rule, found in judged.findings
        for target in _targets(rule, wanted, is_strict=judged.census.is_strict)
    )


def breaches_together(
    tools: Sequence[Tool], judged: Sequence[Judged], wanted: tuple[str, ...]
) -> Iterator[Breach]:
    """Those of the toolset as a whole."""
    counted = [
        replace(one.census, index=index, path=tool.path)
        for index, (tool, one) in enumerate(zip(tools, judged, strict=True))
    ]
    for rule in _OF_ALL:
        for target in _targets(rule, wanted, is_strict=True):
            held = [one for one in counted if _targets(rule, (target,), is_strict=one.is_strict)]
            for found in rule.check_all(held):
                yield Breach(rule, target, found.tool, found.path, found.message)


_OF_ALL = tuple(rule for rule in RULES if rule.check_all is not nothing)


def _targets(rule: Rule, wanted: tuple[str, ...], *, is_strict: bool) -> tuple[str, ...]:
    """Those at which a tool, strict or not, is held to the rule."""
    if not rule.targets:
        return ("",)
    is_held = rule.when != "strict" or is_strict
    return tuple(
        each for each in rule.targets if each in wanted and (is_held or takes_all_for_strict(each))
    )


def _placed(found: Finding, path: JsonPath) -> JsonPath:
    if not found.in_margin:
        return (*path, *found.path)
    envelope = path[:-1] if path[-1:] == ("function",) else path
    return (*envelope, MARGIN, *found.path)
