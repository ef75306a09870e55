"""Charts of usage. Each takes a frame of ``switchboard.usage.frames`` and gives an Altair chart.

Never one mark per step: a browser takes seconds for ten thousand marks and fails at a million, so
what is long is first gathered into stretches of time or cut to the models that matter.
"""

from datetime import timedelta
from typing import Any, cast

import altair as alt
import pandas as pd

from switchboard.usage.frames import (
    latency_by_model,
    tokens_by_model,
    tokens_by_period,
    tokens_by_run,
)

# Blue and orange stay apart for every kind of colour blindness, and both have a contrast above 3
# on the light and on the dark page.
PAIR = ("#4c86b8", "#c2681a")

MOST_RUNS = 60
"""Runs that get a bar each; more are gathered into stretches of time."""

_FEW_RUNS = 12
_WIDEST_BAR = 40
"""Pixels. A few bars would else fill the whole width."""

MOST_STRETCHES = 200
MOST_MODELS = 20

_ROW_HEIGHT = 44
"""Pixels, of a chart that has a row per model."""

# The height is that of the rows, the axis beneath them is added to it.
_WIDTH_ONLY = alt.AutoSizeParams(type="fit-x", contains="padding")

_KINDS = {"prompt_tokens": "Prompt", "completion_tokens": "Completion"}
_MEASURES = {"first_token_ms": "First token", "total_ms": "Whole answer"}
_STRETCHES = (
    (timedelta(minutes=1), "minute"),
    (timedelta(hours=1), "hour"),
    (timedelta(days=1), "day"),
    (timedelta(days=365), "year"),
)


def tokens_over_time(frame: pd.DataFrame, *, zone: str = "UTC") -> alt.Chart:
    """Prompt and completion tokens, stacked: a bar per run, or per stretch where runs are many.

    ``zone``: the time zone in which runs are labelled.
    """
    if frame["run_id"].nunique() > MOST_RUNS:
        return _tokens_by_stretch(tokens_by_period(frame, most=MOST_STRETCHES))
    return _tokens_by_run(tokens_by_run(frame), zone)


def tokens_per_model(frame: pd.DataFrame) -> alt.Chart:
    """Prompt and completion tokens of each model that has any, most first."""
    models = tokens_by_model(frame)
    models = models[models["prompt_tokens"] + models["completion_tokens"] > 0].head(MOST_MODELS)
    chart: alt.Chart = (
        alt.Chart(_long(models, _KINDS, name="kind", value="tokens"))
        .mark_bar()
        .encode(
            y=alt.Y("model:N", title=None, sort=None, axis=alt.Axis(labelLimit=180)),
            x=_tokens(alt.X),
            color=_colour("kind", _KINDS),
            order="order:Q",
            tooltip=[
                alt.Tooltip("model:N", title="Model"),
                *_TOKEN_TOOLTIPS,
                alt.Tooltip("answers:Q", title="Requests", format=","),
                alt.Tooltip("unknown:Q", title="Without token counts", format=","),
            ],
        )
        .properties(
            title=_title("Tokens per model"),
            height=_ROW_HEIGHT * len(models),
            autosize=_WIDTH_ONLY,
        )
    )
    return chart


def latency_per_model(frame: pd.DataFrame) -> alt.LayerChart:
    """Time to the first token and to the end of finished answers: median, and 95th percentile."""
    latency = latency_by_model(frame)
    latency = latency[latency["model"].isin(_busiest(latency))]
    latency = latency.assign(measure=latency["measure"].map(_MEASURES))
    base = alt.Chart(_plain(latency)).encode(
        y=alt.Y("model:N", title=None, axis=alt.Axis(labelLimit=180)),
        yOffset=alt.YOffset("measure:N", sort=list(_MEASURES.values())),
        color=_colour("measure", _MEASURES),
        tooltip=[
            alt.Tooltip("model:N", title="Model"),
            alt.Tooltip("measure:N", title="Measure"),
            alt.Tooltip("median_ms:Q", title="Median, ms", format=",.0f"),
            alt.Tooltip("p95_ms:Q", title="95th percentile, ms", format=",.0f"),
            alt.Tooltip("answers:Q", title="Answers", format=","),
        ],
    )
    median = alt.X("median_ms:Q", title="Milliseconds", scale=alt.Scale(domainMin=0))
    layers = alt.layer(
        base.mark_rule(strokeWidth=2).encode(x=median, x2="p95_ms:Q"),
        base.mark_tick(thickness=2, size=12).encode(x="p95_ms:Q"),
        base.mark_point(filled=True, size=90, opacity=1).encode(x=median),
        title=_title("Latency per model, median to 95th percentile"),
        height=_ROW_HEIGHT * latency["model"].nunique(),
        autosize=_WIDTH_ONLY,
    )
    return cast(alt.LayerChart, layers)


