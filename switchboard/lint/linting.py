"""Tools against the rules of those they are meant for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from switchboard.lint.census import Census
from switchboard.lint.judging import Judged, judge
from switchboard.lint.rule import Breach, Finding, Rule, nothing
from switchboard.lint.rules.everybody import BOUND
from switchboard.lint.table import RULES
from switchboard.lint.targets import TARGET_IDS, takes_all_for_strict
from switchboard.problems import JsonPath
from switchboard.tools import MARGIN, Tool
from switchboard.tools.deadline import OutOfTime, at_most

_LONGEST_S = 1.5


def lint(tools: Sequence[Tool], targets: Collection[str] | None = None) -> tuple[Breach, ...]:
    """Every breach: tool by tool in the order of the table, then those of the whole toolset.

    ``targets`` are ids; without them all. Advice on wording is always there. Of one rule in one
    tool at most fifty. Raises ``ValueError`` for an id that is no target's.
    """
    wanted = _wanted(targets)
    with at_most(_LONGEST_S):
        judged = [_judged(tool, index) for index, tool in enumerate(tools)]
    by_strictness = {is_strict: _asking(wanted, is_strict) for is_strict in (False, True)}
    alone = (
        breach
        for tool, one in zip(tools, judged, strict=True)
        for breach in _of_tool(tool, one, by_strictness[one.census.is_strict])
    )
    return (*alone, *_of_toolset([each.census for each in judged], wanted))


def _wanted(targets: Collection[str] | None) -> tuple[str, ...]:
    unknown = sorted({*(targets or ())} - {*TARGET_IDS})
    if unknown:
        raise ValueError(f"No target is called {unknown[0]!r}. Known are: {', '.join(TARGET_IDS)}.")
    return TARGET_IDS if targets is None else tuple(each for each in TARGET_IDS if each in targets)


def _judged(tool: Tool, index: int) -> Judged:
    try:
        judged = judge(tool)
    except OutOfTime:
        judged = _not_judged("could not be judged in time. Make its schema simpler.")
    except RecursionError:
        judged = _not_judged("is nested too deeply to be judged. Make it flatter.")
    return replace(judged, census=replace(judged.census, index=index, path=tool.path))


def _not_judged(why: str) -> Judged:
    return Judged(((BOUND, Finding(("parameters",), f"The tool {why}")),), Census())


def _asking(wanted: tuple[str, ...], is_strict: bool) -> Mapping[str, tuple[str, ...]]:
    """By the rule's id, the targets at which a tool, strict or not, is held to it."""
    return {rule.id: _targets(rule, wanted, is_strict=is_strict) for rule in RULES}


def _targets(rule: Rule, wanted: tuple[str, ...], *, is_strict: bool) -> tuple[str, ...]:
    if not rule.targets:
        return ("",)
    is_held = rule.when != "strict" or is_strict
    return tuple(
        each for each in rule.targets if each in wanted and (is_held or takes_all_for_strict(each))
    )


def _of_tool(tool: Tool, judged: Judged, asking: Mapping[str, tuple[str, ...]]) -> Iterator[Breach]:
    for rule, found in judged.findings:
        targets = asking[rule.id]
        path = _path(tool, found) if targets else ()
        for target in targets:
            yield Breach(rule, target, judged.census.index, path, found.message)


def _path(tool: Tool, found: Finding) -> JsonPath:
    if not found.in_margin:
        return (*tool.path, *found.path)
    envelope = tool.path[:-1] if tool.path[-1:] == ("function",) else tool.path
    return (*envelope, MARGIN, *found.path)


def _of_toolset(tools: list[Census], wanted: tuple[str, ...]) -> Iterator[Breach]:
    for rule in RULES:
        if rule.check_all is nothing:
            continue
        for target in _targets(rule, wanted, is_strict=True):
            held = [each for each in tools if _targets(rule, (target,), is_strict=each.is_strict)]
            for found in rule.check_all(held):
                yield Breach(rule, target, found.tool, found.path, found.message)
