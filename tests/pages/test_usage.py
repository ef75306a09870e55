import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from switchboard.messages import Usage
from switchboard.runs import StepStatus
from switchboard.store import Store
from tests.store.records import a_run, a_step, finished

pytestmark = pytest.mark.app

OpenPage = Callable[..., AppTest]
NOW = datetime.now(UTC)


def keep(store: Store, step_id: str, *, days_ago: float = 0, usage: Usage | None = None) -> None:
    started_at = NOW - timedelta(days=days_ago, seconds=1)
    run = replace(a_run(f"run of {step_id}"), started_at=started_at)
    step = finished(a_step(step_id, run_id=run.id, started_at=started_at), usage=usage)
    store.begin_run(run)
    store.begin_step(step)


def metrics(page: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in page.metric}


def titles(page: AppTest) -> list[str]:
    specs = [json.loads(chart.proto.spec) for chart in page.get("vega_lite_chart")]
    return [spec["title"]["text"] for spec in specs]


def test_with_nothing_asked_it_says_what_to_do(open_page: OpenPage):
    page = open_page("pages/usage.py")

    assert [info.value for info in page.info] == [
        "Nothing was asked in this period. Ask something in the Playground and come back."
    ]
    assert metrics(page) == {}
    assert page.exception == []


def test_one_answer_is_enough_for_every_figure_and_chart(open_page: OpenPage, store: Store):
    keep(store, "one")
    page = open_page("pages/usage.py")

    assert metrics(page) == {
        "Runs": "1",
        "Requests": "1",
        "Prompt tokens": "11",
        "Completion tokens": "7",
        "Median first token": "20 ms",
        "Median total time": "99 ms",
    }
    assert titles(page) == [
        "Tokens per run",
        "Tokens per model",
        "Latency per model, median to 95th percentile",
    ]
    assert page.exception == []


def test_what_no_gateway_reported_is_said_and_not_counted_as_zero(
    open_page: OpenPage, store: Store
):
    keep(store, "known")
    keep(store, "unknown", usage=Usage())
    page = open_page("pages/usage.py")

    assert metrics(page)["Prompt tokens"] == "11"
    assert "1 of 2 requests came without token counts." in [said.value for said in page.caption]


def test_a_refused_request_alone_draws_no_empty_chart(open_page: OpenPage, store: Store):
    store.begin_run(replace(a_run(), started_at=NOW))
    store.begin_step(a_step(started_at=NOW))
    page = open_page("pages/usage.py")

    assert metrics(page)["Median total time"] == "–"
    assert titles(page) == []
    assert page.exception == []


def test_an_answer_that_was_stopped_alone_draws_no_latency(open_page: OpenPage, store: Store):
    store.begin_run(replace(a_run(), started_at=NOW))
    store.begin_step(replace(finished(a_step(started_at=NOW)), status=StepStatus.STOPPED))

    assert titles(open_page("pages/usage.py")) == ["Tokens per run", "Tokens per model"]


@pytest.mark.parametrize(
    ("period", "requests"), [("24 hours", "1"), ("7 days", "2"), ("30 days", "3"), ("All", "4")]
)
def test_the_period_chooses_what_is_counted(
    open_page: OpenPage, store: Store, period: str, requests: str
):
    for days_ago in (0.5, 3, 20, 400):
        keep(store, f"{days_ago} days ago", days_ago=days_ago)
    page = open_page("pages/usage.py")
    page.segmented_control(key="usage-period").set_value(period).run()

    assert metrics(page)["Requests"] == requests


def test_the_table_has_a_line_per_request_newest_first(open_page: OpenPage, store: Store):
    keep(store, "older", days_ago=2, usage=Usage(1, 1))
    keep(store, "newer", days_ago=1, usage=Usage(2, 2))
    page = open_page("pages/usage.py")

    assert page.dataframe[0].value["input_tokens"].tolist() == [2, 1]


def test_an_answer_that_has_ended_since_is_counted(open_page: OpenPage, store: Store):
    store.begin_run(replace(a_run(), started_at=NOW))
    store.begin_step(a_step(started_at=NOW))
    page = open_page("pages/usage.py")
    assert metrics(page)["Prompt tokens"] == "0"

    store.save_step(finished(a_step(started_at=NOW)))
    page.run()

    assert metrics(page)["Prompt tokens"] == "11"


def test_the_table_can_be_downloaded(open_page: OpenPage, store: Store):
    keep(store, "one")

    assert [button.label for button in open_page("pages/usage.py").get("download_button")] == [
        "Download CSV"
    ]
