"""The tools in another format, to copy or to save, and what that format can't hold."""

from collections.abc import Sequence

import streamlit as st

from components import state
from components.cutting import beginning_and_end
from components.figures import counted
from components.plain import escaped, showable, with_code
from components.workshop import Workshop
from switchboard.formats import FORMATS, Loss, write_tools
from switchboard.tools import Tool, Toolset

_FORMAT, _SCOPE = "workshop-out", "workshop-out-scope"
_NAMES = {each.id: each.name for each in FORMATS if each.writes}
_ALL, _ONE = "All tools", "This tool"
_LANGUAGES = {".json": "json", ".py": "python", ".ts": "typescript", ".md": "markdown"}
_SHOWN = 8


def out_panel(workshop: Workshop, toolset: Toolset, tool: Tool | None) -> None:
    """The choice of the format, what is lost in it, the text, and a file of it."""
    if tool is None:
        st.caption("No tools yet, so there is nothing to take elsewhere.")
        return
    tools = _chosen(toolset, tool)
    writing = write_tools(tools, _format())
    _losses(writing.losses)
    st.download_button(
        "Download",
        writing.text,
        file_name=f"{_file_name(workshop, tools)}{writing.suffix}",
        icon=":material/download:",
        key="workshop-download",
        on_click="ignore",
    )
    language = _LANGUAGES.get(writing.suffix)
    st.code(beginning_and_end(showable(writing.text)), language=language, height=420)


def _format() -> str:
    state.seed(_FORMAT, next(iter(_NAMES)))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        return st.selectbox("Format", list(_NAMES), key=_FORMAT, format_func=_NAMES.__getitem__)


def _chosen(toolset: Toolset, tool: Tool) -> Sequence[Tool]:
    if len(toolset.tools) == 1:
        return toolset.tools
    state.seed(_SCOPE, _ALL)
    scope = st.segmented_control(
        "Which tools", [_ALL, _ONE], key=_SCOPE, label_visibility="collapsed", required=True
    )
    return (tool,) if scope == _ONE else toolset.tools


def _losses(losses: Sequence[Loss]) -> None:
    if not losses:
        st.markdown(":material/check_circle: This format holds all of it.")
        return
    label = f":material/info: {counted(len(losses), 'thing')} this format can't hold as it is"
    with st.expander(label, expanded=len(losses) <= 3):
        lines = [f"- **{escaped(each.tool)}**: {with_code(each.message)}" for each in losses]
        if len(lines) > _SHOWN:
            lines = [*lines[:_SHOWN], f"- … and {len(losses) - _SHOWN} more"]
        st.markdown("\n".join(lines))


def _file_name(workshop: Workshop, tools: Sequence[Tool]) -> str:
    name = tools[0].name if len(tools) == 1 else workshop.name
    letters = "".join(each if each.isalnum() else "-" for each in name.lower())
    return letters.strip("-")[:64] or "tools"
