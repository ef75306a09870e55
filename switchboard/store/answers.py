"""Steps as flat rows for counting, oldest first."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from switchboard.runs import StepStatus
from switchboard.store.tables import STEPS
from switchboard.summaries import AnswerRow

_NAMES = tuple(field.name for field in fields(AnswerRow))
_STATUS = _NAMES.index("status")
_COLUMNS = [STEPS.c.id if name == "step_id" else STEPS.c[name] for name in _NAMES]


def answer_rows(
    connection: Connection, *, since: datetime | None, limit: int
) -> tuple[AnswerRow, ...]:
    """The newest ``limit`` steps started from ``since`` on."""
    newest = (
        select(*_COLUMNS)
        .where(*_within(since))
        .order_by(STEPS.c.started_at.desc(), STEPS.c.id.desc())
        .limit(limit)
    )
    rows = connection.execute(newest).all()
    return tuple(_answer_row(row) for row in reversed(rows))


def answers_version(connection: Connection, *, since: datetime | None) -> str:
    """Another text whenever ``answer_rows`` would give other rows."""
    # What is counted of a step changes once, when it ends; then one fewer is running.
    running = func.count().filter(STEPS.c.status == StepStatus.RUNNING.value)
    newest = func.max(STEPS.c.started_at)
    counted = select(func.count(), newest, running).select_from(STEPS).where(*_within(since))
    return " ".join(map(str, connection.execute(counted).one()))


def _within(since: datetime | None) -> list[ColumnElement[bool]]:
    return [] if since is None else [STEPS.c.started_at >= since]


def _answer_row(row: Row[Any]) -> AnswerRow:
    values = list(row)
    values[_STATUS] = StepStatus(values[_STATUS])
    return AnswerRow(*values)
