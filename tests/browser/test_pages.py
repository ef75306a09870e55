"""Every page is a first page, and none breaks the policy it is served with."""

import pytest
from playwright.sync_api import Page, expect

PAGES = ["/", "/tools", "/runs", "/usage"]


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser says of a broken policy or a script that failed."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on(
        "console",
        lambda message: (
            found.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    return found


@pytest.mark.parametrize("path", PAGES)
def test_a_server_s_very_first_page_may_be_any_page(page, serve_app, complaints, path):
    page.goto(serve_app().url + path)

    expect(page.get_by_test_id("stSidebar").get_by_role("link", name="Usage")).to_be_visible()
    expect(page.get_by_role("heading").first).to_be_visible()
    assert complaints == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 420])
def test_every_page_fits_its_window(open_tab, app_server, screenshot, path, scheme, width):
    tab = open_tab(color_scheme=scheme, viewport={"width": width, "height": 900})
    tab.goto(app_server.url + path)
    expect(tab.get_by_role("main").get_by_role("heading").first).to_be_visible()
    expect(tab.locator('[data-test-script-state="notRunning"]').first).to_be_visible()

    screenshot(f"page-{path.strip('/') or 'playground'}-{scheme}-{width}", tab)

    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_the_button_of_an_open_popover_is_as_readable_as_the_others(open_tab, app_server):
    tab = open_tab(color_scheme="dark")
    tab.goto(app_server.url)
    images = tab.get_by_role("button", name="Images")
    others = tab.get_by_role("button", name="Step by step")
    color = "button => getComputedStyle(button).color"

    images.click()
    expect(tab.get_by_text("Image by address")).to_be_visible()
    tab.mouse.move(1, 1)

    expect(images).to_have_css("color", others.evaluate(color))
