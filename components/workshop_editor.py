"""The toolset's text in the editor, and what is wrong with it."""

import streamlit as st

from components.figures import counted
from components.json_editor import json_editor, typed_text
from components.keyboard import let_tab_leave_the_editor
from components.plain import escaped, with_code
from components.state import Workshop
from components.workshop_edit import EDITOR
from switchboard.problems import Problem
from switchboard.tools import Toolset

_SHOWN_PROBLEMS = 12


def take_typed(workshop: Workshop) -> None:
    """Takes what was typed in the editor, so that all of the page is drawn from it."""
    workshop.text = typed_text(EDITOR, workshop.text)


def editor(workshop: Workshop, toolset: Toolset) -> None:
    """Draws the editor and the verdict beneath it."""
    json_editor(EDITOR, workshop.text, problems=toolset.problems, height=460)
    let_tab_leave_the_editor()
    if toolset.problems:
        _problem_list(toolset.problems)


def _problem_list(problems: tuple[Problem, ...]) -> None:
    lines = [f"**{counted(len(problems), 'problem')} to mend before this can be sent**"]
    lines += [
        f"- {_place(problem)} {with_code(problem.message)}"
        for problem in problems[:_SHOWN_PROBLEMS]
    ]
    if len(problems) > _SHOWN_PROBLEMS:
        lines.append(f"- … and {len(problems) - _SHOWN_PROBLEMS} more")
    st.error("\n".join(lines))


def _place(problem: Problem) -> str:
    line = f"Line {problem.line}, " if problem.line else ""
    return f"{line}{escaped(problem.pointer)}:"
