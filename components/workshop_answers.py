"""Answers: how the chosen tool answers here, well or badly, without existing."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components.fault_editor import fault_editor
from components.output_schema_editor import output_schema_editor
from components.responder_editor import responder_editor
from components.responder_reach import outsiders
from components.responder_scope import Change, Scope, changed_text
from components.state import PER_TOOLSET
from components.workshop import Workshop
from components.workshop_edit import replace_text, take_typed
from switchboard.simulate.plans import plan_of
from switchboard.tools import Tool, Toolset


def answers_panel(workshop: Workshop, _: Toolset, tool: Tool | None) -> None:
    """Draws the chosen tool's responders, its output schema and its faults."""
    if tool is None:
        st.caption("No tool yet: write one, and how it answers is set up here.")
        return
    scope = Scope(
        tool=tool,
        reading=plan_of(tool),
        change=partial(_change, workshop, tool),
        key=f"{PER_TOOLSET}answers-{tool.name}",
        outsiders=outsiders(),
    )
    responder_editor(scope)
    _folded("Output schema", ":material/schema:", output_schema_editor, scope)
    _folded("Faults on purpose", ":material/bolt:", fault_editor, scope)


def _folded(label: str, icon: str, draw: Callable[[Scope], None], scope: Scope) -> None:
    with st.expander(label, icon=icon, key=f"{scope.key}-{label}", on_change="rerun") as fold:
        if fold.open:
            draw(scope)


def _change(workshop: Workshop, tool: Tool, change: Change, said: str) -> None:
    take_typed(workshop)
    replace_text(workshop, changed_text(workshop.text, tool, change), said)
