"""Who takes the chosen tool: a verdict per provider, with every rule and its place."""

from collections.abc import Mapping, Sequence

import streamlit as st

from components.figures import counted
from components.plain import escaped, with_code
from components.workshop import Workshop
from switchboard.lint import TARGETS, Breach, Fit, Portability, lint, portability
from switchboard.problems import Problem
from switchboard.tools import Tool, Toolset, locate

SIGNS = {"fits": "✓", "change": "~", "refused": "✗"}
"""Of a verdict, where colour alone would not do."""

_COLOURS = {"fits": "green", "change": "orange", "refused": "red"}
LEGEND = "✓ fits · ~ fits after changes that **Change** makes · ✗ refused"
_SHOWN = 8


def portability_panel(workshop: Workshop, toolset: Toolset, tool: Tool | None) -> None:
    """The chosen tool before each provider, and advice on its wording."""
    if tool is None:
        st.caption("No tools yet. Write one, and see here who would take it.")
        return
    found = portability(toolset.tools)
    index = toolset.tools.index(tool)
    fits = found.rows[index]
    st.markdown(f"**{escaped(tool.name)}**: who takes it")
    st.markdown(" ".join(_badge(target.name, fits[target.id]) for target in TARGETS))
    st.caption(LEGEND)
    _verdicts(fits, text=workshop.text)
    _of_the_whole(found, text=workshop.text)
    _advice(workshop, toolset, index)


def _badge(name: str, fit: Fit) -> str:
    return f":{_COLOURS[fit.verdict]}-badge[{SIGNS[fit.verdict]} {name}]"


def _verdicts(fits: Mapping[str, Fit], *, text: str) -> None:
    """Of each target that has something to say, what and where."""
    with st.container(gap="xsmall"):
        for target in TARGETS:
            fit = fits[target.id]
            if fit.breaches:
                noun = "remark" if fit.verdict == "fits" else "reason"
                label = f"{_badge(target.name, fit)} {counted(len(fit.breaches), noun)}"
                with st.expander(label):
                    _reasons(fit.breaches, text=text)


def _of_the_whole(found: Portability, *, text: str) -> None:
    if any(fit.breaches for fit in found.whole.values()):
        st.markdown("**The toolset as a whole**")
        _verdicts(found.whole, text=text)


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


def _advice(workshop: Workshop, toolset: Toolset, index: int) -> None:
    told = [breach for breach in lint(toolset.tools, ()) if breach.tool == index]
    if not told:
        return
    with st.expander(f":material/lightbulb: {counted(len(told), 'piece')} of advice on wording"):
        _reasons(told, text=workshop.text)
