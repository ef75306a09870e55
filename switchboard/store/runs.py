"""Runs as rows."""

from dataclasses import replace

from sqlalchemy import Connection, select

from switchboard.documents import from_document, to_document
from switchboard.runs import Run
from switchboard.store.steps import steps_of
from switchboard.store.tables import RUNS, STEPS
from switchboard.store.texts import json_object, json_text, plain
from switchboard.store.toolset_texts import drop_unused


def insert_run(connection: Connection, run: Run) -> None:
    """The run's own row, without its steps; nothing happens when there is one already."""
    if connection.execute(select(RUNS.c.id).where(RUNS.c.id == run.id)).scalar() is not None:
        return
    row = {
        "id": run.id,
        "conversation_id": run.conversation_id,
        "title": plain(run.title),
        "started_at": run.started_at,
        "document": json_text(to_document(replace(run, steps=()))),
    }
    connection.execute(RUNS.insert().values(row))


def read_run(connection: Connection, run_id: str) -> Run | None:
    """The run with its steps in order."""
    text = connection.execute(select(RUNS.c.document).where(RUNS.c.id == run_id)).scalar()
    if text is None:
        return None
    return replace(from_document(Run, json_object(text)), steps=steps_of(connection, run_id))


def delete_run(connection: Connection, run_id: str) -> None:
    """Deletes the run; its steps and what they received go with it, and texts nobody else has."""
    sent = select(STEPS.c.toolset).where(STEPS.c.run_id == run_id).distinct()
    hashes = connection.execute(sent).scalars().all()
    connection.execute(RUNS.delete().where(RUNS.c.id == run_id))
    drop_unused(connection, hashes)
