"""A finished turn is swept, in a drawer, and the table is there again after a reload."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from screen import Playground

EXAMPLE = "What is the weather like in Paris today?"
OPENER = re.compile("Fault sweep")


@pytest.fixture(scope="module")
def quick_server(serve_app):
    """The app with an embedded gateway that does not pause between words."""
    return serve_app(SWITCHBOARD_OFFLINE_PACE_MS="0")


def opened_drawer(page: Page) -> Locator:
    page.get_by_role("button", name=OPENER).click()
    drawer = page.get_by_role("dialog")
    expect(drawer).to_contain_text("Runs the last turn again")
    return drawer


def lines_in(drawer: Locator) -> Locator:
    return drawer.locator("table tbody tr")


def test_a_turn_is_swept_and_the_table_is_found_again(page, open_tab, quick_server, screenshot):
    playground = Playground(page, quick_server.url)
    playground.button(EXAMPLE).click()
    playground.button("Send results").click()
    expect(playground.button("Fault sweep")).to_be_visible()
    screenshot("fault-sweep-1-button")

    drawer = opened_drawer(page)
    expect(drawer).to_contain_text("Sends 20 turns to offline-chat")
    screenshot("fault-sweep-2-offer")
    drawer.get_by_role("button", name="Start", exact=True).click()
    expect(lines_in(drawer).filter(has_text="Owned up").first).to_be_visible()
    screenshot("fault-sweep-3-under-way")

    page.reload()
    drawer = opened_drawer(page)
    expect(drawer).to_contain_text("Sweep again")
    expect(lines_in(drawer)).to_have_count(20)
    expect(lines_in(drawer).nth(0)).to_contain_text("No fault")
    expect(lines_in(drawer).nth(9)).to_contain_text("Owned up")
    drawer.get_by_text("How this is decided").click()
    expect(drawer).to_contain_text("There is no answer, or an empty one.")
    drawer.get_by_text("What each fault does").scroll_into_view_if_needed()
    screenshot("fault-sweep-4-rules")
    for scheme in ("light", "dark"):
        for width in (1280, 800):
            tab = open_tab(color_scheme=scheme, viewport={"width": width, "height": 900})
            tab.goto(page.url)
            expect(lines_in(opened_drawer(tab))).to_have_count(20)
            screenshot(f"fault-sweep-{scheme}-{width}", tab)

    with page.context.expect_page() as opening:
        lines_in(drawer).nth(9).get_by_role("link", name="Open").click()
    expect(opening.value.get_by_text("Fault put in")).to_be_visible()
    screenshot("fault-sweep-5-one-turn", opening.value)


def test_a_sweep_is_stopped_and_keeps_what_is_done(page, quick_server, screenshot):
    playground = Playground(page, quick_server.url)
    playground.button(EXAMPLE).click()
    playground.button("Send results").click()
    drawer = opened_drawer(page)
    drawer.get_by_role("button", name="None", exact=True).click()
    drawer.get_by_role("button", name="Slow", exact=True).click()
    expect(drawer).to_contain_text("Sends 2 turns to offline-chat")
    drawer.get_by_role("button", name="Start", exact=True).click()
    expect(drawer).to_contain_text("1 of 2 turns")

    drawer.get_by_role("button", name="Stop", exact=True).click()

    expect(drawer).to_contain_text("Stopped by you after 1 of 2 turns.")
    expect(lines_in(drawer)).to_have_count(1)
    screenshot("fault-sweep-stopped")
