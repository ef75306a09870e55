"""Runs as lines of a list, newest first."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    and_,
    exists,
    func,
    or_,
    select,
    tuple_,
)

from switchboard.runs import StepStatus
from switchboard.store.tables import AS_SENT, RUNS, STEPS
from switchboard.store.texts import plain
from switchboard.summaries import RunSummary
from switchboard.usage.totals import total

_SUMMED = (
    STEPS.c.run_id,
    STEPS.c.model,
    STEPS.c.gateway,
    STEPS.c.status,
    STEPS.c.input_tokens,
    STEPS.c.output_tokens,
    STEPS.c.total_ms,
)


@dataclass(frozen=True, slots=True)
class RunFilter:
    """Which runs to list. Empty or ``None``: all of them."""

    search: str = ""
    """Words of the title, the question or the answer, in any case."""

    model: str | None = None
    gateway: str | None = None
    """Of any step."""

    status: StepStatus | None = None
    """Of the last step."""

    toolset: str | None = None
    """Of any step: the hash of its toolset's text."""


def summaries(connection: Connection, wanted: RunFilter, *, limit: int) -> tuple[RunSummary, ...]:
    """The newest runs that fit."""
    # Which runs comes first, so that only a page of steps is added up.
    chosen = (
        select(RUNS.c.id, RUNS.c.title, RUNS.c.started_at)
        .where(*_conditions(wanted))
        .order_by(RUNS.c.started_at.desc(), RUNS.c.id.desc())
        .limit(limit)
    )
    runs = connection.execute(chosen).mappings().all()
    steps = _steps_by_run(connection, [run["id"] for run in runs])
    return tuple(_summary(run, steps[run["id"]]) for run in runs)


def count_runs(connection: Connection, wanted: RunFilter) -> int:
    """How many fit."""
    counted = select(func.count()).select_from(RUNS).where(*_conditions(wanted))
    return connection.execute(counted).scalar_one()


def distinct(connection: Connection, column: Literal["model", "gateway"]) -> tuple[str, ...]:
    """Every value the steps have there, in order."""
    return tuple(connection.execute(select(STEPS.c[column]).distinct().order_by(column)).scalars())


def _conditions(wanted: RunFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.search.strip():
        conditions.append(_says(plain(wanted.search.strip())))
    if wanted.model is not None:
        conditions.append(_has_step(STEPS.c.model == plain(wanted.model)))
    if wanted.gateway is not None:
        conditions.append(_has_step(STEPS.c.gateway == plain(wanted.gateway)))
    if wanted.toolset is not None:
        conditions.append(_has_step(STEPS.c.toolset == plain(wanted.toolset)))
    if wanted.status is not None:
        conditions.append(_has_step(_is_last(), STEPS.c.status == wanted.status.value))
    return conditions


def _says(words: str) -> ColumnElement[bool]:
    found = STEPS.c.words.icontains(words, autoescape=True)
    return or_(RUNS.c.title.icontains(words, autoescape=True), _has_step(found))


def _has_step(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(and_(STEPS.c.run_id == RUNS.c.id, *conditions))


def _is_last() -> ColumnElement[bool]:
    later = STEPS.alias("later")
    follows = tuple_(*(later.c[column.name] for column in AS_SENT)) > tuple_(*AS_SENT)
    return ~exists().where(later.c.run_id == STEPS.c.run_id, follows).correlate(STEPS)


def _steps_by_run(connection: Connection, ids: Sequence[str]) -> dict[str, list[RowMapping]]:
    chosen = select(*_SUMMED).where(STEPS.c.run_id.in_(ids)).order_by(*AS_SENT)
    found: dict[str, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(chosen).mappings():
        found[row["run_id"]].append(row)
    return found


def _summary(run: RowMapping, steps: Sequence[RowMapping]) -> RunSummary:
    last = steps[-1] if steps else {"model": "", "gateway": "", "status": StepStatus.RUNNING}
    return RunSummary(
        id=run["id"],
        title=run["title"],
        started_at=run["started_at"],
        model=last["model"],
        gateway=last["gateway"],
        status=StepStatus(last["status"]),
        step_count=len(steps),
        input_tokens=total(step["input_tokens"] for step in steps),
        output_tokens=total(step["output_tokens"] for step in steps),
        total_ms=total(step["total_ms"] for step in steps),
    )
