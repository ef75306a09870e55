"""Which provider takes which tool: the matrix, and of the chosen tool every rule and its place."""

from collections.abc import Mapping, Sequence

import streamlit as st

from components.figures import counted
from components.plain import escaped, with_code
from components.state import Workshop
from switchboard.lint import TARGETS, Breach, Fit, Portability, lint, portability
from switchboard.problems import Problem
from switchboard.tools import Tool, Toolset, locate

_WORDS = {"fits": "fits", "change": "after a change", "refused": "refused"}
_SIGNS = {"fits": "✓", "change": "~", "refused": "✗"}
_COLOURS = {"fits": "green", "change": "orange", "refused": "red"}
_SHOWN = 8


def portability_panel(workshop: Workshop, toolset: Toolset, tool: Tool | None) -> None:
    """The chosen tool before each provider, the whole matrix, and advice on wording."""
    if tool is None:
        st.caption("No tools yet. Write one, and see here who would take it.")
        return
    found = portability(toolset.tools)
    index = toolset.tools.index(tool)
    st.markdown(f"**{escaped(tool.name)}**: who takes it as it is")
    for target in TARGETS:
        _verdict(target.name, found.rows[index][target.id], text=workshop.text)
    _of_the_whole(found, text=workshop.text)
    if len(toolset.tools) > 1:
        _matrix(toolset.tools, found)
    _advice(workshop, toolset, index)


def _verdict(name: str, fit: Fit, *, text: str) -> None:
    badge = f":{_COLOURS[fit.verdict]}-badge[{_WORDS[fit.verdict]}]"
    if not fit.breaches:
        st.markdown(f"{badge} {escaped(name)}")
        return
    count = counted(len(fit.breaches), "reason")
    with st.expander(f"{badge} {escaped(name)} · {count}"):
        _reasons(fit.breaches, text=text)


def _of_the_whole(found: Portability, *, text: str) -> None:
    names = {target.id: target.name for target in TARGETS}
    told = {names[id]: fit for id, fit in found.whole.items() if fit.breaches}
    if told:
        st.markdown("**The toolset as a whole**")
    for name, fit in told.items():
        _verdict(name, fit, text=text)


def _reasons(breaches: Sequence[Breach], *, text: str) -> None:
    lines = [_reason(breach, text=text) for breach in breaches[:_SHOWN]]
    if len(breaches) > _SHOWN:
        lines.append(f"- … and {len(breaches) - _SHOWN} more")
    st.markdown("\n".join(lines))


def _reason(breach: Breach, *, text: str) -> str:
    place = Problem(breach.message, breach.path).pointer
    line = locate(text, breach.path).line
    rule = breach.rule
    return (
        f"- {with_code(breach.message)}  \n"
        f"  :small[:gray[Line {line}, {escaped(place)} · {rule.id}: {escaped(rule.limit)} · "
        f"{escaped(rule.source)}]]"
    )


def _matrix(tools: Sequence[Tool], found: Portability) -> None:
    with st.expander(f"All {counted(len(tools), 'tool')}", expanded=len(tools) <= 12):
        rows = [_row(tool.name, found.rows[at]) for at, tool in enumerate(tools)]
        if any(fit.verdict != "fits" for fit in found.whole.values()):
            rows.append(_row("the toolset as a whole", found.whole))
        st.dataframe(rows, hide_index=True, key="workshop-matrix")
        st.caption("✓ fits · ~ fits after a change that **Change** makes · ✗ refused")


def _row(name: str, fits: Mapping[str, Fit]) -> dict[str, str]:
    cells = {target.name: _SIGNS[fits[target.id].verdict] for target in TARGETS}
    return {"Tool": name, **cells}


def _advice(workshop: Workshop, toolset: Toolset, index: int) -> None:
    told = [breach for breach in lint(toolset.tools, ()) if breach.tool == index]
    if not told:
        return
    with st.expander(f":material/lightbulb: {counted(len(told), 'piece')} of advice on wording"):
        _reasons(told, text=workshop.text)
