"""The list of runs: filters, lines to open, older ones behind a button."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components import state
from components.figures import UNKNOWN
from components.statuses import label
from components.zones import local
from switchboard.runs import StepStatus
from switchboard.store import Store
from switchboard.summaries import RunSummary

PAGE = 50
"""Runs that are listed at once, and how many more "Show older" brings."""

_COLUMNS = {
    "Started": st.column_config.DatetimeColumn(format="YYYY-MM-DD HH:mm", width=135),
    "Asked": st.column_config.TextColumn(width=265),
    "Model": st.column_config.TextColumn(width=130),
    "Status": st.column_config.TextColumn(width=90),
    "Requests": st.column_config.NumberColumn(width=80),
    "Prompt": st.column_config.NumberColumn(format="localized", width=75, help="Tokens sent"),
    "Completion": st.column_config.NumberColumn(
        format="localized", width=95, help="Tokens the model wrote"
    ),
    "Time, s": st.column_config.NumberColumn(format="%.2f", width=75),
    "Gateway": st.column_config.TextColumn(width=110),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which runs a person wants to see; ``None`` and empty: all."""

    search: str
    model: str | None
    gateway: str | None
    status: StepStatus | None

    @property
    def is_all(self) -> bool:
        """Whether nothing was chosen."""
        return self == Wanted("", None, None, None)


def wanted_runs(store: Store) -> Wanted:
    """A search field, and the filters folded beneath it."""
    search = st.text_input(
        "Search",
        key="runs-search",
        placeholder="Words of a question, an answer or a call",
        icon=":material/search:",
        label_visibility="collapsed",
        persist_state="session",
    )
    with st.expander("Filter", icon=":material/filter_list:"):
        model, gateway, status = st.columns(3)
        return Wanted(
            search=search,
            model=_choice(model, "Model", store.models(), key="runs-model"),
            gateway=_choice(gateway, "Gateway", store.gateways(), key="runs-gateway"),
            status=status.selectbox(
                "Status",
                list(StepStatus),
                index=None,
                format_func=label,
                key="runs-status",
                placeholder="Any",
                persist_state="session",
            ),
        )


def listed_runs(store: Store, wanted: Wanted) -> tuple[RunSummary, ...]:
    """The newest runs that are wanted, one more than are shown if there are more."""
    return store.runs(
        search=wanted.search,
        model=wanted.model,
        gateway=wanted.gateway,
        status=wanted.status,
        limit=state.value("runs-shown", PAGE) + 1,
    )


def runs_list(runs: Sequence[RunSummary]) -> str | None:
    """The runs as lines; the id of the one that was chosen."""
    shown = runs[: state.value("runs-shown", PAGE)]
    chosen = st.dataframe(
        pd.DataFrame([_line(run) for run in shown]),
        column_config=_COLUMNS,
        hide_index=True,
        key="runs-list",
        on_select="rerun",
        selection_mode="single-row",
        height="content",
        placeholder=UNKNOWN,
    )
    if len(runs) > len(shown):
        st.button("Show older", icon=":material/expand_more:", key="runs-older", on_click=_more)
    places = chosen["selection"]["rows"]
    return shown[places[0]].id if places and places[0] < len(shown) else None


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
        "Started": local(run.started_at).replace(tzinfo=None),
        "Asked": run.title,
        "Model": run.model,
        "Status": label(run.status),
        "Requests": run.step_count,
        "Prompt": run.input_tokens,
        "Completion": run.output_tokens,
        "Time, s": None if run.total_ms is None else run.total_ms / 1_000,
        "Gateway": run.gateway,
    }
