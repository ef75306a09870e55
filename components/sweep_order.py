"""What a sweep is to do, chosen by a person, and what it would cost."""

import streamlit as st

from components import services, state
from components.plain import escaped
from components.reaching import asking_of
from components.setup import Setup, current_setup
from components.sweep_words import fault_label
from components.workspace import Workspace
from switchboard.responders import ByModel, FaultKind, Http, Mcp
from switchboard.simulate.plans import plan_of
from switchboard.sweeps import SweepCost, SweepOrder, cost_of, reason_against, tools_called

_FAULTS, _TOOL = "talk-sweep-faults", "talk-sweep-tool"
_ANY = ""
_ALL = [kind.value for kind in FaultKind]


def sweep_order(workspace: Workspace, setup: Setup) -> None:
    """The choices and Start."""
    tools = tools_called(workspace.conversation)
    state.seed(_FAULTS, _ALL)
    st.pills(
        "Faults",
        _ALL,
        selection_mode="multi",
        key=_FAULTS,
        format_func=lambda value: fault_label(FaultKind(value)),
    )
    _quick_choices()
    if len(tools) > 1:
        _tool_list(tools)
    st.caption(escaped(_cost_sentence(workspace, setup)))
    st.button(
        "Start",
        type="primary",
        icon=":material/play_arrow:",
        key="talk-sweep-start",
        disabled=bool(setup.blockers) or not _chosen(),
        help=escaped(" ".join(setup.blockers)) or None,
        on_click=_start,
    )


def _quick_choices() -> None:
    with st.container(horizontal=True, gap="small"):
        for label, values in (("All", _ALL), ("None", list[str]())):
            st.button(
                label,
                type="tertiary",
                key=f"talk-sweep-{label.lower()}",
                on_click=state.plant,
                args=(_FAULTS, values),
            )


def _tool_list(tools: tuple[str, ...]) -> None:
    state.seed(_TOOL, _ANY)
    st.selectbox(
        "Into the first result of",
        [_ANY, *tools],
        key=_TOOL,
        format_func=lambda name: name or "any tool",
    )


def _chosen() -> tuple[FaultKind, ...]:
    return tuple(FaultKind(value) for value in state.value(_FAULTS, _ALL) or ())


def _cost_sentence(workspace: Workspace, setup: Setup) -> str:
    cost = cost_of(workspace.conversation, _chosen())
    whom = f"{workspace.conversation.model} at {setup.gateway.name}" if setup.gateway else ""
    return " ".join([f"Sends {cost.turns} turns to {whom}: {_tokens(cost)}.", *_others(setup)])


def _tokens(cost: SweepCost) -> str:
    large = f"the oversized result alone takes about {_rounded(cost.oversized_tokens)} tokens"
    told = "the gateway did not say how many tokens the last one took"
    if cost.tokens is not None:
        told = f"about {_rounded(cost.tokens)} tokens, if each is like the last one"
    return f"{told}; {large}" if cost.oversized_tokens else told


def _rounded(tokens: int) -> str:
    """To two digits: no more is known."""
    return f"{round(tokens, 2 - len(str(tokens))):,}"


def _others(setup: Setup) -> list[str]:
    """Who else is asked in every turn, a sentence each."""
    plans = [plan_of(tool).plan for tool in setup.toolset.tools]
    actions = [one.action for plan in plans for one in plan.responders]
    models = dict.fromkeys(one.model for one in actions if isinstance(one, ByModel))
    told = []
    if any(isinstance(one, Http | Mcp) for one in actions):
        told.append("Real endpoints that answer for the tools are asked each time.")
    if models:
        told.append(f"Models that play tools are asked each time: {', '.join(models)}.")
    return told


def _start() -> None:
    workspace = state.workspace()
    setup, conversation = current_setup(workspace), workspace.conversation
    if setup.gateway is None or setup.blockers or reason_against(conversation):
        return
    tool = state.value(_TOOL, _ANY)
    order = SweepOrder(
        conversation,
        asking_of(workspace, setup, setup.gateway),
        faults=_chosen(),
        tool=tool if tool in tools_called(conversation) else _ANY,
    )
    services.sweeps().start(order)
