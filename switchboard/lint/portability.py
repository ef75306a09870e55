"""Which tool fits which target: the portability matrix."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, TypeAlias

from switchboard.lint.breaches import breaches_of, breaches_together
from switchboard.lint.judging import Judged, judge
from switchboard.lint.rule import Breach
from switchboard.lint.targets import TARGET_IDS
from switchboard.problems import JsonPath
from switchboard.tools import Tool

Verdict: TypeAlias = Literal["fits", "change", "refused"]


@dataclass(frozen=True, slots=True)
class Fit:
    """One cell."""

    verdict: Verdict
    """``change``: a mechanical change mends every breach. ``refused``: a person must think."""

    breaches: tuple[Breach, ...] = ()
    """Advice for this target too, which refuses nothing: a tool that fits may have some."""


@dataclass(frozen=True, slots=True)
class Portability:
    """The matrix: tools × targets."""

    rows: tuple[Mapping[str, Fit], ...]
    """One per tool, by target id, in the order of ``TARGETS``."""

    whole: Mapping[str, Fit]
    """What concerns no single tool, such as how many there are."""


def portability(tools: Sequence[Tool]) -> Portability:
    """Every tool against every target. Wording is no matter of portability and not in it."""
    judged = judge(tools)
    together = tuple(breaches_together(tools, judged, TARGET_IDS))
    rows = [_row_of(one, index, tools[index].path) for index, one in enumerate(judged)]
    for index in {each.tool for each in together if each.tool is not None}:
        alone = breaches_of(judged[index], index, tools[index].path, TARGET_IDS)
        rows[index] = _row((*alone, *together), index)
    return Portability(tuple(rows), _row(together, None))


# A tool that did not change stands where it stood most of the time; a thousand are a few MB.
@lru_cache(maxsize=1_024)
def _row_of(judged: Judged, index: int, path: JsonPath) -> Mapping[str, Fit]:
    return _row(breaches_of(judged, index, path, TARGET_IDS), index)


def _row(breaches: Iterable[Breach], tool: int | None) -> Mapping[str, Fit]:
    """Of the whole toolset when ``tool`` is ``None``."""
    cells: dict[str, list[Breach]] = defaultdict(list)
    for each in breaches:
        if each.tool == tool:
            cells[each.target].append(each)
    return MappingProxyType({each: _fit(cells.get(each, ())) for each in TARGET_IDS})


def _fit(breaches: Iterable[Breach]) -> Fit:
    found = tuple(breaches)
    severities = {each.rule.severity for each in found}
    if "refused" in severities:
        return Fit("refused", found)
    return Fit("change" if "change" in severities else "fits", found)
