"""A finished turn run again with another result: a branch, beside what it left."""

import re

import pytest
from playwright.sync_api import expect
from screen import Playground


@pytest.fixture(scope="module")
def branching_app(serve_app):
    """A server of its own: no pauses, and no conversations of other tests."""
    return serve_app(SWITCHBOARD_OFFLINE_PACE_MS="0")


def run_as_a_branch(playground: Playground, result: str) -> None:
    playground.button("Change and branch").click()
    playground.page.get_by_role("textbox", name="Result in the branch").fill(result)
    playground.button("Run as a branch").click()
    expect(playground.button("Run as a branch")).to_have_count(0)


def open_list(playground: Playground, count: int) -> None:
    fold = playground.page.get_by_text(f"Branches ({count})", exact=True)
    fold.click()
    expect(playground.page.get_by_text("this one", exact=True)).to_be_visible()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 800)])
def test_a_result_is_changed_and_both_endings_are_read_beside_each_other(
    open_tab, branching_app, screenshot, scheme, width
):
    page = open_tab(color_scheme=scheme, viewport={"width": width, "height": 900})
    playground = Playground(page, branching_app.url)
    playground.button("What is the weather like in Paris today?").click()
    expect(playground.results).to_have_count(1)
    playground.write_result(0, '{"temperature": 31, "conditions": "thunderstorm"}')
    playground.button("Send results").click()
    expect(playground.messages.last).to_contain_text("thunderstorm")
    parent = page.url

    playground.button("Change and branch").click()
    expect(page.get_by_role("textbox", name="Arguments in the branch")).to_be_visible()
    screenshot(f"branch-1-editor-{scheme}-{width}", page)
    playground.button("Cancel").click()
    run_as_a_branch(playground, '{"temperature": 4, "conditions": "snow"}')
    expect(playground.messages.last).to_contain_text("snow")
    assert page.url != parent

    run_as_a_branch(playground, '{"temperature": 12, "conditions": "fog"}')
    expect(playground.messages.last).to_contain_text("fog")
    open_list(playground, 3)
    screenshot(f"branch-2-tree-{scheme}-{width}", page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    playground.button("Compare").first.click()
    window = page.get_by_role("dialog")
    expect(window).to_contain_text("Both begin with the same 2 messages.")
    expect(window.get_by_text(re.compile("thunderstorm")).first).to_be_visible()
    expect(window.get_by_text(re.compile("fog")).first).to_be_visible()
    screenshot(f"branch-3-compared-{scheme}-{width}", page)
    page.keyboard.press("Escape")
    expect(window).to_have_count(0)

    playground.button("Where it began").click()
    expect(playground.messages.last).to_contain_text("thunderstorm")
    expect(page).to_have_url(parent)
    page.reload()
    expect(playground.messages.last).to_contain_text("thunderstorm")
