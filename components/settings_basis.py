"""What the settings' controls are drawn from, and what is told beneath them."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.plain import with_code
from switchboard.payload import left_out
from switchboard.problems import Problem
from switchboard.settings import Profile, Settings
from switchboard.tools import Tool

_SHOWN_PROBLEMS = 6


@dataclass(frozen=True, slots=True)
class Panel:
    """What the controls are drawn from."""

    settings: Settings
    profile: Profile
    tools: tuple[Tool, ...]
    problems: tuple[Problem, ...]
    """Of the settings, each with the setting's name first in its path."""

    generation: int
    """Of the conversation: how often the tab has turned to one."""

    def refusal(self, field: str) -> str:
        """Why this field is not sent whatever it holds; empty when it is."""
        has_tools = bool(self.tools) and "tools" not in self.profile.refused
        return left_out(self.settings, self.profile, has_tools=has_tools).get(field, "")


def problems_of(panel: Panel, *path: str) -> None:
    """What must be mended of a setting, beneath it."""
    told_problems([problem for problem in panel.problems if problem.path[: len(path)] == path])


def told_problems(problems: Sequence[Problem]) -> None:
    """Problems as a short list; nothing when there are none."""
    if not problems:
        return
    told = [f"- {_place(problem)}{with_code(problem.message)}" for problem in problems]
    if len(told) > _SHOWN_PROBLEMS:
        told[_SHOWN_PROBLEMS:] = [f"- … and {len(problems) - _SHOWN_PROBLEMS} more"]
    st.error("\n".join(told) if len(told) > 1 else told[0].removeprefix("- "))


def _place(problem: Problem) -> str:
    return f"Line {problem.line}: " if problem.line else ""
