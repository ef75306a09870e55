"""The settings of a request. What is left empty is not sent.

A newcomer sees four; the rest is folded by subject and drawn when its fold is open.
"""

from collections.abc import Callable
from dataclasses import fields, replace

import streamlit as st

from components import state
from components.settings_account import account_settings
from components.settings_basis import Panel
from components.settings_bindings import change_settings, setting
from components.settings_checks import problems_in_settings
from components.settings_headers import extra_headers
from components.settings_json import extra_json, forget_typed_json
from components.settings_output import output_settings, reasoning_settings
from components.settings_sampling import sampling_settings
from components.settings_tools import parallel_calls, tool_choice
from components.settings_widgets import number
from components.setup import Setup
from components.workspace import Workspace
from switchboard.settings import Settings

_MAIN = frozenset({"temperature", "max_tokens", "tool_choice", "stream"})
_MORE = tuple(field.name for field in fields(Settings) if field.name not in _MAIN)
_STREAM = setting("stream")
_OPEN = "settings-open-groups"


def settings_panel(workspace: Workspace, setup: Setup) -> None:
    """Draws the settings of the workspace's conversation, which change as a person sets them."""
    panel = Panel(
        settings=workspace.conversation.settings,
        profile=setup.profile,
        tools=setup.toolset.tools,
        problems=problems_in_settings(workspace.conversation.settings),
        generation=workspace.generation,
    )
    _main_settings(panel)
    # Its label is always the same. A fold that tells whether it is open is another one for each
    # label, and would take the focus away from what is typed inside.
    fold = st.expander("More settings", key="settings-more", on_change="rerun")
    if fold.open:
        with fold:
            _more_settings(panel)
    if told := _told(panel):
        st.caption(told)


def _main_settings(panel: Panel) -> None:
    about = "`temperature`: 0 to 2."
    number(panel, "temperature", "Temperature", low=0.0, high=2.0, step=0.1, about=about)
    number(
        panel,
        "max_tokens",
        "Max tokens",
        low=1,
        high=None,
        step=50,
        about=f"`{panel.profile.token_limit_field}`: the most an answer may cost, with reasoning.",
        refusal=panel.refusal(panel.profile.token_limit_field),
    )
    tool_choice(panel)
    st.toggle(
        "Stream the answer",
        key=_STREAM.shown(panel.settings),
        on_change=_STREAM.take,
        disabled="stream" in panel.profile.refused,
        help=panel.refusal("stream") or None,
    )


def _more_settings(panel: Panel) -> None:
    _group("Tools", parallel_calls, panel)
    _group("Output", output_settings, panel)
    _group("Sampling", sampling_settings, panel)
    _group("Reasoning", reasoning_settings, panel)
    _group("Account", account_settings, panel)
    _group("Anything else", _free_settings, panel)
    if _set_names(panel.settings):
        st.button("Clear all of these", key="talk-clear-settings", on_click=_clear)


def _group(label: str, draw: Callable[[Panel], None], panel: Panel) -> None:
    # What is not drawn is forgotten, so what is open is noted for when it is drawn again.
    was_open = state.value(_OPEN, frozenset[str]())
    state.seed(f"settings-{label}", label in was_open)
    fold = st.expander(label, key=f"settings-{label}", type="compact", on_change="rerun")
    state.plant(_OPEN, was_open | {label} if fold.open else was_open - {label})
    if fold.open:
        with fold:
            draw(panel)


def _free_settings(panel: Panel) -> None:
    extra_headers(panel)
    extra_json(panel)


def _told(panel: Panel) -> str:
    names = _set_names(panel.settings)
    told = [f"{len(names)} set"] if names else []
    if problems := [one for one in panel.problems if one.path[0] not in _MAIN]:
        told.append(f"{len(problems)} to mend")
    return f"More settings: {', '.join(told)}" if told else ""


def _set_names(settings: Settings) -> list[str]:
    blank = Settings()
    return [name for name in _MORE if getattr(settings, name) != getattr(blank, name)]


def _clear() -> None:
    blank = Settings()
    change_settings(lambda old: replace(old, **{name: getattr(blank, name) for name in _MORE}))
    forget_typed_json(state.workspace())