def has_latency(frame: pd.DataFrame) -> bool:
    """Whether any answer of ``latency_per_model`` was timed."""
    return not latency_by_model(frame).empty


def _tokens_by_run(runs: pd.DataFrame, zone: str) -> alt.Chart:
    width: dict[str, Any] = {"size": _WIDEST_BAR} if len(runs) <= _FEW_RUNS else {}
    labelled = runs.assign(when=_labels(runs["started_at"], zone))
    chart: alt.Chart = (
        alt.Chart(_long(labelled, _KINDS, name="kind", value="tokens"))
        .mark_bar(**width)
        .encode(
            x=alt.X("when:N", title="Run", sort=None, axis=alt.Axis(labelAngle=-40)),
            y=_tokens(alt.Y),
            color=_colour("kind", _KINDS),
            order="order:Q",
            tooltip=[
                alt.Tooltip("when:N", title="Run"),
                alt.Tooltip("model:N", title="Model"),
                *_TOKEN_TOOLTIPS,
                alt.Tooltip("steps:Q", title="Requests"),
            ],
        )
        .properties(title=_title("Tokens per run"))
    )
    return chart


def _tokens_by_stretch(stretches: pd.DataFrame) -> alt.Chart:
    length = stretches["ended_at"].iloc[0] - stretches["started_at"].iloc[0]
    marks = _long(stretches, _KINDS, name="kind", value="tokens")
    # Vega stacks only bars with one place on the time axis; these have a beginning and an end.
    top = marks.groupby("started_at")["tokens"].cumsum()
    chart: alt.Chart = (
        alt.Chart(marks.assign(top=top, base=top - marks["tokens"]))
        .mark_rect()
        .encode(
            x=alt.X("started_at:T", title="Time"),
            x2="ended_at:T",
            y=alt.Y("base:Q", title="Tokens", axis=_TOKEN_AXIS),
            y2="top:Q",
            color=_colour("kind", _KINDS),
            tooltip=[
                alt.Tooltip("started_at:T", title="From", format="%Y-%m-%d %H:%M"),
                *_TOKEN_TOOLTIPS,
                alt.Tooltip("runs:Q", title="Runs", format=","),
            ],
        )
        .properties(title=_title(f"Tokens per {_in_words(length)}"))
    )
    return chart


_TOKEN_TOOLTIPS = (
    alt.Tooltip("kind:N", title="Kind"),
    alt.Tooltip("tokens:Q", title="Tokens", format=","),
)


# Whole tokens only: one small run must not get an axis of fractions.
_TOKEN_AXIS = alt.Axis(format=",d", tickMinStep=1)


def _tokens(axis: type[alt.X] | type[alt.Y]) -> alt.X | alt.Y:
    return axis("tokens:Q", title="Tokens", stack="zero", axis=_TOKEN_AXIS)


def _title(text: str) -> alt.TitleParams:
    # Without a limit of its own it is cut to the axis, which long names of models make narrow.
    return alt.TitleParams(text, offset=6, limit=400)


def _colour(field: str, names: dict[str, str]) -> alt.Color:
    scale = alt.Scale(domain=list(names.values()), range=list(PAIR))
    return alt.Color(f"{field}:N", title=None, scale=scale, legend=alt.Legend(orient="top"))


def _long(wide: pd.DataFrame, names: dict[str, str], *, name: str, value: str) -> pd.DataFrame:
    """A row per mark: the columns in ``names`` one beneath the other, ``order`` telling which."""
    others = [column for column in wide.columns if column not in names]
    melted = wide.melt(id_vars=others, value_vars=list(names), var_name=name, value_name=value)
    order = melted[name].map({column: place for place, column in enumerate(names)})
    return _plain(melted.assign(order=order, **{name: melted[name].map(names)}))


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with floats and NaN, which is how Vega knows the unknown."""
    numbers = frame.select_dtypes(["Int64", "Float64"]).columns
    return frame.astype(dict.fromkeys(numbers, "float64"))


def _labels(moments: "pd.Series[pd.Timestamp]", zone: str) -> "pd.Series[str]":
    """A label per run, all different, so that runs of one second stay apart."""
    labels = moments.dt.tz_convert(zone).dt.strftime("%d %b %H:%M:%S")
    again = labels.groupby(labels).cumcount()
    return labels.where(again == 0, labels + " (" + (again + 1).astype(str) + ")")


def _busiest(latency: pd.DataFrame) -> list[str]:
    answers = latency.groupby("model")["answers"].max()
    return list(answers.nlargest(MOST_MODELS).index)


def _in_words(length: timedelta) -> str:
    unit, name = next((u, n) for u, n in reversed(_STRETCHES) if length >= u)
    many = round(length / unit)
    return name if many == 1 else f"{many} {name}s"
