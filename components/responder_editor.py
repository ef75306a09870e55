"""How a tool answers: its responders in the order in which they are tried, each to be edited."""

from collections.abc import Sequence

import streamlit as st

from components.responder_adding import adding
from components.responder_fields import responder_fields
from components.responder_order import opened, row_ids
from components.responder_row import Row, responder_row
from components.responder_scope import Scope
from components.responder_told import told
from switchboard.responders import Responder
from switchboard.simulate.plans import (
    chosen,
    drafted,
    margin_path,
    problems_at,
    shadowed,
    written_responders,
)
from switchboard.wire import Json


def responder_editor(scope: Scope) -> None:
    """Draws the list, the editor of the opened one, and what can be added."""
    written = written_responders(scope.tool)
    told(problems_at(scope.reading.problems, scope.tool, None))
    if not written:
        st.caption(
            "No answers yet: results are written by hand in the Playground. Add one, and calls "
            "can be answered without you, each by the first answer whose condition they fit."
        )
    with st.container(gap="small"):
        for row in _rows(scope, written):
            with st.container(border=True, gap="xsmall"):
                responder_row(scope, row, is_open=row.id == opened(scope))
                told(row.problems)
                if row.id == opened(scope):
                    responder_fields(scope, row)
    adding(scope, len(written))


def _rows(scope: Scope, written: Sequence[Json]) -> list[Row]:
    read = scope.reading.plan.responders
    never = [one.path[-1] for one in shadowed(read)]
    answering = _answering(scope, read)
    return [
        Row(
            at=at,
            id=id,
            written=each,
            responder=drafted(each),
            problems=problems_at(scope.reading.problems, scope.tool, at),
            is_never_reached=at in never,
            is_answering=at == answering,
            is_last=at == len(written) - 1,
        )
        for at, (id, each) in enumerate(zip(row_ids(scope, len(written)), written, strict=True))
    ]


def _answering(scope: Scope, read: Sequence[Responder]) -> int | str | None:
    """The place of the one that answers the call at hand."""
    one = chosen(read, scope.arguments) if scope.arguments is not None else None
    return one.path[len(margin_path(scope.tool)) + 1] if one else None
