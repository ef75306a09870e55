"""How far a turn goes on by itself, set by a person: behind one small button."""

from dataclasses import replace
from typing import Literal

import streamlit as st

from components import state
from components.figures import counted
from components.workshop_shown import shown
from components.workspace import Workspace
from switchboard.automation import MOST_ROUNDS, Automation

_MODES: dict[Literal["step", "responders", "all"], tuple[str, str]] = {
    "step": ("Step by step", "You look at every result and send it."),
    "responders": (
        "Answers of the toolset",
        "Calls of tools that have an answer get it; for the others you are asked.",
    ),
    "all": ("All by itself", "Calls without an answer get a plausible result."),
}
_MODE, _APPROVES, _REPAIRS, _ROUNDS = (
    f"talk-loop-{name}" for name in ("mode", "approves", "repairs", "rounds")
)


def loop_settings(workspace: Workspace) -> None:
    """The button, and what unfolds from it."""
    automation = workspace.conversation.automation
    with st.popover(
        button_label(automation),
        type="tertiary",
        icon=":material/autorenew:",
        key="talk-loop",
        help="How far a turn goes on by itself when the model calls tools.",
    ):
        st.radio(
            "When the model calls tools",
            list(_MODES),
            key=shown(_MODE, automation.mode),
            format_func=lambda mode: _MODES[mode][0],
            captions=[about for _, about in _MODES.values()],
            on_change=_take,
        )
        st.toggle(
            "Approve each call first",
            key=shown(_APPROVES, automation.approves),
            disabled=automation.mode == "step",
            help="The turn waits until you have allowed each call, or denied it.",
            on_change=_take,
        )
        st.toggle(
            "Send problems back",
            key=shown(_REPAIRS, automation.repairs),
            disabled=automation.mode == "step",
            help="A call whose arguments do not fit the schema gets the problems as its result.",
            on_change=_take,
        )
        st.number_input(
            "Rounds at most",
            min_value=1,
            max_value=MOST_ROUNDS,
            key=shown(_ROUNDS, automation.most_rounds),
            disabled=automation.mode == "step",
            help="Requests that a turn sends by itself; then it waits for you.",
            on_change=_take,
        )


def button_label(automation: Automation) -> str:
    """What is set, in a few words."""
    if automation.mode == "step":
        return _MODES["step"][0]
    words = [_MODES[automation.mode][0], counted(automation.most_rounds, "round")]
    return " · ".join(words + ["approve"] * automation.approves)


def _take() -> None:
    workspace = state.workspace()
    old = workspace.conversation.automation
    new = Automation(
        mode=state.value(_MODE, old.mode),
        approves=state.value(_APPROVES, old.approves),
        repairs=state.value(_REPAIRS, old.repairs),
        most_rounds=state.value(_ROUNDS, old.most_rounds),
    )
    workspace.conversation = replace(workspace.conversation, automation=new)
