"""The schema that an answer must fit, edited where there is room for it: beneath the tools."""

import streamlit as st

from components.json_editor import json_editor
from components.settings_basis import told_problems
from components.settings_checks import schema_problems
from components.settings_json import SCHEMA, editor_name
from components.workspace import Workspace


def schema_panel(workspace: Workspace) -> None:
    """Draws it while the response format is ``json_schema``."""
    wanted = workspace.conversation.settings.response_format
    if wanted is None or wanted.kind != "json_schema":
        return
    problems = schema_problems(wanted)
    st.markdown("##### Response schema")
    name = editor_name(SCHEMA, workspace.generation)
    json_editor(name, wanted.schema, problems=problems, height=200)
    told_problems(problems)
