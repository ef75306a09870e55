"""Faults on purpose: how often each is done to a tool's results."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from components import state
from components.responder_scope import Scope
from components.responder_told import refusal, refuse, told
from components.workshop_shown import shown
from switchboard.responders import FaultKind, FaultPlan
from switchboard.simulate.faults import FAULT_WORDS
from switchboard.simulate.plans import (
    FAULTS,
    faults_document,
    margin_path,
    with_margin,
    without_margin,
)
from switchboard.tools import Tool


def fault_editor(scope: Scope) -> None:
    """Draws a row for each kind, the seed, and what is left for results without a fault."""
    plan = scope.reading.plan.faults
    path = (*margin_path(scope.tool), FAULTS)
    told([one for one in scope.reading.problems if one.path[: len(path)] == path])
    _sum(scope, plan)
    with st.container(gap="xxsmall"):
        for kind in FaultKind:
            _row(scope, plan, kind)


def _sum(scope: Scope, plan: FaultPlan) -> None:
    share, rest = f"{_summed(plan):g} %", f"{_percent(1) - _summed(plan):g} %"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.markdown(f"**{share}** of the results get a fault, {rest} none.", width="stretch")
        key = shown(f"{scope.key}-fault-seed", plan.seed)
        st.number_input(
            "Seed",
            key=key,
            step=1,
            width=140,
            help="The same seed gives the same faults to the same calls.",
            on_change=_take_seed,
            args=(scope, plan, key),
        )
    refusal(f"{scope.key}-faults")


def _row(scope: Scope, plan: FaultPlan, kind: FaultKind) -> None:
    word = FAULT_WORDS[kind]
    key = shown(f"{scope.key}-fault-{kind}", _percent(plan.chances.get(kind, 0.0)))
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(f"{word.label}  \n:small[:gray[{word.about}]]", width="stretch")
        st.number_input(
            f"{word.label}: chance in percent",
            min_value=0.0,
            max_value=100.0,
            step=5.0,
            format="%g",
            icon=":material/percent:",
            key=key,
            width=150,
            label_visibility="collapsed",
            on_change=_take_chance,
            args=(scope, plan, kind, key),
        )


def _take_chance(scope: Scope, plan: FaultPlan, kind: FaultKind, key: str) -> None:
    chance = round(state.value(key, 0.0) / 100, 6)
    chances = {**plan.chances, kind: chance}
    new, refused = replace(plan, chances=_in_order(chances)), f"{scope.key}-faults"
    if (total := _summed(new)) > 100:
        refuse(refused, f"Together they would be {total:g} %: lower another one first.")
        return
    refuse(refused, "")
    _put(scope, new)


def _take_seed(scope: Scope, plan: FaultPlan, key: str) -> None:
    _put(scope, replace(plan, seed=int(state.value(key, 0) or 0)))


def _put(scope: Scope, plan: FaultPlan) -> None:
    def on_text(text: str, tool: Tool) -> str:
        if not any(plan.chances.values()) and not plan.seed:
            return without_margin(text, tool, FAULTS)
        return with_margin(text, tool, FAULTS, faults_document(plan))

    scope.change(on_text, f"Faults: {scope.tool.name}")


def _in_order(chances: Mapping[FaultKind, float]) -> dict[FaultKind, float]:
    return {kind: chances[kind] for kind in FaultKind if kind in chances}


def _summed(plan: FaultPlan) -> float:
    """In percent, without what adding up binary fractions leaves behind."""
    return _percent(sum(plan.chances.values()))


def _percent(chance: float) -> float:
    return round(chance * 100, 4)
