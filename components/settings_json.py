"""The two settings that are JSON: their editors' texts are taken before anything is drawn."""

from dataclasses import replace

import streamlit as st

from components.json_editor import json_editor, replace_text, typed_text
from components.settings_basis import Panel, told_problems
from components.state import Workspace
from switchboard.settings import Settings
from switchboard.tools import check_object_text

SCHEMA = "schema"
_EXTRA = "extra-json"


def take_typed_json(workspace: Workspace) -> None:
    """Takes what was typed into the editors, so that all of the page is drawn from it."""
    old = workspace.conversation.settings
    new = _with_typed(old, workspace.generation)
    if new != old:
        workspace.conversation = replace(workspace.conversation, settings=new)


def extra_json(panel: Panel) -> None:
    """The free JSON, merged into the request last."""
    text = panel.settings.extra_body
    problems = check_object_text(text) if text.strip() else ()
    st.caption(
        "Extra JSON: an object whose fields are put into the request last, in place of those of"
        " the same name. A field that is `null` here is not sent at all."
    )
    json_editor(editor_name(_EXTRA, panel.generation), text, problems=problems, height=150)
    told_problems(problems)


def editor_name(name: str, generation: int) -> str:
    """Another one for each conversation: an editor keeps its text as long as it has its name."""
    return f"settings-{name}-{generation}"


def forget_typed_json(workspace: Workspace) -> None:
    """The editors take their text from the settings again; for callbacks that change it."""
    for name in (SCHEMA, _EXTRA):
        replace_text(editor_name(name, workspace.generation))


def _with_typed(old: Settings, generation: int) -> Settings:
    wanted = old.response_format
    if wanted and wanted.kind == "json_schema":
        schema = typed_text(editor_name(SCHEMA, generation), wanted.schema)
        old = replace(old, response_format=replace(wanted, schema=schema))
    return replace(old, extra_body=typed_text(editor_name(_EXTRA, generation), old.extra_body))
