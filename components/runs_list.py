"""The list of runs: filters, lines to open, older ones behind a button."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from components import state
from components.figures import UNKNOWN
from components.runs_toolset import toolset_chip, wanted_toolset
from components.statuses import label
from components.zones import local
from switchboard.runs import StepStatus
from switchboard.store import Store
from switchboard.summaries import RunSummary

PAGE = 50
"""Runs that are listed at once, and how many more "Show older runs" brings."""

_OPEN = "runs-open"
_LISTED = "runs-listed"

_OPEN_WIDTH = 60

# Together no wider than a window of 1280 pixels has room for; a narrow one shows the first four.
_COLUMNS: dict[str, Any] = {
    "Asked": st.column_config.TextColumn(width=196),
    "Status": st.column_config.TextColumn(width=76),
    "Started": st.column_config.DatetimeColumn(format="D MMM HH:mm", width=96),
    "Model": st.column_config.TextColumn(width=118),
    "Requests": st.column_config.NumberColumn(width=74),
    "Prompt": st.column_config.NumberColumn(format="localized", width=64, help="Tokens sent"),
    "Completion": st.column_config.NumberColumn(
        format="localized", width=88, help="Tokens the model wrote"
    ),
    "Time, s": st.column_config.NumberColumn(format="%.2f", width=62),
    "Gateway": st.column_config.TextColumn(width=72),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which runs a person wants to see; ``None`` and empty: all."""

    search: str
    model: str | None
    gateway: str | None
    status: StepStatus | None
    toolset: str | None = None
    """The hash of the text it was sent with."""

    @property
    def is_all(self) -> bool:
        """Whether nothing was chosen."""
        return self == Wanted("", None, None, None)


def wanted_runs(store: Store) -> Wanted:
    """A search field, the toolset that the address names, and the filters folded beneath them."""
    search = st.text_input(
        "Search",
        key="runs-search",
        placeholder="Words of a question, an answer or a call",
        icon=":material/search:",
        label_visibility="collapsed",
        persist_state="session",
    )
    toolset = wanted_toolset()
    toolset_chip(store, toolset)
    with st.expander("Filter", icon=":material/filter_list:"):
        model, gateway, status = st.columns(3)
        return Wanted(
            search=search,
            model=_choice(model, "Model", store.models(), key="runs-model"),
            gateway=_choice(gateway, "Gateway", store.asked_gateways(), key="runs-gateway"),
            status=status.selectbox(
                "Status",
                list(StepStatus),
                index=None,
                format_func=label,
                key="runs-status",
                placeholder="Any",
                persist_state="session",
            ),
            toolset=toolset,
        )


def listed_runs(store: Store, wanted: Wanted) -> tuple[RunSummary, ...]:
    """The newest runs that are wanted, one more than are shown if there are more."""
    return store.runs(
        search=wanted.search,
        model=wanted.model,
        gateway=wanted.gateway,
        status=wanted.status,
        toolset=wanted.toolset,
        limit=state.value("runs-shown", PAGE) + 1,
    )


def runs_list(runs: Sequence[RunSummary]) -> str | None:
    """The runs as lines; the id of the one that was clicked."""
    shown = runs[: state.value("runs-shown", PAGE)]
    st.caption("Click a run to open it.")
    selected = st.dataframe(
        pd.DataFrame([_line(run) for run in shown]),
        column_config=_COLUMNS
        | {"Open": st.column_config.ButtonColumn("", width=_OPEN_WIDTH, key=_OPEN)},
        hide_index=True,
        key="runs-list",
        on_select="rerun",
        selection_mode="single-cell",
        height="content",
        placeholder=UNKNOWN,
    )
    if len(runs) > len(shown):
        st.button(
            "Show older runs", icon=":material/expand_more:", key="runs-older", on_click=_more
        )
    # The click was on the list as it stood; a run that has begun since has moved every line.
    listed: list[str] = state.value(_LISTED, [])
    state.plant(_LISTED, [run.id for run in shown])
    place = _clicked(selected["selection"]["cells"])
    return None if place is None or place >= len(listed) else listed[place]


def what_to_do(wanted: Wanted) -> None:
    """For when no run is listed."""
    if wanted.is_all:
        st.info("No runs yet. Ask something in the Playground and it is kept here.")
        st.page_link("app.py", label="Open the Playground", icon=":material/forum:")
    else:
        st.info("No run fits. Search for other words, or take a filter away.")


def _clicked(cells: Sequence[tuple[int, str]]) -> int | None:
    """The line of the button or the cell that was clicked."""
    button = state.value(_OPEN, None)
    if button:
        return int(button["row"])
    return cells[0][0] if cells else None


def _choice(
    place: st.delta_generator.DeltaGenerator, label: str, options: Sequence[str], *, key: str
) -> str | None:
    return place.selectbox(
        label, options, index=None, key=key, placeholder="Any", persist_state="session"
    )


def _more() -> None:
    state.plant("runs-shown", state.value("runs-shown", PAGE) + PAGE)


def _line(run: RunSummary) -> dict[str, object]:
    return {
        "Open": "Open",
        "Asked": run.title,
        "Status": label(run.status),
        "Started": local(run.started_at).replace(tzinfo=None),
        "Model": run.model,
        "Requests": run.step_count,
        "Prompt": run.input_tokens,
        "Completion": run.output_tokens,
        "Time, s": None if run.total_ms is None else run.total_ms / 1_000,
        "Gateway": run.gateway,
    }
