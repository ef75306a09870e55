"""The chosen tool as a model is told of it, laid out for a person to read."""

import json

import streamlit as st

from components.cutting import beginning_and_end
from components.figures import counted
from components.plain import escaped, showable, with_code
from components.workshop import Workshop
from components.workshop_empty import ways_to_begin
from switchboard.tools import Tool, Toolset
from switchboard.tools.outline import MOST_ROWS, Row, outline

_STEP = "\N{EM SPACE}\N{EM SPACE}"
_LONGEST_DESCRIPTION = 4_000
_DEEPEST = 12


def card_panel(_: Workshop, toolset: Toolset, tool: Tool | None) -> None:
    """Name, description and a row for each parameter; what is sent, folded."""
    if tool is None and toolset.problems:
        st.caption("No tool can be read yet: mend what is marked in the editor.")
        return
    if tool is None:
        ways_to_begin()
        return
    with st.container(border=True):
        _head(tool)
        _parameters(tool)
    _kept_beside(tool)
    with st.expander("As it is sent", key="workshop-as-sent", on_change="rerun") as fold:
        if fold.open:
            sent = json.dumps(tool.definition(), ensure_ascii=False, indent=2)
            st.code(beginning_and_end(showable(sent)), language="json", wrap_lines=True)


def _head(tool: Tool) -> None:
    strict = " :green-badge[strict]" if tool.strict else ""
    st.markdown(f"#### {escaped(tool.name)}{strict}")
    if tool.description and tool.description.strip():
        st.markdown(_lines(tool.description))
    else:
        st.caption("No description: a model has only the name to go by.")


def _parameters(tool: Tool) -> None:
    rows = outline(tool.parameters)
    if not rows:
        st.caption("Takes no arguments." if not _is_open(tool) else "Takes any arguments.")
        return
    st.caption("Arguments")
    st.markdown("\n\n".join(map(_row, rows)))
    if len(rows) == MOST_ROWS:
        st.caption(f"Only the first {counted(MOST_ROWS, 'row')}.")


def _is_open(tool: Tool) -> bool:
    """Whether the schema lets arguments through that it does not name."""
    parameters = tool.parameters or {}
    named = {"$ref", "anyOf", "oneOf", "allOf", "additionalProperties", "patternProperties"}
    return bool(named & parameters.keys()) and parameters.get("additionalProperties") is not False


def _row(row: Row) -> str:
    indent = _STEP * min(row.depth, _DEEPEST)
    required = " · **required**" if row.is_required else ""
    lines = [f"{indent}**{escaped(row.name)}** :gray[{with_code(row.kind)}]{required}"]
    if row.description:
        lines.append(f"{indent}{escaped(row.description)}")
    if row.limits:
        lines.append(f"{indent}:small[{with_code(', '.join(row.limits))}]")
    if row.shown_above:
        again = f"as `{row.shown_above.replace('`', '')}` above: it repeats"
        lines.append(f"{indent}:small[{with_code(again)}]")
    return "  \n".join(lines)


def _kept_beside(tool: Tool) -> None:
    """What stands in the margin, which no model is told."""
    if source := tool.margin.get("source"):
        st.caption(with_code(f"Came from {source}") if isinstance(source, str) else "")
    examples = tool.margin.get("examples")
    if isinstance(examples, list) and examples:
        st.caption(f"{counted(len(examples), 'example')} of its arguments kept beside it.")


def _lines(text: str) -> str:
    """The text line by line, nothing of it read as markdown."""
    cut = text if len(text) <= _LONGEST_DESCRIPTION else f"{text[:_LONGEST_DESCRIPTION]}…"
    return "  \n".join(escaped(line) for line in cut.splitlines())
