"""The two settings that are JSON: their editors' texts are taken before anything is drawn."""

from collections.abc import Iterator
from dataclasses import replace

import streamlit as st

from components.json_editor import json_editor, replace_text, typed_text
from components.settings_basis import Panel, told_problems
from components.workspace import Workspace
from switchboard.gateway.masked_fields import mask_fields
from switchboard.gateway.masking import mask
from switchboard.payload.json_object import json_object
from switchboard.payload.secret_fields import Path
from switchboard.problems import Problem
from switchboard.settings import Settings
from switchboard.tools import check_object_text
from switchboard.wire import Json

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


def key_problems(text: str) -> Iterator[Problem]:
    """What looks like a key in the extra JSON, or did until it was masked."""
    for path, value in _texts(json_object(text)):
        if mask(value) != value or ("***" in value and value.strip("*")):
            message = (
                "The extra JSON holds what looks like a key, and keys are never saved. Remove it,"
                " and type the key into its own field in the sidebar."
            )
            yield Problem(message, ("extra_body", *path))


def _texts(value: Json, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(_listed(value))
    for step, item in inner:
        yield from ((((*path, step), step),) if isinstance(step, str) else ())
        yield from _texts(item, (*path, step))


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _with_typed(old: Settings, generation: int) -> Settings:
    wanted = old.response_format
    if wanted and wanted.kind == "json_schema":
        schema = typed_text(editor_name(SCHEMA, generation), wanted.schema)
        old = replace(old, response_format=replace(wanted, schema=schema))
    # The editor shows what was typed; the conversation, which is saved, never has the key.
    typed = mask_fields(typed_text(editor_name(_EXTRA, generation), old.extra_body))
    return replace(old, extra_body=typed)
