"""The toolset: what it is saved as, the editor, and the verdict beneath it."""

from dataclasses import replace

import streamlit as st

from components.figures import counted
from components.json_editor import json_editor, typed_text
from components.keyboard import let_tab_leave_the_editor
from components.plain import escaped, with_code
from components.setup import Setup
from components.toolset_origin import look_up
from components.toolset_picker import EDITOR, put_aside_button, toolset_picker
from components.toolset_saving import saving_row
from components.unused_answers import unused_in_conversation
from components.workspace import Workspace
from switchboard.payload import for_dialect
from switchboard.problems import Problem
from switchboard.simulate.plans import plan_of
from switchboard.tools import Tool, Toolset

_SHOWN_PROBLEMS = 12


def take_typed(workspace: Workspace) -> None:
    """Takes what was typed in the editor, so that all of the page is drawn from it."""
    old = workspace.conversation
    text = typed_text(EDITOR, old.toolset)
    if text != old.toolset:
        workspace.conversation = replace(old, toolset=text)


def toolset_panel(workspace: Workspace, setup: Setup) -> None:
    """Draws the panel; ``setup`` holds what the workspace's text was understood as."""
    toolset, kept = setup.toolset, look_up(workspace)
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown("##### Tools", width="content")
        toolset_picker(kept.toolsets)
    put_aside_button(workspace)
    saving_row(workspace, setup, kept)
    json_editor(EDITOR, workspace.conversation.toolset, problems=toolset.problems, height=340)
    _verdict(toolset, refusal=setup.profile.refused.get("tools", ""))
    _answer_problems(toolset)
    _changes(setup)
    unused_in_conversation(workspace, setup)
    let_tab_leave_the_editor()


def _verdict(toolset: Toolset, *, refusal: str) -> None:
    if not toolset.is_sendable:
        _problem_list(toolset.problems)
    elif toolset.tools and refusal:
        st.markdown(
            f":material/block: {counted(len(toolset.tools), 'tool')}, not sent: {escaped(refusal)}"
        )
    elif toolset.tools:
        st.markdown(f":material/check_circle: {_ready(toolset.tools)}")
    else:
        st.caption("No tools: the model can only talk. Write one above, or start from an example.")


def _answer_problems(toolset: Toolset) -> None:
    """What is wrong with how the tools answer: it keeps nothing from being sent."""
    problems = [problem for tool in toolset.tools for problem in plan_of(tool).problems]
    if not toolset.is_sendable or not problems:
        return
    with st.expander(
        f":material/rule: {counted(len(problems), 'problem')} with the tools' answers"
    ):
        st.markdown(
            "\n".join(
                f"- {_place(problem)} {with_code(problem.message)}"
                for problem in problems[:_SHOWN_PROBLEMS]
            )
        )


def _changes(setup: Setup) -> None:
    """What the gateway of the moment is told instead of what was written."""
    if not setup.toolset.is_sendable:
        return
    changes = for_dialect(setup.definitions, setup.profile).changes
    if changes:
        with st.expander(f"Changed for this gateway ({len(changes)})"):
            st.markdown("\n".join(f"- {with_code(change)}" for change in changes))


def _ready(tools: tuple[Tool, ...]) -> str:
    names = ", ".join(f"**{escaped(tool.name)}**" for tool in tools)
    return f"{counted(len(tools), 'tool')}, ready to send: {names}"


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
