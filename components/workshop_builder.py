"""Build: a tool made and changed without writing JSON."""

from functools import partial

import streamlit as st

from components import state
from components.state import PER_TOOLSET
from components.workshop import Workshop
from components.workshop_build_edit import add_tool, edit, remove_tool
from components.workshop_build_parameters import parameter_list
from components.workshop_shown import shown
from switchboard.forms.building import with_fact
from switchboard.tools import Tool, Toolset

_KEY = f"{PER_TOOLSET}build"


def build_panel(workshop: Workshop, toolset: Toolset, tool: Tool | None) -> None:
    """Draws the chosen tool's facts and parameters; what is changed is changed in the text."""
    _tool_buttons(workshop, toolset, tool)
    if tool is None:
        if toolset.problems:
            st.caption("The text can't be read yet. Mend it in the editor first.")
        return
    _name(workshop, tool)
    _description(workshop, tool)
    parameter_list(workshop, tool)
    _strict(workshop, tool)


def _tool_buttons(workshop: Workshop, toolset: Toolset, tool: Tool | None) -> None:
    is_unread = not toolset.tools and bool(toolset.problems)
    with st.container(horizontal=True):
        st.button(
            "Add a tool",
            icon=":material/add:",
            key=f"{_KEY}-add-tool",
            disabled=is_unread,
            on_click=add_tool,
            args=(workshop,),
        )
        if tool is not None:
            st.button(
                "Remove this tool",
                icon=":material/delete:",
                key=f"{_KEY}-remove-tool",
                on_click=remove_tool,
                args=(workshop, tool),
            )


def _name(workshop: Workshop, tool: Tool) -> None:
    key = shown(f"{_KEY}-name", tool.name)
    st.text_input("Name", key=key, on_change=_take, args=(workshop, tool, "name", key))


def _description(workshop: Workshop, tool: Tool) -> None:
    key = shown(f"{_KEY}-description", tool.description or "")
    st.text_area(
        "Description",
        key=key,
        height="content",
        placeholder="What it does, when to use it, what it gives back",
        on_change=_take,
        args=(workshop, tool, "description", key),
    )


def _strict(workshop: Workshop, tool: Tool) -> None:
    key = shown(f"{_KEY}-strict", tool.strict is True)
    st.toggle(
        "Strict",
        key=key,
        help="The model's arguments always fit the schema. Every object must be closed and every "
        "parameter required.",
        on_change=_take,
        args=(workshop, tool, "strict", key),
    )


def _take(workshop: Workshop, tool: Tool, fact: str, key: str) -> None:
    value: str | bool = state.value(key, "")
    if isinstance(value, str) and fact == "name":
        value = value.strip()
        if not value:
            return
    said = f"{fact.capitalize()} of {tool.name}"
    edit(workshop, tool, partial(with_fact, key=fact, value=value), said=said)
