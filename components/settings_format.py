"""The response format: text, any JSON object, or JSON of a schema."""

from dataclasses import replace
from typing import Any

import streamlit as st

from components.settings_basis import Panel, problems_of
from components.settings_bindings import Binding
from components.settings_widgets import choice_of
from switchboard.settings import ResponseFormat, Settings

_KINDS = {kind: kind for kind in ("text", "json_object", "json_schema")}
_FIRST_SCHEMA = """{
  "type": "object",
  "properties": {
    "answer": {"type": "string"}
  },
  "required": ["answer"],
  "additionalProperties": false
}"""


def response_format(panel: Panel) -> None:
    """The kind; of a schema also its name, and whether it is strict."""
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
        _schema(panel)


def _schema(panel: Panel) -> None:
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
    st.caption("The schema is edited beneath the tools.")


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
