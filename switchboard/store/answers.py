"""Steps as flat rows for counting, oldest first."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, RowMapping, select

from switchboard.runs import StepStatus
from switchboard.store.tables import STEPS
from switchboard.summaries import AnswerRow

_COLUMNS = (
    STEPS.c.id.label("step_id"),
    STEPS.c.run_id,
    STEPS.c.started_at,
    STEPS.c.gateway,
    STEPS.c.model,
    STEPS.c.status,
    STEPS.c.input_tokens,
    STEPS.c.output_tokens,
    STEPS.c.cached_tokens,
    STEPS.c.reasoning_tokens,
    STEPS.c.total_tokens,
    STEPS.c.first_token_ms,
    STEPS.c.total_ms,
    STEPS.c.finish_reason,
)


def answer_rows(
    connection: Connection, *, since: datetime | None, until: datetime | None, limit: int
) -> tuple[AnswerRow, ...]:
    """The newest ``limit`` steps started from ``since`` on and before ``until``."""
    newest = (
        select(*_COLUMNS)
        .where(*_within(since, until))
        .order_by(STEPS.c.started_at.desc(), STEPS.c.id.desc())
        .limit(limit)
    )
    rows = connection.execute(newest).mappings().all()
    return tuple(_answer_row(row) for row in reversed(rows))


def _within(since: datetime | None, until: datetime | None) -> list[ColumnElement[bool]]:
    return [
        *([] if since is None else [STEPS.c.started_at >= since]),
        *([] if until is None else [STEPS.c.started_at < until]),
    ]


def _answer_row(row: RowMapping) -> AnswerRow:
    return AnswerRow(**(dict(row) | {"status": StepStatus(row["status"])}))
