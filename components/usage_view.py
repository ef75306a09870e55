"""The parts of the Usage page: a period, its figures, its charts, its table."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components import state
from components.charts import has_latency, latency_per_model, tokens_over_time, tokens_per_model
from components.figures import UNKNOWN, count, duration
from components.zones import zone
from switchboard.export.tables import answers_csv
from switchboard.summaries import AnswerRow
from switchboard.usage.totals import tally

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
    return None if length is None else datetime.now(UTC) - length


def figures(rows: Sequence[AnswerRow], frame: pd.DataFrame) -> None:
    """The period in six numbers; what gateways did not report is told apart from zero."""
    prompt = tally(row.input_tokens for row in rows)
    completion = tally(row.output_tokens for row in rows)
    numbers = {
        "Runs": count(len({row.run_id for row in rows})),
        "Requests": count(len(rows)),
        "Prompt tokens": count(prompt.known),
        "Completion tokens": count(completion.known),
        "Median first token": duration(_median(frame["first_token_ms"])),
        "Median total time": duration(_median(frame["total_ms"])),
    }
    with st.container(horizontal=True, gap="medium"):
        for label, number in numbers.items():
            st.metric(label, number, width="content")
    if unknown := max(prompt.unknown, completion.unknown):
        st.caption(f"{unknown:,} of {len(rows):,} requests came without token counts.")


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


def table(rows: Sequence[AnswerRow], frame: pd.DataFrame) -> None:
    """A line per request, newest first, and the same as CSV."""
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
    )
    st.download_button(
        "Download CSV",
        partial(answers_csv, rows),
        file_name="switchboard-usage.csv",
        mime="text/csv",
        icon=":material/download:",
        key="usage-csv",
        on_click="ignore",
    )


def _median(numbers: "pd.Series[float]") -> float | None:
    known = numbers.dropna()
    return None if known.empty else float(known.median())
