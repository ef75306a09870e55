"""Widgets of settings. Left empty they set nothing; what the profile refuses can't be used."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.plain import escaped
from components.settings_basis import Panel, problems_of
from components.settings_bindings import Binding, setting


def number(
    panel: Panel,
    name: str,
    label: str,
    *,
    low: float,
    high: float | None,
    step: float,
    about: str,
    refusal: str | None = None,
) -> None:
    """A number; the kind of its limits decides whether it is a whole one."""
    reason = panel.refusal(name) if refusal is None else refusal
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
    not_sent(reason, holds=value is not None)


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
    not_sent(refusal, holds=value is not None)


def line(panel: Panel, name: str, label: str, *, about: str) -> None:
    """A text of one line."""
    reason = panel.refusal(name)
    bound = setting(name, read=lambda text: (text or "").strip() or None, show=_text)
    st.text_input(
        label,
        key=bound.shown(panel.settings),
        placeholder="not set",
        on_change=bound.take,
        disabled=bool(reason),
        help=_help(about, reason),
    )
    not_sent(reason, holds=bool(bound.get(panel.settings)))
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
    not_sent(reason, holds=bool(bound.get(panel.settings)))
    problems_of(panel, name)


def not_sent(reason: str, *, holds: bool) -> None:
    """Why what a greyed control holds is not sent, in sight; nothing where it holds nothing."""
    if reason and holds:
        st.caption(f"Not sent: {escaped(reason)}")


def _help(about: str, reason: str) -> str:
    return f"{escaped(reason)} It is not sent." if reason else f"{about} Empty: not sent."


def _text(value: str | None) -> str:
    return value or ""
