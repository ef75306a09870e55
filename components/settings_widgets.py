"""Widgets of settings. Left empty they set nothing; what the profile refuses can't be used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.plain import escaped, with_code
from components.settings_bindings import Binding, setting
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
        """Why the profile never sends this field; empty when it does."""
        return self.profile.refused.get(field, "")


def number(
    panel: Panel,
    name: str,
    label: str,
    *,
    low: float,
    high: float | None,
    step: float,
    about: str,
    refusal: str = "",
) -> None:
    """A number; the kind of its limits decides whether it is a whole one."""
    reason = refusal or panel.refusal(name)
    bound = setting(name)
    # A saved value may be beyond the limits; it is shown, for a person to correct.
    value = bound.get(panel.settings)
    st.number_input(
        label,
        min_value=low if value is None else min(low, value),
        max_value=high if value is None or high is None else max(high, value),
        step=step,
        value=None,
        key=bound.shown(panel.settings),
        placeholder="not set",
        on_change=bound.take,
        disabled=bool(reason),
        help=_help(about, reason),
    )


def choice(
    panel: Panel,
    name: str,
    label: str,
    options: Mapping[Any, str],
    *,
    about: str,
    refusal: str = "",
    takes_others: bool = False,
) -> None:
    """One of some values, or another one that is typed; the cross unsets it."""
    bound = setting(name)
    choice_of(
        bound,
        panel,
        label,
        options,
        about=about,
        refusal=refusal or panel.refusal(name),
        takes_others=takes_others,
    )


def choice_of(
    bound: Binding,
    panel: Panel,
    label: str,
    options: Mapping[Any, str],
    *,
    about: str,
    refusal: str = "",
    takes_others: bool = False,
) -> None:
    """As ``choice``, of any binding. A value that is no option, from another model, is shown."""
    key = bound.shown(panel.settings)
    value = bound.show(bound.get(panel.settings))
    words = dict(options)
    if value is not None and value not in words:
        words[value] = str(value) if takes_others else f"{value} (not for this model)"
    st.selectbox(
        label,
        list(words),
        index=None,
        key=key,
        placeholder="not set",
        format_func=lambda option: words.get(option, option),
        accept_new_options=takes_others,
        on_change=bound.take,
        disabled=bool(refusal),
        help=_help(about, refusal),
    )


def line(panel: Panel, name: str, label: str, *, about: str, longest: int | None = None) -> None:
    """A text of one line."""
    reason = panel.refusal(name)
    bound = setting(name, read=lambda text: (text or "").strip() or None, show=_text)
    st.text_input(
        label,
        key=bound.shown(panel.settings),
        placeholder="not set",
        max_chars=longest,
        on_change=bound.take,
        disabled=bool(reason),
        help=_help(about, reason),
    )
    problems_of(panel, name)


def lines(panel: Panel, bound: Binding, name: str, label: str, *, about: str, like: str) -> None:
    """Several lines of text; ``like`` is an example, shown while there are none."""
    reason = panel.refusal(name)
    st.text_area(
        label,
        key=bound.shown(panel.settings),
        placeholder=like,
        height=80,
        on_change=bound.take,
        disabled=bool(reason),
        help=_help(about, reason),
    )
    problems_of(panel, name)


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


def _help(about: str, reason: str) -> str:
    return f"{escaped(reason)} It is not sent." if reason else f"{about} Empty: not sent."


def _text(value: str | None) -> str:
    return value or ""
