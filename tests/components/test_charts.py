from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import altair as alt
import pytest

from components.charts import (
    MOST_MODELS,
    MOST_RUNS,
    PAIR,
    latency_per_model,
    tokens_over_time,
    tokens_per_model,
)
from switchboard.runs import StepStatus
from switchboard.summaries import AnswerRow
from switchboard.usage.frames import usage_frame

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PAGES = {"light": "#ffffff", "dark": "#14191a"}


def a_row(number: int, *, tokens: int | None = 5, model: str = "small") -> AnswerRow:
    return AnswerRow(
        step_id=f"step-{number}",
        run_id=f"run-{number}",
        started_at=NOON + timedelta(minutes=7 * number),
        gateway="Offline",
        model=model,
        status=StepStatus.FINISHED,
        input_tokens=tokens,
        output_tokens=tokens,
        cached_tokens=None,
        reasoning_tokens=None,
        total_tokens=None,
        first_token_ms=10.0,
        total_ms=30.0,
        finish_reason="stop",
    )


def marks(chart: alt.Chart | alt.LayerChart) -> list[dict[str, Any]]:
    return [row for rows in chart.to_dict()["datasets"].values() for row in rows]


def test_a_single_run_is_two_bars():
    rows = marks(tokens_over_time(usage_frame([a_row(0)])))

    assert [(row["when"], row["kind"], row["tokens"]) for row in rows] == [
        ("01 Mar 12:00:00", "Prompt", 5.0),
        ("01 Mar 12:00:00", "Completion", 5.0),
    ]


def test_runs_are_labelled_in_the_time_of_the_reader():
    rows = marks(tokens_over_time(usage_frame([a_row(0)]), zone="Asia/Tokyo"))

    assert rows[0]["when"] == "01 Mar 21:00:00"


def test_runs_of_one_second_have_bars_of_their_own():
    same_moment = [a_row(0), a_row(0)]
    frame = usage_frame(same_moment).assign(run_id=["a", "b"])
    rows = marks(tokens_over_time(frame))

    assert [row["when"] for row in rows[:2]] == ["01 Mar 12:00:00", "01 Mar 12:00:00 (2)"]


def test_unknown_tokens_have_no_bar():
    rows = marks(tokens_over_time(usage_frame([a_row(0, tokens=None)])))

    assert [row["tokens"] for row in rows] == [None, None]


@pytest.mark.parametrize(
    ("runs", "title"),
    [(1, "Tokens per run"), (MOST_RUNS, "Tokens per run"), (MOST_RUNS + 1, "Tokens per 5 minutes")],
)
def test_many_runs_are_gathered_into_stretches_of_time(runs: int, title: str):
    chart = tokens_over_time(usage_frame([a_row(number) for number in range(runs)]))

    assert chart.to_dict()["title"]["text"] == title


def test_bars_of_a_stretch_stand_on_each_other():
    many = usage_frame([a_row(number, tokens=number) for number in range(MOST_RUNS + 1)])
    rows = marks(tokens_over_time(many))
    second = [row for row in rows if row["started_at"] == "2026-03-01T12:05:00+00:00"]

    assert [(row["kind"], row["base"], row["top"]) for row in second] == [
        ("Prompt", 0.0, 1.0),
        ("Completion", 1.0, 2.0),
    ]


def test_no_chart_has_more_marks_than_a_browser_draws_at_once():
    frame = usage_frame([a_row(number, model=f"model-{number}") for number in range(20_000)])

    assert 2 <= len(marks(tokens_over_time(frame))) <= 400
    assert len(marks(tokens_per_model(frame))) == 2 * MOST_MODELS
    assert len(marks(latency_per_model(frame))) == 2 * MOST_MODELS


def test_latency_is_drawn_per_model_and_measure():
    rows = marks(latency_per_model(usage_frame([a_row(0), a_row(1)])))

    assert [(row["measure"], row["median_ms"], row["p95_ms"]) for row in rows] == [
        ("First token", 10.0, 10.0),
        ("Whole answer", 30.0, 30.0),
    ]


def test_models_that_never_answered_take_no_row():
    silent = replace(a_row(1, tokens=None, model="silent"), first_token_ms=None, total_ms=None)
    frame = usage_frame([a_row(0), silent])

    assert {row["model"] for row in marks(tokens_per_model(frame))} == {"small"}
    assert {row["model"] for row in marks(latency_per_model(frame))} == {"small"}


def test_refused_requests_crowd_no_timed_model_out():
    refused = [
        replace(a_row(2 * n + half, model=f"silent-{n}"), status=StepStatus.FAILED)
        for n in range(MOST_MODELS)
        for half in (0, 1)
    ]

    assert len(marks(latency_per_model(usage_frame([*refused, a_row(99)])))) == 2


@pytest.mark.parametrize("chart", [tokens_per_model, latency_per_model])
def test_a_chart_with_a_row_per_model_fits_its_width_and_has_the_height_of_its_rows(chart: Any):
    """Vega warns of a chart whose height is to be found by the steps of its rows."""
    drawn = chart(usage_frame([a_row(0), a_row(1, model="large")])).to_dict()

    assert (drawn["autosize"]["type"], drawn["height"]) == ("fit-x", 88)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
@pytest.mark.parametrize("colour", PAIR)
def test_both_colours_stand_out_on_both_pages(colour: str, page: str):
    """WCAG 2.2, success criterion 1.4.11: at least 3 to 1."""
    lighter, darker = sorted((_luminance(colour), _luminance(page)), reverse=True)

    assert (lighter + 0.05) / (darker + 0.05) >= 3


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
