"""The parts of the Usage page: a period, its figures, its charts, its table."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from components import state
from components.charts import has_latency, latency_per_model, tokens_over_time, tokens_per_model
from components.figures import UNKNOWN, count, duration
from components.zones import zone
from switchboard.store import Store
from switchboard.usage.frames import usage_frame

_PERIODS = {
    "24 hours": timedelta(hours=24),
    "7 days": timedelta(days=7),
    "30 days": timedelta(days=30),
    "All": None,
}

_SHOWN_COLUMNS: dict[str, Any] = {
    "started_at": st.column_config.DatetimeColumn("Started", format="YYYY-MM-DD HH:mm:ss"),
    "model": "Model",
    "gateway": "Gateway",
    "status": "Status",
    "input_tokens": st.column_config.NumberColumn("Prompt tokens", format="localized"),
    "output_tokens": st.column_config.NumberColumn("Completion tokens", format="localized"),
    "cached_tokens": st.column_config.NumberColumn("Cached", format="localized"),
    "reasoning_tokens": st.column_config.NumberColumn("Reasoning", format="localized"),
    "first_token_ms": st.column_config.NumberColumn("First token, ms", format="%.0f"),
    "total_ms": st.column_config.NumberColumn("Total, ms", format="%.0f"),
    "finish_reason": "Finish reason",
}


def chosen_period() -> datetime | None:
    """The beginning of the period a person chose; ``None`` for everything."""
    state.seed("usage-period", "7 days")
    name = st.segmented_control(
        "Period", list(_PERIODS), key="usage-period", required=True, persist_state="session"
    )
    length = _PERIODS[name or "All"]
    # To the minute, so that what was read for it is found again for as long.
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    return None if length is None else now - length


def answers_since(store: Store, since: datetime | None) -> pd.DataFrame:
    """The steps of the period as a frame, read again only when they have changed.

    To read a hundred thousand takes two seconds, and every click runs the page.
    """
    return _answers(store, since, store.answers_version(since=since))


@st.cache_data(max_entries=4, show_spinner=False)
def _answers(_store: Store, since: datetime | None, version: str) -> pd.DataFrame:  # noqa: ARG001
    return usage_frame(_store.answers(since=since))


def figures(frame: pd.DataFrame) -> None:
    """The period in six numbers; what gateways did not report is told apart from zero."""
    numbers = {
        "Runs": count(frame["run_id"].nunique()),
        "Requests": count(len(frame)),
        "Prompt tokens": count(int(frame["input_tokens"].sum())),
        "Completion tokens": count(int(frame["output_tokens"].sum())),
        "Median first token": duration(_median(frame["first_token_ms"])),
        "Median total time": duration(_median(frame["total_ms"])),
    }
    with st.container(horizontal=True, gap="medium"):
        for label, number in numbers.items():
            st.metric(label, number, width="content")
    if unknown := int(frame[["input_tokens", "output_tokens"]].isna().any(axis="columns").sum()):
        st.caption(f"{unknown:,} of {len(frame):,} requests came without token counts.")


def charts(frame: pd.DataFrame) -> None:
    """Tokens over time, tokens per model, latency; each where there is anything to draw."""
    has_tokens = bool(frame[["input_tokens", "output_tokens"]].notna().any(axis=None))
    if has_tokens:
        st.altair_chart(tokens_over_time(frame, zone=zone()), height=320, key="usage-tokens")
    with st.container(key="usage-per-model"):
        left, right = st.columns(2, gap="large")
    if has_tokens:
        left.altair_chart(tokens_per_model(frame), key="usage-models")
    if has_latency(frame):
        right.altair_chart(latency_per_model(frame), key="usage-latency")


def table(frame: pd.DataFrame, *, csv: Callable[[], bytes]) -> None:
    """A line per request, newest first; ``csv`` is made when it is asked for."""
    newest_first = frame.iloc[::-1].assign(
        started_at=frame["started_at"].dt.tz_convert(zone()).dt.tz_localize(None),
        status=frame["status"].str.capitalize(),
    )
    st.dataframe(
        newest_first,
        column_order=list(_SHOWN_COLUMNS),
        column_config=_SHOWN_COLUMNS,
        hide_index=True,
        placeholder=UNKNOWN,
        key="usage-table",
        lazy=True,
    )
    st.download_button(
        "Download CSV",
        csv,
        file_name="switchboard-usage.csv",
        mime="text/csv",
        icon=":material/download:",
        key="usage-csv",
        on_click="ignore",
    )


def _median(numbers: "pd.Series[float]") -> float | None:
    known = numbers.dropna()
    return None if known.empty else float(known.median())
