"""The editor of one responder: when it answers, and what."""

import json

import streamlit as st

from components.condition_fields import condition_fields
from components.plain import showable
from components.responder_draft import Draft
from components.responder_json import json_draft
from components.responder_kinds import kind_of
from components.responder_outside_fields import http_fields, mcp_fields, model_fields
from components.responder_row import Row
from components.responder_scope import Scope
from components.responder_text_fields import fixed_fields, schema_fields, template_fields
from components.responder_trial import responder_trial
from switchboard.responders import ByModel, Fixed, FromSchema, Hand, Http, Mcp, Responder, Template
from switchboard.responding import is_instant
from switchboard.tools import check_object_text


def responder_fields(scope: Scope, row: Row) -> None:
    """Draws the fields; of one that no form can show, its JSON."""
    key = f"{scope.key}-{row.id}"
    if row.responder is None:
        _as_json(scope, row, key=key)
        return
    draft = Draft(scope, row.responder, row.at, key)
    with st.container(key=f"{key}-answer-fields"):
        st.caption(kind_of(row.responder.action).about)
        condition_fields(draft)
        _of_its_kind(draft)
        if is_instant(draft.responder.action):
            responder_trial(draft)


def _of_its_kind(draft: Draft) -> None:
    action = draft.responder.action
    if isinstance(action, Fixed):
        fixed_fields(draft, action)
    elif isinstance(action, Template):
        template_fields(draft, action)
    elif isinstance(action, FromSchema):
        schema_fields(draft, action)
    elif isinstance(action, ByModel):
        model_fields(draft, action)
    elif isinstance(action, Http):
        http_fields(draft, action)
    elif isinstance(action, Mcp):
        mcp_fields(draft, action)


def _as_json(scope: Scope, row: Row, *, key: str) -> None:
    st.caption("Mend it as JSON, or remove it.")
    text = showable(json.dumps(row.written, ensure_ascii=False, indent=2))
    # What is put has no need of the responder that is not there yet.
    draft = Draft(scope, Responder(Hand()), row.at, key)
    json_draft(f"{key}-json", text, check=check_object_text, label="Use this", put=draft.write)
