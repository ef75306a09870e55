"""What a tool's results must be like: a JSON Schema, kept beside the tool."""

import json
from functools import partial

import streamlit as st

from components.plain import escaped, showable, with_code
from components.responder_json import json_draft
from components.responder_scope import Scope
from switchboard.simulate.plans import (
    OUTPUT_SCHEMA,
    WrittenSchema,
    margin_path,
    with_margin,
    without_margin,
    written_output_schema,
)
from switchboard.tools import Tool, check_schema_text
from switchboard.wire import Json

_FIRST = '{\n  "type": "object",\n  "properties": {}\n}'


def output_schema_editor(scope: Scope) -> None:
    """Draws the editor; of a schema that stands in the function itself only where it is."""
    written = written_output_schema(scope.tool)
    if written and not written.is_in_margin:
        st.caption(
            with_code(f"It stands in the function, as `{written.key}`, and is edited there.")
        )
        return
    st.caption("Results are checked against it, and made up from it. No model is told of it.")
    key = written.key if written else OUTPUT_SCHEMA
    json_draft(
        f"{scope.key}-output",
        _text(written),
        check=check_schema_text,
        label="Keep it",
        put=partial(_keep, scope, key),
        can_be_kept=written is None,
    )
    _problems(scope, written)
    if written:
        st.button(
            "Remove it",
            type="tertiary",
            icon=":material/delete:",
            key=f"{scope.key}-output-remove",
            on_click=_remove,
            args=(scope, key),
        )


def _text(written: WrittenSchema | None) -> str:
    if written is None:
        return _FIRST
    return showable(json.dumps(written.schema, ensure_ascii=False, indent=2))


def _problems(scope: Scope, written: WrittenSchema | None) -> None:
    if written is None:
        return
    path = (*margin_path(scope.tool), written.key)
    found = [one for one in scope.reading.problems if one.path[: len(path)] == path]
    if found:
        lines = [f"- {escaped(one.pointer)}: {with_code(one.message)}" for one in found[:6]]
        st.error("\n".join(lines))


def _keep(scope: Scope, key: str, schema: Json) -> None:
    def on_text(text: str, tool: Tool) -> str:
        return with_margin(text, tool, key, schema)

    scope.change(on_text, f"Output schema: {scope.tool.name}")


def _remove(scope: Scope, key: str) -> None:
    def on_text(text: str, tool: Tool) -> str:
        return without_margin(text, tool, key)

    scope.change(on_text, f"Remove the output schema: {scope.tool.name}")
