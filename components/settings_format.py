"""The response format: text, any JSON object, or JSON of a schema that is edited here."""

from dataclasses import replace
from typing import Any

import streamlit as st

from components.json_editor import json_editor
from components.settings_bindings import Binding
from components.settings_json import SCHEMA, editor_name
from components.settings_widgets import Panel, choice_of, problems_of, told_problems
from switchboard.settings import ResponseFormat, Settings

_KINDS = {
    "text": "text",
    "json_object": "json_object: any JSON",
    "json_schema": "json_schema: JSON of a schema",
}
_FIRST_SCHEMA = """{
  "type": "object",
  "properties": {
    "answer": {"type": "string"}
  },
  "required": ["answer"],
  "additionalProperties": false
}"""


def response_format(panel: Panel) -> None:
    """The kind; of a schema also its name, whether it is strict, and its text."""
    choice_of(
        _KIND,
        panel,
        "Response format",
        _KINDS,
        about="`response_format`: the form an answer must have, together with tools too.",
        refusal=panel.refusal("response_format"),
    )
    wanted = panel.settings.response_format
    if wanted and wanted.kind == "json_schema":
        _schema(panel, wanted)


def _schema(panel: Panel, wanted: ResponseFormat) -> None:
    st.text_input(
        "Name of the schema",
        key=_NAME.shown(panel.settings),
        on_change=_NAME.take,
        help="1 to 64 letters, digits, `_` and `-`.",
    )
    problems_of(panel, "response_format", "name")
    choice_of(
        _STRICT,
        panel,
        "Strict schema",
        {True: "yes", False: "no"},
        about="`strict`: the answer always fits; the schema must keep to fewer keywords.",
        refusal=panel.refusal("strict"),
    )
    problems = [p for p in panel.problems if p.path[:2] == ("response_format", "schema")]
    st.caption("Schema")
    json_editor(editor_name(SCHEMA, panel.generation), wanted.schema, problems=problems, height=220)
    told_problems(problems)


def _put_kind(settings: Settings, kind: Any) -> Settings:
    if kind is None:
        return replace(settings, response_format=None)
    old = settings.response_format or ResponseFormat("text", _FIRST_SCHEMA)
    return replace(settings, response_format=replace(old, kind=kind))


def _part(name: str) -> Binding:
    """One field of ``ResponseFormat``."""

    def put(settings: Settings, value: Any) -> Settings:
        old = settings.response_format
        return replace(settings, response_format=replace(old, **{name: value})) if old else settings

    return Binding(
        f"talk-set-format-{name}",
        get=lambda settings: getattr(settings.response_format, name, None),
        put=put,
    )


_KIND = replace(_part("kind"), put=_put_kind)
_NAME = _part("name")
_STRICT = _part("strict")
