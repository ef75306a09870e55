"""A real browser in front of the real server; without a browser these tests are skipped."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import pytest
from chromium import MISSING, is_available, launch
from playwright.sync_api import Browser, Page, expect, sync_playwright
from scripted_gateway import ScriptedGateway
from served_app import ServedApp, serve

HERE = Path(__file__).parent
LOOPBACK = {"127.0.0.1", "localhost"}
PATIENCE_MS = 15_000
"""How long a page may take to show what is waited for; generous, since machines differ."""


class OpenTab(Protocol):
    """Opens a tab of its own, as another visitor; options are those of ``new_context``."""

    def __call__(self, **options: object) -> Page: ...


class Screenshot(Protocol):
    """Keeps what a tab shows in ``screenshots/``; without ``tab``, the test's ``page``."""

    def __call__(self, name: str, tab: Page | None = None) -> None: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what drives a browser, and skips it, or refuses to go on, where there is none."""
    ours = [item for item in items if HERE in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.browser)
    if not ours or is_available():
        return
    if os.environ.get("SWITCHBOARD_REQUIRE_BROWSER"):
        raise pytest.UsageError(f"Browser tests are required: {MISSING}")
    for item in ours:
        item.add_marker(pytest.mark.skip(reason=MISSING))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for all of them."""
    skipped = terminalreporter.stats.get("skipped", [])
    if any(MISSING in str(report.longrepr) for report in skipped):
        terminalreporter.write_line(f"Browser tests skipped: {MISSING}")


@pytest.fixture(scope="session")
def serve_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., ServedApp]]:
    """Starts servers with an empty database each; keywords are environment variables."""
    with ExitStack() as servers:

        def start(**environment: str) -> ServedApp:
            database = tmp_path_factory.mktemp("database") / "test.sqlite3"
            settings = {"SWITCHBOARD_DATABASE_URL": f"sqlite:///{database}"} | environment
            return servers.enter_context(serve(**settings))

        yield start


@pytest.fixture(scope="session")
def app_server(serve_app: Callable[..., ServedApp]) -> ServedApp:
    """The app as it comes, shared by all tests."""
    return serve_app()


@pytest.fixture(scope="module")
def scripted() -> Iterator[ScriptedGateway]:
    """Plays back what a test queues."""
    with ScriptedGateway() as gateway:
        yield gateway


@pytest.fixture(scope="module")
def server(serve_app: Callable[..., ServedApp], scripted: ScriptedGateway) -> ServedApp:
    """The app, opening with the scripted gateway."""
    return serve_app(SWITCHBOARD_BASE_URL=scripted.base_url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def open_tab(browser: Browser) -> Iterator[OpenTab]:
    """Fails the test in the end if any of its tabs asked for anything beyond this machine."""
    asked: list[str] = []
    with ExitStack() as contexts:

        def open_one(**options: object) -> Page:
            context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}} | options)
            contexts.callback(context.close)
            context.set_default_timeout(PATIENCE_MS)
            context.on("request", lambda request: asked.append(request.url))
            context.on(
                "page", lambda tab: tab.on("websocket", lambda opened: asked.append(opened.url))
            )
            return context.new_page()

        yield open_one
    elsewhere = [url for url in asked if urlsplit(url).hostname not in {None, *LOOPBACK}]
    assert not elsewhere, f"asked of other hosts: {elsewhere}"


@pytest.fixture
def page(open_tab: OpenTab) -> Page:
    """A tab of 1280 × 900."""
    return open_tab()


@pytest.fixture
def screenshot(request: pytest.FixtureRequest) -> Screenshot:
    """Pictures for people to look at; nothing compares them."""

    def keep(name: str, tab: Page | None = None) -> None:
        shown = tab or request.getfixturevalue("page")
        expect(shown.get_by_test_id("stSkeleton")).to_have_count(0)  # parts still being loaded
        shown.screenshot(path=HERE / "screenshots" / f"{name}.png", animations="disabled")

    return keep
