"""The toolset's text in the editor, and what is to be said of it."""

from collections.abc import Sequence

import streamlit as st

from components import state
from components.figures import counted
from components.json_editor import json_editor
from components.json_help import go_to, help_the_editor
from components.keyboard import let_tab_leave_the_editor
from components.keyboard_focus import keep_the_focus
from components.plain import escaped, with_code
from components.workshop import Workshop
from components.workshop_edit import EDITOR, replace_text, take_typed
from components.workshop_foreign import offer_to_read
from switchboard.problems import Problem
from switchboard.tools import Toolset, check_toolset
from switchboard.tools.layout import lay_out
from switchboard.tools.unknown_keys import unknown_keys

_CONTAINER = "workshop-editor"
_SHOWN = 12


def editor(workshop: Workshop, toolset: Toolset) -> None:
    """Draws the editor and the verdict beneath it."""
    with st.container(key=_CONTAINER):
        json_editor(EDITOR, workshop.text, problems=toolset.problems, height=480)
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        _verdict(toolset)
        st.button(
            "Format",
            icon=":material/format_align_left:",
            key="workshop-format",
            disabled=not workshop.text.strip(),
            on_click=_format,
        )
    _list(toolset.problems, "problem")
    offer_to_read(workshop, toolset)
    _list(_advice(workshop, toolset), "advice")


def editor_aids(workshop: Workshop) -> None:
    """What helps the editor and is not seen. Last on the page, where empty elements do no harm."""
    let_tab_leave_the_editor()
    keep_the_focus()
    help_the_editor(_CONTAINER, is_changed=workshop.is_changed)


def _verdict(toolset: Toolset) -> None:
    if toolset.problems:
        told = f":red[:material/error:] **{counted(len(toolset.problems), 'problem')} to mend**"
    elif toolset.tools:
        told = f":green[:material/check_circle:] {counted(len(toolset.tools), 'tool')}, in order"
    else:
        told = "No tools yet"
    st.markdown(told)


def _advice(workshop: Workshop, toolset: Toolset) -> Sequence[Problem]:
    told = {problem.path for problem in toolset.problems}
    return [one for one in unknown_keys(toolset.tools, workshop.text) if one.path not in told]


def _list(problems: Sequence[Problem], kind: str) -> None:
    if not problems:
        return
    if kind == "advice":
        st.caption(f":material/lightbulb: {counted(len(problems), 'thing')} to look at")
    with st.container(gap="xxsmall", key=f"workshop-{kind}-list"):
        for number, problem in enumerate(problems[:_SHOWN]):
            _line(problem, key=f"workshop-{kind}-{number}")
        if len(problems) > _SHOWN:
            st.caption(f"… and {len(problems) - _SHOWN} more")


def _line(problem: Problem, *, key: str) -> None:
    with st.container(horizontal=True, gap="small", wrap=False):
        if problem.line:
            st.button(
                f"Line {problem.line}",
                key=key,
                type="tertiary",
                help="Go there",
                on_click=_go_to,
                args=(problem, problem.line),
            )
        st.markdown(f"{with_code(problem.message)} :small[:gray[{escaped(problem.pointer)}]]")


def _go_to(problem: Problem, line: int) -> None:
    """To the line, and to the tool that it is of."""
    go_to(line, problem.column or 1)
    if workshop := state.workshop():
        places = [tool.path[:1] for tool in check_toolset(workshop.text).tools]
        if problem.path[:1] in places:
            workshop.chosen = places.index(problem.path[:1])


def _format() -> None:
    workshop = state.workshop()
    if workshop is None:
        return
    take_typed(workshop)
    laid_out = lay_out(workshop.text)
    if laid_out.problem:
        workshop.notice = f"This can't be formatted. {laid_out.problem.message}"
    else:
        replace_text(workshop, laid_out.text, "Format")
