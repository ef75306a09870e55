"""Steps as pandas frames. The only door to pandas in the core; every function is pure.

Unknown is ``<NA>`` in every column and stays so, except where a docstring says what is left out.
"""

from collections.abc import Sequence
from dataclasses import fields

import pandas as pd

from switchboard.runs import StepStatus
from switchboard.summaries import AnswerRow

_INTEGERS = (
    "input_tokens",
    "output_tokens",
    "cached_tokens",
    "reasoning_tokens",
    "total_tokens",
)
_DECIMALS = ("first_token_ms", "total_ms")
_NAMES = tuple(field.name for field in fields(AnswerRow))


def usage_frame(rows: Sequence[AnswerRow]) -> pd.DataFrame:
    """One row per step, in the order given; no rows give the same columns.

    ``step_id``, ``run_id``, ``gateway``, ``model``, ``status``, ``finish_reason``: string.
    ``started_at``: datetime64[us, UTC]. ``input_tokens``, ``output_tokens``, ``cached_tokens``,
    ``reasoning_tokens``, ``total_tokens``: Int64. ``first_token_ms``, ``total_ms``: Float64.
    """
    columns = {name: [getattr(row, name) for row in rows] for name in _NAMES}
    # By way of object, because pandas reads a list of integers and None as floats.
    frame = pd.DataFrame(columns, dtype=object)
    return frame.astype({name: _dtype(name) for name in _NAMES})


def tokens_by_run(frame: pd.DataFrame) -> pd.DataFrame:
    """One row per run, oldest first: ``run_id``, ``started_at``, ``model`` (the last step's),
    ``steps``, ``prompt_tokens``, ``completion_tokens`` (Int64, ``<NA>`` if one step's are)."""
    ordered = frame.sort_values("started_at", kind="stable")
    runs = ordered.groupby("run_id", sort=False)
    counted = pd.DataFrame(
        {
            "started_at": runs["started_at"].first(),
            "model": runs["model"].last(),
            "steps": runs.size().astype("Int64"),
            "prompt_tokens": runs["input_tokens"].sum(skipna=False),
            "completion_tokens": runs["output_tokens"].sum(skipna=False),
        }
    )
    return counted.reset_index()


def tokens_by_period(frame: pd.DataFrame, *, most: int) -> pd.DataFrame:
    """At most ``most`` rows, oldest first, each a stretch of time in which something was asked.

    ``started_at``, ``ended_at``: the stretch, its end excluded. ``runs``: Int64.
    ``prompt_tokens``, ``completion_tokens``: Int64, of the steps where they are known.
    """
    length = _stretch(frame["started_at"], most)
    steps = frame.assign(started_at=frame["started_at"].dt.floor(length))
    stretches = steps.groupby("started_at", sort=True)
    counted = pd.DataFrame(
        {
            "runs": stretches["run_id"].nunique().astype("Int64"),
            "prompt_tokens": stretches["input_tokens"].sum(),
            "completion_tokens": stretches["output_tokens"].sum(),
        }
    ).reset_index()
    counted.insert(1, "ended_at", counted["started_at"] + pd.Timedelta(length))
    return counted


def tokens_by_model(frame: pd.DataFrame) -> pd.DataFrame:
    """One row per model, most tokens first: ``model``, ``answers``, ``unknown`` (steps whose
    tokens are not known), ``prompt_tokens``, ``completion_tokens`` (Int64, of the others)."""
    unknown = frame["input_tokens"].isna() | frame["output_tokens"].isna()
    models = frame.assign(unknown=unknown.astype("Int64")).groupby("model")
    counted = pd.DataFrame(
        {
            "answers": models.size().astype("Int64"),
            "unknown": models["unknown"].sum(),
            "prompt_tokens": models["input_tokens"].sum(),
            "completion_tokens": models["output_tokens"].sum(),
        }
    )
    everything = counted["prompt_tokens"] + counted["completion_tokens"]
    return counted.loc[everything.sort_values(ascending=False, kind="stable").index].reset_index()


def latency_by_model(frame: pd.DataFrame) -> pd.DataFrame:
    """One row per model and measure, of finished steps: ``model``, ``measure`` (first_token_ms or
    total_ms), ``answers`` (how many were timed), ``median_ms``, ``p95_ms`` (Float64)."""
    finished = frame[frame["status"] == StepStatus.FINISHED.value]
    timed = finished.melt(
        id_vars=["model"], value_vars=list(_DECIMALS), var_name="measure", value_name="ms"
    ).dropna(subset=["ms"])
    groups = timed.groupby(["model", "measure"])["ms"]
    return pd.DataFrame(
        {
            "answers": groups.size().astype("Int64"),
            "median_ms": groups.median().astype("Float64"),
            "p95_ms": groups.quantile(0.95).astype("Float64"),
        }
    ).reset_index()


def _dtype(name: str) -> str:
    if name == "started_at":
        return "datetime64[us, UTC]"
    return "Int64" if name in _INTEGERS else "Float64" if name in _DECIMALS else "string"


def _stretch(moments: "pd.Series[pd.Timestamp]", most: int) -> str:
    """The shortest usual stretch of which ``most`` cover all the moments."""
    if moments.empty:
        return "1h"
    # One more, because the first and the last stretch may both be covered in part.
    needed = (moments.max() - moments.min()) / max(most - 1, 1)
    usual = ("1min", "5min", "15min", "1h", "3h", "12h", "1D", "7D", "30D", "365D")
    return next((length for length in usual if pd.Timedelta(length) >= needed), "3650D")
