"""Try: a form made from a tool's schema, and the arguments that it would send, checked."""

import streamlit as st

from components.figures import counted
from components.json_editor import json_editor
from components.plain import escaped, showable, with_code
from components.workshop import Workshop
from components.workshop_form_fields import form_fields
from components.workshop_form_trial import Trial, trial_of, turn
from components.workshop_samples import sample_buttons
from switchboard.messages import Call
from switchboard.tools import CheckedCall, Tool, Toolset, check_call

_MOST_PROBLEMS = 8


def try_panel(workshop: Workshop, toolset: Toolset, tool: Tool | None) -> None:
    """Draws the chosen tool's form, or its arguments as JSON, with the verdict on them."""
    del toolset
    if tool is None:
        st.caption("No tool yet: write one, and its form stands here.")
        return
    trial = trial_of(tool)
    checked = check_call(Call("try", tool.name, trial.text), [tool])
    trial.problems = checked.problems
    sample_buttons(workshop, trial, checked)
    _switch(trial, checked)
    _problem_list(checked)
    if trial.as_json is None:
        form_fields(trial)
    else:
        json_editor(trial.editor, trial.as_json, problems=checked.problems, height=260)
    if trial.as_json is None:
        st.caption("Sent as arguments")
        st.code(showable(trial.text), language="json", wrap_lines=True)


def _switch(trial: Trial, checked: CheckedCall) -> None:
    key = f"{trial.key}-switch"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.toggle(
            "As JSON", value=trial.as_json is not None, key=key, on_change=turn, args=(trial,)
        )
        if checked.is_valid:
            st.badge("arguments fit the schema", icon=":material/check:", color="green")
        else:
            words = counted(len(checked.problems), "problem")
            st.badge(words, icon=":material/error:", color="red")


def _problem_list(checked: CheckedCall) -> None:
    if checked.is_valid:
        return
    lines = [
        f"- {escaped(problem.pointer)}: {with_code(problem.message)}"
        for problem in checked.problems[:_MOST_PROBLEMS]
    ]
    if len(checked.problems) > _MOST_PROBLEMS:
        lines.append(f"- … and {len(checked.problems) - _MOST_PROBLEMS} more")
    st.error("\n".join(lines))
