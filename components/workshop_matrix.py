"""Which provider takes which tool: the portability matrix."""

from collections.abc import Mapping

import streamlit as st

from components.workshop import Workshop
from components.workshop_portability import LEGEND, SIGNS
from switchboard.lint import TARGETS, Fit, portability
from switchboard.tools import Tool, Toolset

_ROWS_IN_SIGHT = 12


def matrix_panel(_: Workshop, toolset: Toolset, __: Tool | None) -> None:
    """A row per tool, a column per provider, and a row for the toolset where that matters."""
    if not toolset.tools:
        st.caption("No tools yet. Write one, and see here who would take it.")
        return
    found = portability(toolset.tools)
    rows = [_row(tool.name, found.rows[at]) for at, tool in enumerate(toolset.tools)]
    if any(fit.verdict != "fits" for fit in found.whole.values()):
        rows.append(_row("the toolset as a whole", found.whole))
    is_long = len(rows) > _ROWS_IN_SIGHT
    st.dataframe(rows, hide_index=True, height=460 if is_long else "auto", key="workshop-matrix")
    st.caption(f"{LEGEND}. The reasons stand under **Portability**, tool by tool.")


def _row(name: str, fits: Mapping[str, Fit]) -> dict[str, str]:
    return {"Tool": name} | {target.name: SIGNS[fits[target.id].verdict] for target in TARGETS}
