"""Which tools the model may or must call, and how many at once."""

from dataclasses import replace
from typing import Any

import streamlit as st

from components import state
from components.plain import escaped
from components.settings_basis import Panel
from components.settings_bindings import Binding, setting
from components.settings_widgets import choice, choice_of
from switchboard.settings import AllowedTools, Settings, ToolChoice

SOME = "some"
"""The option that opens the list of tools."""

_WORDS = {
    "auto": "auto: the model decides",
    "required": "required: some tool",
    "none": "none: no tool",
}
_MODES = {"auto": "the model may call them", "required": "the model must call one"}


def tool_choice(panel: Panel) -> None:
    """The choice; of some of the tools, which ones."""
    names = [tool.name for tool in panel.tools]
    words: dict[Any, str] = dict(_WORDS)
    if names:
        words[SOME] = "some of the tools…"
    words |= {("function", name): name for name in names}
    chosen = panel.settings.tool_choice
    if isinstance(chosen, AllowedTools):
        words.setdefault(SOME, "some of the tools…")
    if isinstance(chosen, tuple):
        words.setdefault(chosen, chosen[1])
    choice_of(
        _choice(names),
        panel,
        "Tool choice",
        words,
        about="A tool's name makes the model call that tool.",
        refusal=panel.refusal("tool_choice"),
    )
    if isinstance(chosen, AllowedTools):
        _allowed(panel, chosen, names)
    elif isinstance(chosen, tuple) and chosen[1] not in names:
        st.caption(f"The toolset has no {escaped(chosen[1])}, so no tool choice is sent.")


def parallel_calls(panel: Panel) -> None:
    """Whether one answer may have several calls."""
    choice(
        panel,
        "parallel_tool_calls",
        "Parallel calls",
        {True: "allowed", False: "one call at a time"},
        about="`parallel_tool_calls`: whether one answer may hold several calls.",
    )


def _choice(names: list[str]) -> Binding:
    return setting(
        "tool_choice",
        read=lambda option: _chosen(option, names),
        show=lambda chosen: SOME if isinstance(chosen, AllowedTools) else chosen,
    )


def _chosen(option: Any, names: list[str]) -> ToolChoice | None:
    if option != SOME:
        chosen: ToolChoice | None = option
        return chosen
    now = state.workspace().conversation.settings.tool_choice
    return now if isinstance(now, AllowedTools) else AllowedTools(tuple(names))


def _allowed(panel: Panel, chosen: AllowedTools, names: list[str]) -> None:
    picked = _part("names", read=tuple, show=list)
    st.multiselect(
        "Allowed tools",
        list(dict.fromkeys([*names, *chosen.names])),
        key=picked.shown(panel.settings),
        format_func=lambda name: name if name in names else f"{name} (not in the toolset)",
        on_change=picked.take,
        placeholder="none picked, so nothing is sent",
    )
    mode = _part("mode")
    st.selectbox(
        "Of these",
        list(_MODES),
        key=mode.shown(panel.settings),
        format_func=lambda one: _MODES[one],
        on_change=mode.take,
    )


def _part(name: str, **how: Any) -> Binding:
    """One field of ``AllowedTools``."""

    def put(settings: Settings, value: Any) -> Settings:
        chosen = settings.tool_choice
        if not isinstance(chosen, AllowedTools):
            return settings
        return replace(settings, tool_choice=replace(chosen, **{name: value}))

    return Binding(
        f"talk-set-allowed-{name}",
        get=lambda settings: getattr(settings.tool_choice, name),
        put=put,
        **how,
    )
