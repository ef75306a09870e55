"""Making a tool fit: every change named, taken or left, and shown as a diff before it is made."""

import json

import streamlit as st

from components import state
from components.cutting import beginning_and_end
from components.figures import counted
from components.plain import escaped, showable, with_code
from components.workshop import Workshop
from components.workshop_changes import taken_changes
from components.workshop_edit import replace_text
from switchboard.fitting import GOALS, Fitting, fit
from switchboard.text_diff import diff_lines
from switchboard.tools import Tool, Toolset, with_value
from switchboard.wire import JsonObject

_GOAL = "workshop-goal"
_NAMES = {goal.id: goal.name for goal in GOALS}
_ABOUT = {goal.id: goal.about for goal in GOALS}
_CONTEXT = 3
_SIGNS = {"same": " ", "removed": "-", "added": "+", "skipped": "@"}


def fitting_panel(workshop: Workshop, _: Toolset, tool: Tool | None) -> None:
    """The goal, its changes with their meaning, the diff, and the button that makes them."""
    if tool is None:
        st.caption("No tools yet, so there is nothing to change.")
        return
    state.seed(_GOAL, GOALS[0].id)
    goal = st.segmented_control(
        "What the tool should fit",
        list(_NAMES),
        key=_GOAL,
        format_func=_NAMES.__getitem__,
        label_visibility="collapsed",
        required=True,
    )
    if goal is None:
        return
    st.caption(_ABOUT[goal])
    fitting = fit(tool, goal)
    for problem in fitting.left:
        st.warning(with_code(problem.message))
    if not fitting.changes:
        st.markdown(f":material/check_circle: **{escaped(tool.name)}** needs no change for this.")
        return
    prefix = f"workshop-take-{workshop.generation}-{goal}-{tool.name}"
    taken = taken_changes(fitting, prefix=prefix)
    _diff(fitting, taken)
    _apply_button(fitting, taken, tool=tool, goal=goal)


def _diff(fitting: Fitting, taken: frozenset[str]) -> None:
    before, after = (_json(value) for value in (fitting.before, fitting.after(taken)))
    lines = diff_lines(before, after, context=_CONTEXT)
    if not lines:
        return
    text = "\n".join(f"{_SIGNS[line.kind]} {line.text}" for line in lines)
    with st.expander("Line by line", expanded=True):
        st.code(beginning_and_end(showable(text)), language="diff", wrap_lines=True)


def _apply_button(fitting: Fitting, taken: frozenset[str], *, tool: Tool, goal: str) -> None:
    st.button(
        f"Make {counted(len(taken), 'change')}",
        type="primary",
        icon=":material/done_all:",
        key="workshop-fit",
        disabled=not taken,
        on_click=_make,
        args=(fitting.after(taken), tool, f"{_NAMES[goal]}: {tool.name}"),
    )


def _make(after: JsonObject, tool: Tool, said: str) -> None:
    workshop = state.workshop()
    if workshop is not None:
        replace_text(workshop, with_value(workshop.text, tool.path, after), said)


def _json(value: JsonObject) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
