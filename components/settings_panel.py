"""The main settings of a request. What is left empty is not sent."""

from dataclasses import replace

import streamlit as st

from components import state
from components.state import Workspace
from switchboard.settings import Profile, Settings, ToolChoice
from switchboard.tools import Tool

_CHOICES: dict[ToolChoice, str] = {
    "auto": "auto: the model decides",
    "required": "required: some tool",
    "none": "none: no tool",
}


def settings_panel(workspace: Workspace, *, profile: Profile, tools: tuple[Tool, ...]) -> None:
    """Draws the settings and takes what was set into the workspace's conversation."""
    old = workspace.conversation.settings
    new = replace(
        old,
        temperature=_temperature(old, profile),
        max_tokens=_max_tokens(old),
        tool_choice=_tool_choice(old, tools),
        stream=_stream(old),
    )
    with st.expander("More settings"):
        new = replace(
            new,
            parallel_tool_calls=_parallel(old, profile),
            reasoning_effort=_effort(old, profile),
        )
    if new != old:
        workspace.conversation = replace(workspace.conversation, settings=new)


def _temperature(old: Settings, profile: Profile) -> float | None:
    is_refused = "temperature" in profile.refused
    state.seed("talk-temperature", old.temperature)
    return st.number_input(
        "Temperature",
        min_value=0.0,
        max_value=2.0,
        step=0.1,
        key="talk-temperature",
        placeholder="model's own",
        disabled=is_refused,
        help="This model refuses a temperature." if is_refused else "0 to 2. Empty: not sent.",
    )


def _max_tokens(old: Settings) -> int | None:
    state.seed("talk-max-tokens", old.max_tokens)
    return st.number_input(
        "Max tokens",
        min_value=1,
        step=50,
        key="talk-max-tokens",
        placeholder="model's own",
        help="The most an answer may cost, reasoning included. Empty: not sent.",
    )


def _tool_choice(old: Settings, tools: tuple[Tool, ...]) -> ToolChoice | None:
    choices = dict(_CHOICES)
    for name in [tool.name for tool in tools]:
        choices["function", name] = name
    if isinstance(old.tool_choice, tuple):
        choices.setdefault(old.tool_choice, f"{old.tool_choice[1]} (not in the toolset)")
    state.seed("talk-tool-choice", old.tool_choice)
    return st.selectbox(
        "Tool choice",
        list(choices),
        index=None,
        key="talk-tool-choice",
        placeholder="model decides",
        format_func=lambda choice: choices[choice],
        help="A tool's name makes the model call that tool. Empty: not sent.",
    )


def _parallel(old: Settings, profile: Profile) -> bool | None:
    is_refused = "parallel_tool_calls" in profile.refused
    words = {True: "allowed", False: "one call at a time"}
    state.seed("talk-parallel", old.parallel_tool_calls)
    return st.selectbox(
        "Parallel calls",
        list(words),
        index=None,
        key="talk-parallel",
        placeholder="model decides",
        format_func=lambda is_allowed: words[is_allowed],
        disabled=is_refused,
        help="This model refuses this setting." if is_refused else "Empty: not sent.",
    )


def _effort(old: Settings, profile: Profile) -> str | None:
    if not profile.reasoning_efforts:
        return old.reasoning_effort
    state.seed("talk-effort", old.reasoning_effort)
    return st.selectbox(
        "Reasoning effort",
        profile.reasoning_efforts,
        index=None,
        key="talk-effort",
        placeholder="model's own",
    )


def _stream(old: Settings) -> bool:
    state.seed("talk-stream", old.stream)
    return st.toggle("Stream the answer", key="talk-stream")
