"""Tools against the rules of those they are meant for."""

from collections.abc import Collection, Sequence

from switchboard.lint.breaches import breaches_of, breaches_together
from switchboard.lint.judging import judge
from switchboard.lint.rule import Breach
from switchboard.lint.targets import TARGET_IDS
from switchboard.tools import Tool


def lint(tools: Sequence[Tool], targets: Collection[str] | None = None) -> tuple[Breach, ...]:
    """Every breach: tool by tool in the order of the table, then those of the whole toolset.

    ``targets`` are ids; without them all. Advice on wording is always there. Of one rule in one
    tool at most fifty. Raises ``ValueError`` for an id that is no target's.
    """
    wanted = _wanted(targets)
    judged = judge(tools)
    alone = (
        breach
        for index, one in enumerate(judged)
        for breach in breaches_of(one, index, tools[index].path, wanted)
    )
    return (*alone, *breaches_together(tools, judged, wanted))


def _wanted(targets: Collection[str] | None) -> tuple[str, ...]:
    unknown = sorted({*(targets or ())} - {*TARGET_IDS})
    if unknown:
        raise ValueError(f"No target is called {unknown[0]!r}. Known are: {', '.join(TARGET_IDS)}.")
    return TARGET_IDS if targets is None else tuple(each for each in TARGET_IDS if each in targets)
