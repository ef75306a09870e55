"""The Runs page: the list of runs, and finding one."""

import pytest
from runs_screen import OpenPage, asked, captions, keep
from streamlit.testing.v1 import AppTest

from switchboard.runs import StepStatus
from switchboard.store import Store

pytestmark = pytest.mark.app


def test_with_no_runs_it_says_what_to_do(open_page: OpenPage):
    page = open_page("pages/runs.py")

    assert [info.value for info in page.info] == [
        "No runs yet. Ask something in the Playground and it is kept here."
    ]
    assert page.exception == []


def test_runs_are_listed_newest_first(open_page: OpenPage, store: Store):
    keep(store, "a", minutes=1)
    keep(store, "b", minutes=2)

    assert asked(open_page("pages/runs.py")) == ["Question of b", "Question of a"]


def test_a_search_leaves_what_fits(open_page: OpenPage, store: Store):
    keep(store, "apple")
    keep(store, "pear")
    page = open_page("pages/runs.py")
    page.text_input(key="runs-search").set_value("PEAR").run()

    assert asked(page) == ["Question of pear"]


def test_a_search_that_finds_nothing_says_so(open_page: OpenPage, store: Store):
    keep(store, "apple")
    page = open_page("pages/runs.py")
    page.text_input(key="runs-search").set_value("plum").run()

    assert [info.value for info in page.info] == [
        "No run fits. Search for other words, or take a filter away."
    ]


@pytest.mark.parametrize(
    ("key", "choice"),
    [("runs-model", "large"), ("runs-gateway", "Local"), ("runs-status", StepStatus.FAILED)],
)
def test_filters_leave_what_fits(open_page: OpenPage, store: Store, key: str, choice: str):
    keep(store, "apple")
    keep(store, "pear", model="large", gateway="Local", status=StepStatus.FAILED)
    page = open_page("pages/runs.py")
    page.selectbox(key=key).set_value(choice).run()

    assert asked(page) == ["Question of pear"]


def test_older_runs_come_with_a_button(open_page: OpenPage, store: Store):
    for number in range(51):
        keep(store, f"{number}", minutes=number)
    page = open_page("pages/runs.py")
    assert len(asked(page)) == 50
    assert page.button(key="runs-older").label == "Show older runs"

    page.button(key="runs-older").click().run()

    assert len(asked(page)) == 51
    assert [button.key for button in page.button if button.key == "runs-older"] == []


def click(page: AppTest, row: int, column: str) -> None:
    page.session_state["runs-list"] = {
        "selection": {"rows": [], "columns": [], "cells": [(row, column)]}
    }
    page.run()


@pytest.mark.parametrize("column", ["Asked", "Started", "Gateway"])
def test_a_click_anywhere_on_a_run_opens_it(open_page: OpenPage, store: Store, column: str):
    keep(store, "apple")
    keep(store, "pear", minutes=1)
    page = open_page("pages/runs.py")
    click(page, 1, column)

    assert page.query_params["run"] == "apple"
    assert [heading.value for heading in page.subheader] == ["Question of apple"]


def test_a_click_opens_the_run_that_was_there_although_a_newer_one_has_come(
    open_page: OpenPage, store: Store
):
    keep(store, "apple")
    page = open_page("pages/runs.py")
    keep(store, "pear", minutes=1)
    click(page, 0, "Asked")

    assert page.query_params["run"] == "apple"


def test_the_list_says_how_a_run_is_opened(open_page: OpenPage, store: Store):
    keep(store, "apple")
    page = open_page("pages/runs.py")

    assert "Click a run to open it." in captions(page)
    assert page.dataframe[0].value["Open"].tolist() == ["Open"]


def test_an_address_of_no_run_says_so_and_shows_the_list(open_page: OpenPage, store: Store):
    keep(store, "apple")
    page = open_page("pages/runs.py", run="gone")

    assert [warning.value for warning in page.warning] == [
        "This run is not kept here. It was deleted, or belongs to another database."
    ]
    assert asked(page) == ["Question of apple"]
