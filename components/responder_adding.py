"""One answer more: of which kind, and what that does."""

import streamlit as st

from components import state
from components.responder_beginnings import beginning
from components.responder_kinds import KINDS
from components.responder_order import new_id, open_row, put_ids, row_ids
from components.responder_scope import Scope
from switchboard.responders import Action, Fixed, Http, Mcp, Responder
from switchboard.simulate.plans import (
    added,
    endpoint_of,
    mcp_tool_of,
    responder_document,
    written_responders,
)

_KINDS = [*KINDS]


def adding(scope: Scope, count: int) -> None:
    """Draws what can be added; unfolded as long as the tool has no answer."""
    _real_ones(scope)
    fold = f"{scope.key}-adding"
    state.seed(fold, not count)
    with st.expander("Add an answer", icon=":material/add:", key=fold, on_change="rerun") as adds:
        if adds.open:
            _choice(scope)


def _choice(scope: Scope) -> None:
    kind = st.radio(
        "Who or what answers",
        range(len(_KINDS)),
        index=_KINDS.index(Fixed),
        key=f"{scope.key}-kind",
        format_func=lambda at: KINDS[_KINDS[at]].label,
        captions=[KINDS[each].about for each in _KINDS],
    )
    st.button(
        "Add",
        type="primary",
        key=f"{scope.key}-add",
        on_click=_add,
        args=(scope, _KINDS[kind]),
    )


def _real_ones(scope: Scope) -> None:
    """The endpoint, or the live server's tool, that the tool was made of."""
    asked = {type(each.action) for each in scope.reading.plan.responders}
    with st.container(horizontal=True):
        if endpoint_of(scope.tool) and Http not in asked:
            _real(scope, Http, "Ask the real endpoint")
        if mcp_tool_of(scope.tool) and Mcp not in asked:
            _real(scope, Mcp, "Call the real tool")


def _real(scope: Scope, kind: type[Action], label: str) -> None:
    st.button(
        label,
        icon=KINDS[kind].icon,
        key=f"{scope.key}-real-{KINDS[kind].label}",
        on_click=_add,
        args=(scope, kind),
    )


def _add(scope: Scope, kind: type[Action]) -> None:
    ids = row_ids(scope, len(written_responders(scope.tool)))
    new = responder_document(Responder(beginning(scope, kind)))
    put_ids(scope, [*ids, new_id(ids)])
    open_row(scope, new_id(ids))
    state.plant(f"{scope.key}-adding", False)
    scope.edit(lambda written: added(written, new), f"Add an answer ({KINDS[kind].label})")
