"""Runs and Usage with something in them, at the widths at which people read them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect
from served_app import ServedApp

from switchboard.runs import StepStatus
from switchboard.store import Store
from tests.store.records import a_fault, a_run, a_step, finished

ROW_PX = 35


@pytest.fixture(scope="module")
def kept_app(
    tmp_path_factory: pytest.TempPathFactory, serve_app: Callable[..., ServedApp]
) -> ServedApp:
    """A server with two runs: one that was answered, and after it one that failed."""
    url = f"sqlite:///{tmp_path_factory.mktemp('kept') / 'kept.sqlite3'}"
    store = Store.open(url)
    now = datetime.now(UTC) - timedelta(minutes=1)
    store.begin_run(a_run("answered", title="Is it raining?"))
    store.begin_step(finished(a_step("a", run_id="answered", started_at=now)))
    store.begin_run(a_run("failed", minutes=1, title="And now?"))
    failed = a_step("f", run_id="failed", started_at=now, status=StepStatus.FAILED)
    store.begin_step(replace(failed, fault=a_fault()))
    store.close()
    return serve_app(SWITCHBOARD_DATABASE_URL=url)


def listed(page: Page, app: ServedApp) -> Locator:
    page.goto(f"{app.url}/runs")
    runs = page.get_by_test_id("stDataFrame")
    expect(runs.locator("canvas").first).to_be_visible()
    expect(page.locator('[data-test-script-state="notRunning"]').first).to_be_visible()
    return runs


@pytest.mark.parametrize("x", [30, 200, 880], ids=["button", "question", "gateway"])
def test_a_click_anywhere_on_a_run_opens_it(page: Page, kept_app: ServedApp, x: int):
    listed(page, kept_app).click(position={"x": x, "y": ROW_PX * 2.5})

    expect(page.get_by_role("heading", name="Is it raining?")).to_be_visible()
    assert page.url == f"{kept_app.url}/runs?run=answered"


def test_the_list_of_runs_needs_no_scrolling_at_1280_pixels(page: Page, kept_app: ServedApp):
    scroller = listed(page, kept_app).locator(".dvn-scroller")

    # The table takes its width once the page has been laid out.
    page.wait_for_function("it => it.scrollWidth <= it.clientWidth", arg=scroller.element_handle())


def test_charts_are_drawn_without_a_warning(page: Page, kept_app: ServedApp):
    warnings: list[str] = []
    page.on("console", lambda said: warnings.append(said.text) if said.type == "warning" else None)
    page.goto(f"{kept_app.url}/usage")

    expect(page.get_by_test_id("stVegaLiteChart").locator("svg.marks")).to_have_count(3)
    assert [text for text in warnings if "WARN" in text] == []


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (800, False)])
def test_charts_stand_beside_each_other_only_where_there_is_room(
    open_tab, kept_app: ServedApp, width: int, beside: bool
):
    page = open_tab(viewport={"width": width, "height": 900})
    page.goto(f"{kept_app.url}/usage")
    charts = page.get_by_test_id("stVegaLiteChart")
    expect(charts.locator("svg.marks")).to_have_count(3)
    tokens, latency = (charts.nth(place).bounding_box() for place in (1, 2))

    assert (tokens["y"] == latency["y"]) is beside
    assert min(tokens["width"], latency["width"]) > 350
