"""The builder's list of parameters: of the arguments, or of an object within them."""

from functools import partial

import streamlit as st

from components import state
from components.plain import escaped
from components.state import PER_TOOLSET
from components.workshop import Workshop
from components.workshop_build_edit import edit, free_name
from components.workshop_build_parameter import parameter_fields, parameter_key
from components.workshop_build_words import KIND_WORDS, heading
from switchboard.forms.building import with_parameter
from switchboard.forms.parameters import KINDS, Parameter, Where, holder_at, parameters_of
from switchboard.tools import Tool

_KEY = f"{PER_TOOLSET}build"
_WHERE = f"{_KEY}-where"


def parameter_list(workshop: Workshop, tool: Tool) -> None:
    """Draws every parameter folded, and a line to add one."""
    where = _opened(tool)
    _way_back(tool, where)
    if holder_at(tool.raw, where) is None:
        st.caption("These parameters use alternatives or references. They are edited in JSON.")
        return
    parameters = parameters_of(tool.raw, where)
    if not parameters:
        st.caption("No parameters yet.")
    with st.container(gap="xxsmall"):
        for parameter in parameters:
            _one(workshop, tool, parameter, where)
    _adding(workshop, tool, where)


def _one(workshop: Workshop, tool: Tool, parameter: Parameter, where: Where) -> None:
    key = parameter_key(where, parameter.name)
    is_open: bool = state.value(f"{key}-is-open", False)
    # No expander: its label is what it is known by, so each edit of the type or the description
    # would take the keyboard's focus away.
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(heading(parameter), width="stretch")
        st.button(
            "Done" if is_open else "Edit",
            type="tertiary",
            key=f"{key}-fold",
            on_click=state.plant,
            args=(f"{key}-is-open", not is_open),
        )
    if is_open:
        with st.container(border=True):
            parameter_fields(workshop, tool, parameter, where)
            if parameter.holds_parameters:
                _open_button(tool, (*where, parameter.name), key=key)


def _opened(tool: Tool) -> Where:
    """Which object is looked into; the arguments, if it is no longer there."""
    name, where = state.value(_WHERE, ("", ()))
    is_there = name == tool.name and holder_at(tool.raw, where) is not None
    return where if is_there else ()


def _way_back(tool: Tool, where: Where) -> None:
    st.markdown("**Parameters**")
    if not where:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Back",
            icon=":material/arrow_back:",
            key=f"{_KEY}-back",
            type="tertiary",
            on_click=_open,
            args=(tool, where[:-1]),
        )
        st.markdown(" › ".join(map(escaped, ("arguments", *where))))


def _open_button(tool: Tool, where: Where, *, key: str) -> None:
    st.button(
        "Open its parameters",
        icon=":material/arrow_forward:",
        key=f"{key}-open",
        on_click=_open,
        args=(tool, where),
    )


def _open(tool: Tool, where: Where) -> None:
    state.plant(_WHERE, (tool.name, where))


def _adding(workshop: Workshop, tool: Tool, where: Where) -> None:
    name, kind = f"{_KEY}-new-name", f"{_KEY}-new-kind"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("New parameter", key=name, placeholder="name")
        st.selectbox("Type", list(KINDS), key=kind, format_func=lambda one: KIND_WORDS[one])
        st.button(
            "Add",
            icon=":material/add:",
            key=f"{_KEY}-add",
            on_click=_add,
            args=(workshop, tool, where, name, kind),
        )


def _add(workshop: Workshop, tool: Tool, where: Where, name: str, kind: str) -> None:
    taken = [one.name for one in parameters_of(tool.raw, where)]
    new = free_name(state.value(name, "").strip() or "parameter", taken)
    state.plant(name, "")
    change = partial(with_parameter, where=where, name=new, kind=state.value(kind, "text"))
    edit(workshop, tool, change, said=f"Add {new}")
