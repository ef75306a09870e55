"""Steps as rows: a document to read back, and columns to search and count by."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from switchboard.documents import from_document, to_document
from switchboard.messages import Usage
from switchboard.runs import Step, StepStatus
from switchboard.store.owners import is_gone, this_process
from switchboard.store.tables import AS_SENT, REQUESTS, STEPS
from switchboard.store.texts import json_object, json_text, plain, whole
from switchboard.store.words import words_of

_STORED = (REQUESTS.c.document.label("request"), STEPS.c.document)
_WITH_REQUEST = STEPS.join(REQUESTS, REQUESTS.c.step_id == STEPS.c.id)


def insert_step(connection: Connection, step: Step) -> None:
    """A row owned by this process."""
    connection.execute(STEPS.insert().values(_first_columns(step) | _state_columns(step)))
    request = REQUESTS.insert().values(step_id=step.id, document=json_text(step.request))
    connection.execute(request)


def update_step(connection: Connection, step: Step) -> None:
    """The state as it is; what was asked is not written again. A step without a row gets one."""
    change = STEPS.update().where(STEPS.c.id == step.id).values(_state_columns(step))
    if connection.execute(change).rowcount == 0:
        insert_step(connection, step)


def read_step(connection: Connection, step_id: str) -> Step | None:
    """The step with this id."""
    chosen = select(*_STORED).select_from(_WITH_REQUEST).where(STEPS.c.id == step_id)
    row = connection.execute(chosen).mappings().first()
    return None if row is None else _step(row)


def steps_of(connection: Connection, run_id: str) -> tuple[Step, ...]:
    """A run's steps, as they were sent."""
    chosen = (
        select(*_STORED)
        .select_from(_WITH_REQUEST)
        .where(STEPS.c.run_id == run_id)
        .order_by(*AS_SENT)
    )
    return tuple(_step(row) for row in connection.execute(chosen).mappings())


def abandoned_steps(connection: Connection) -> tuple[Step, ...]:
    """The steps still running whose process is gone, oldest first."""
    running = (
        select(STEPS.c.owner, STEPS.c.started_at, *_STORED)
        .select_from(_WITH_REQUEST)
        .where(STEPS.c.status == StepStatus.RUNNING.value)
        .order_by(STEPS.c.started_at)
    )
    now = datetime.now(UTC)
    rows = connection.execute(running).mappings()
    return tuple(_step(row) for row in rows if is_gone(row["owner"], age=now - row["started_at"]))


def _step(row: RowMapping) -> Step:
    document = json_object(row["document"]) | {"request": json_object(row["request"])}
    return from_document(Step, document)


def _first_columns(step: Step) -> dict[str, Any]:
    return {
        "id": step.id,
        "run_id": step.run_id,
        "position": step.position,
        "owner": this_process(),
        "started_at": step.started_at,
        "gateway": plain(step.gateway),
        "model": plain(step.model),
        "toolset": step.toolset,
    }


def _state_columns(step: Step) -> dict[str, Any]:
    reason = step.answer.finish_reason
    document = to_document(step)
    del document["request"]
    return _usage_columns(step.answer.usage or Usage()) | {
        "status": step.status.value,
        "finish_reason": None if reason is None else plain(reason),
        "first_token_ms": step.timing.first_token_ms,
        "total_ms": step.timing.total_ms,
        "words": plain(words_of(step)),
        "document": json_text(document),
    }


def _usage_columns(usage: Usage) -> dict[str, Any]:
    return {
        "input_tokens": whole(usage.input_tokens),
        "output_tokens": whole(usage.output_tokens),
        "cached_tokens": whole(usage.cached_tokens),
        "reasoning_tokens": whole(usage.reasoning_tokens),
        "total_tokens": whole(usage.total_tokens),
    }
