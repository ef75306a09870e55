"""The Runs page: runs that were sent with one text of tools, and what an opened run says of it."""

from dataclasses import replace

import pytest
from runs_screen import OpenPage, asked, captions, keep
from streamlit.testing.v1 import AppTest

from switchboard.store import Store
from switchboard.toolset_records import text_hash
from tests.store.records import a_run, a_step, finished

pytestmark = pytest.mark.app

FIRST, SECOND = '{"name": "first"}', '{"name": "second"}'


def sent(store: Store, run_id: str, *texts: str) -> None:
    """A run whose requests were sent with these."""
    store.begin_run(a_run(run_id, title=f"Question of {run_id}"))
    for position, text in enumerate(texts):
        step = a_step(f"{run_id}-{position}", run_id=run_id, position=position)
        store.begin_step(replace(finished(step), toolset=text_hash(text)), toolset=text)


def chips(page: AppTest) -> list[str]:
    return [button.label for button in page.button if button.key == "runs-toolset"]


def test_an_address_lists_the_runs_that_were_sent_with_a_text(open_page: OpenPage, store: Store):
    sent(store, "apple", FIRST)
    sent(store, "pear", SECOND)
    keep(store, "plum")

    page = open_page("pages/runs.py", toolset=text_hash(FIRST))

    assert asked(page) == ["Question of apple"]
    assert chips(page) == [f"With tools that are not saved ({text_hash(FIRST)[:8]})"]


def test_a_saved_text_is_called_by_its_name(open_page: OpenPage, store: Store):
    saved = store.save_toolset(None, "My *tools*", SECOND)
    store.save_toolset(saved.id, "", FIRST)
    sent(store, "apple", FIRST)

    page = open_page("pages/runs.py", toolset=text_hash(FIRST))

    assert chips(page) == ["With My \\*tools\\* · version 2"]


def test_a_text_that_many_toolsets_have_is_called_by_three_of_them(
    open_page: OpenPage, store: Store
):
    for _ in range(5):
        store.save_toolset(None, "Mine", FIRST)

    (chip,) = chips(open_page("pages/runs.py", toolset=text_hash(FIRST)))

    assert chip.count("version 1") == 3
    assert chip.endswith(" and 2 more")


def test_a_click_takes_the_filter_away(open_page: OpenPage, store: Store):
    sent(store, "apple", FIRST)
    sent(store, "pear", SECOND)
    page = open_page("pages/runs.py", toolset=text_hash(FIRST))

    page.button(key="runs-toolset").click().run()

    assert sorted(asked(page)) == ["Question of apple", "Question of pear"]
    assert chips(page) == []
    assert "toolset" not in page.query_params


@pytest.mark.parametrize("named", ["gone", "\x00", "[x](http://e.test)", "0" * 5000])
def test_an_address_of_a_text_nobody_sent_lists_nothing(
    open_page: OpenPage, store: Store, named: str
):
    sent(store, "apple", FIRST)
    page = open_page("pages/runs.py", toolset=named)

    assert page.exception == []
    assert [info.value for info in page.info] == [
        "No run fits. Search for other words, or take a filter away."
    ]


def test_the_filter_holds_while_a_run_is_opened_and_closed(open_page: OpenPage, store: Store):
    sent(store, "apple", FIRST)
    sent(store, "pear", SECOND)
    page = open_page("pages/runs.py", toolset=text_hash(FIRST), run="apple")

    page.button(key="run-back").click().run()

    assert asked(page) == ["Question of apple"]


def test_an_opened_run_says_with_which_version_each_text_was_sent(
    open_page: OpenPage, store: Store
):
    store.save_toolset(None, "Mine", FIRST)
    sent(store, "apple", FIRST, SECOND, FIRST)

    said = captions(open_page("pages/runs.py", run="apple")).splitlines()

    assert [line for line in said if line.startswith("Sent with")] == [
        "Sent with Mine · version 1",
        f"Sent with tools that are not saved ({text_hash(SECOND)[:8]})",
    ]


def test_a_run_from_before_toolsets_were_kept_says_nothing_of_them(
    open_page: OpenPage, store: Store
):
    keep(store, "apple")

    assert "Sent with" not in captions(open_page("pages/runs.py", run="apple"))


def test_runs_with_the_same_tools_are_one_click_from_a_run(open_page: OpenPage, store: Store):
    sent(store, "apple", FIRST)
    sent(store, "pear", FIRST)
    sent(store, "plum", SECOND)
    page = open_page("pages/runs.py", run="apple")

    page.button(key=f"run-alike-{text_hash(FIRST)}").click().run()

    assert sorted(asked(page)) == ["Question of apple", "Question of pear"]
    assert page.query_params == {"toolset": text_hash(FIRST)}


@pytest.mark.parametrize("is_saved", [True, False])
def test_the_tools_of_a_run_open_on_the_tools_page(
    open_page: OpenPage, store: Store, is_saved: bool
):
    if is_saved:
        saved = store.save_toolset(None, "Mine", FIRST)
        store.save_toolset(saved.id, "", SECOND)
    sent(store, "apple", FIRST)
    page = open_page("pages/runs.py", run="apple")

    page.button(key=f"run-to-tools-{text_hash(FIRST)}").click().run()

    assert page.exception == []
    workshop = page.session_state["workshop"]
    assert workshop.text == FIRST
    assert workshop.toolset_id == (saved.id if is_saved else None)
