"""Which tool fits which target: the portability matrix."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

from switchboard.lint.linting import lint
from switchboard.lint.rule import Breach
from switchboard.lint.targets import TARGET_IDS
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
    cells: dict[tuple[int | None, str], list[Breach]] = defaultdict(list)
    for breach in lint(tools):
        cells[breach.tool, breach.target].append(breach)
    rows = (_row(cells, index) for index in range(len(tools)))
    return Portability(tuple(rows), _row(cells, None))


def _row(
    cells: Mapping[tuple[int | None, str], list[Breach]], tool: int | None
) -> Mapping[str, Fit]:
    return MappingProxyType({each: _fit(cells.get((tool, each), ())) for each in TARGET_IDS})


def _fit(breaches: Iterable[Breach]) -> Fit:
    found = tuple(breaches)
    severities = {each.rule.severity for each in found}
    if "refused" in severities:
        return Fit("refused", found)
    return Fit("change" if "change" in severities else "fits", found)
