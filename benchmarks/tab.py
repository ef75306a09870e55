"""A tab of a real Chromium with a chat page in it, and a watch on what it shows."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, TimeoutError, sync_playwright

from benchmarks.orders import Order

COMPOSER = '[data-testid="stChatInputTextArea"]'

_WATCH = (Path(__file__).parent / "watch.js").read_text()
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, ``SWITCHBOARD_CHROMIUM``, or Playwright's own."""
    system = os.environ.get("SWITCHBOARD_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system, args=_FLAGS)
        yield browser
        browser.close()


def browser_cpu_s(browser: Browser) -> float:
    """Seconds of processor time so far of all the browser's processes."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return float(sum(process["cpuTime"] for process in processes))


@dataclass(frozen=True, slots=True)
class Tab:
    """A chat page, open and at rest."""

    page: Page

    def ask(self, order: Order) -> None:
        """Sends the order as a chat message and begins to watch for its answer."""
        self.await_words(order.opening, order.closing)
        composer = self.page.locator(COMPOSER)
        composer.fill(str(order))
        composer.press("Enter")

    def rest(self) -> None:
        """Waits until no script runs and the page has been drawn."""
        self.page.locator('[data-test-script-state="notRunning"]').first.wait_for(timeout=60_000)
        self.page.wait_for_timeout(500)

    def await_words(self, *words: str) -> None:
        """Begins to watch for words that are not on the page yet."""
        self.page.evaluate("words => words.forEach(word => watch.awaited.add(word))", words)

    def seen_at(self, word: str, *, patience_s: float = 30) -> float | None:
        """Unix seconds at which the word entered the page; ``None``: not within that time."""
        try:
            found = self.page.wait_for_function(
                "word => watch.seen[word]", arg=word, timeout=patience_s * 1000, polling=50
            )
        except TimeoutError:
            return None
        return float(found.json_value()) / 1000

    @property
    def received_bytes(self) -> int:
        """What the page's WebSocket has brought so far."""
        return int(self.page.evaluate("watch.receivedBytes"))

    def now(self) -> float:
        """The browser's own Unix seconds."""
        return float(self.page.evaluate("watch.now()")) / 1000

    def click(self, element: Locator) -> float:
        """Clicks from within the page; the Unix seconds of it."""
        now = element.evaluate(
            "element => { const now = watch.now(); element.click(); return now }"
        )
        return float(now) / 1000

    def rerun_ms(self, element: Locator) -> float | None:
        """Clicks what makes the page run again; how long until all of it was drawn."""
        duration = element.evaluate("element => watch.rerunBy(element)")
        return None if duration is None else float(duration)

    def gone_at(self, element: Locator) -> float:
        """Unix seconds at which it was no longer on the page."""
        element.wait_for(state="detached")
        return self.now()


@contextmanager
def interactive_page(browser: Browser, url: str) -> Iterator[Page]:
    """Opens the page as a new visitor and waits until it can be written to."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(_WATCH)
    page = context.new_page()
    page.goto(url)
    page.locator(f"{COMPOSER}:enabled").wait_for(timeout=60_000)
    yield page
    context.close()


@contextmanager
def tab(browser: Browser, url: str) -> Iterator[Tab]:
    """Opens the page as a new visitor and waits until it is at rest."""
    with interactive_page(browser, url) as page:
        opened = Tab(page)
        opened.rest()
        yield opened
