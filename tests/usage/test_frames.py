from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest

from switchboard.runs import StepStatus
from switchboard.summaries import AnswerRow
from switchboard.usage.frames import (
    latency_by_model,
    tokens_by_model,
    tokens_by_period,
    tokens_by_run,
    usage_frame,
)

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def a_row(
    step_id: str,
    run_id: str,
    tokens: tuple[int | None, int | None] = (None, None),
    ms: tuple[float | None, float | None] = (None, None),
    *,
    minutes: float = 0,
    model: str = "small",
    status: StepStatus = StepStatus.FINISHED,
) -> AnswerRow:
    return AnswerRow(
        step_id=step_id,
        run_id=run_id,
        started_at=NOON + timedelta(minutes=minutes),
        gateway="Offline",
        model=model,
        status=status,
        input_tokens=tokens[0],
        output_tokens=tokens[1],
        cached_tokens=None,
        reasoning_tokens=0,
        total_tokens=None,
        first_token_ms=ms[0],
        total_ms=ms[1],
        finish_reason=None,
    )


COLUMNS = {
    "step_id": "string",
    "run_id": "string",
    "started_at": "datetime64[us, UTC]",
    "gateway": "string",
    "model": "string",
    "status": "string",
    "input_tokens": "Int64",
    "output_tokens": "Int64",
    "cached_tokens": "Int64",
    "reasoning_tokens": "Int64",
    "total_tokens": "Int64",
    "first_token_ms": "Float64",
    "total_ms": "Float64",
    "finish_reason": "string",
}


@pytest.mark.parametrize(
    "rows",
    [[], [a_row("a", "r")], [a_row("a", "r", (1, 2), (3.0, 4.0)), a_row("b", "r")]],
    ids=["none", "all-unknown", "mixed"],
)
def test_the_columns_and_their_types_are_always_the_same(rows: list[AnswerRow]):
    frame = usage_frame(rows)

    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == COLUMNS
    assert len(frame) == len(rows)


def test_unknown_is_na_and_zero_is_zero():
    frame = usage_frame([a_row("a", "r", (0, None))])

    assert frame["input_tokens"].tolist() == [0]
    assert frame["output_tokens"].tolist() == [pd.NA]
    assert frame["finish_reason"].tolist() == [pd.NA]


def test_a_number_too_exact_for_a_float_stays_exact():
    frame = usage_frame([a_row("a", "r", (2**53 + 1, None)), a_row("b", "r")])

    assert frame["input_tokens"].tolist() == [9_007_199_254_740_993, pd.NA]


def _records(frame: pd.DataFrame, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in frame[list(columns)].itertuples(index=False)]


def test_tokens_of_a_run_are_the_sum_of_its_steps():
    rows = [
        a_row("b", "late", (5, 6), minutes=9),
        a_row("a", "early", (1, 2), minutes=1),
        a_row("c", "early", (10, 20), minutes=2, model="large"),
    ]
    runs = tokens_by_run(usage_frame(rows))

    assert _records(runs, "run_id", "model", "steps", "prompt_tokens", "completion_tokens") == [
        ("early", "large", 2, 11, 22),
        ("late", "small", 1, 5, 6),
    ]
    assert runs["started_at"].tolist() == [
        pd.Timestamp("2026-03-01T12:01Z"),
        pd.Timestamp("2026-03-01T12:09Z"),
    ]


def test_tokens_of_a_run_are_unknown_when_one_step_is():
    runs = tokens_by_run(usage_frame([a_row("a", "r", (1, 2)), a_row("b", "r", (3, None))]))

    assert _records(runs, "prompt_tokens", "completion_tokens") == [(4, pd.NA)]


def test_stretches_of_time_are_the_shortest_that_are_few_enough():
    rows = [a_row(str(n), f"r{n // 2}", (n, 1), minutes=n) for n in range(10)]
    few = tokens_by_period(usage_frame(rows), most=4)

    assert _records(few, "runs", "prompt_tokens", "completion_tokens") == [(3, 10, 5), (3, 35, 5)]
    assert few["started_at"].tolist() == [
        pd.Timestamp("2026-03-01T12:00Z"),
        pd.Timestamp("2026-03-01T12:05Z"),
    ]
    assert few["ended_at"].tolist() == [
        pd.Timestamp("2026-03-01T12:05Z"),
        pd.Timestamp("2026-03-01T12:10Z"),
    ]


@pytest.mark.parametrize("most", [1, 2, 7, 60])
@pytest.mark.parametrize("days", [0, 0.001, 1, 45, 4000])
def test_there_are_never_more_stretches_than_asked_for(most: int, days: float):
    rows = [a_row(str(n), str(n), (1, 1), minutes=n * days * 14.4) for n in range(101)]
    stretches = tokens_by_period(usage_frame(rows), most=most)

    assert len(stretches) <= max(most, 2)
    assert stretches["prompt_tokens"].sum() == 101


def test_tokens_of_a_stretch_leave_out_the_unknown():
    frame = usage_frame([a_row("a", "r", (1, None)), a_row("b", "q", (None, 2))])

    assert _records(tokens_by_period(frame, most=9), "prompt_tokens", "completion_tokens") == [
        (1, 2)
    ]


def test_models_come_with_the_most_tokens_first_and_say_what_is_unknown():
    rows = [
        a_row("a", "r", (1, 1)),
        a_row("b", "r", (100, 1), model="large"),
        a_row("c", "r", (2, None), model="large"),
        a_row("d", "r", model="silent"),
    ]
    models = tokens_by_model(usage_frame(rows))

    assert _records(models, *models.columns) == [
        ("large", 2, 1, 102, 1),
        ("small", 1, 0, 1, 1),
        ("silent", 1, 1, 0, 0),
    ]


def test_latency_is_of_finished_answers_only():
    rows = [
        a_row("a", "r", ms=(10.0, 100.0)),
        a_row("b", "r", ms=(20.0, 200.0)),
        a_row("c", "r", ms=(30.0, None)),
        a_row("d", "r", ms=(9000.0, 9000.0), status=StepStatus.STOPPED),
        a_row("e", "r", ms=(1.0, 1.0), status=StepStatus.FAILED),
    ]
    latency = latency_by_model(usage_frame(rows))

    assert _records(latency, "model", "measure", "answers", "median_ms", "p95_ms") == [
        ("small", "first_token_ms", 3, 20.0, 29.0),
        ("small", "total_ms", 2, 150.0, 195.0),
    ]


@pytest.mark.parametrize(
    "columns",
    [
        (tokens_by_run, ["run_id", "started_at", "model", "steps"]),
        (tokens_by_model, ["model", "answers", "unknown"]),
        (latency_by_model, ["model", "measure", "answers", "median_ms", "p95_ms"]),
    ],
    ids=["by-run", "by-model", "latency"],
)
def test_nothing_gives_empty_frames_with_the_same_columns(columns):
    function, names = columns
    empty = function(usage_frame([]))
    full = function(usage_frame([a_row("a", "r", (1, 2), (3.0, 4.0))]))

    assert (len(empty), len(full)) == (0, 2 if function is latency_by_model else 1)
    assert list(empty.columns)[: len(names)] == names
    assert list(empty.columns) == list(full.columns)
    assert empty.dtypes.astype(str).tolist() == full.dtypes.astype(str).tolist()
