"""A tab of a real Chromium with a chat page in it, and a watch on what it shows."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

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

    def click(self, button: str) -> float:
        """Clicks the button of that name, from within the page; the Unix seconds of it."""
        found = self.page.get_by_role("button", name=button, exact=True)
        now = found.evaluate("button => { const now = watch.now(); button.click(); return now }")
        return float(now) / 1000

    def gone_at(self, button: str, *, patience_s: float = 30) -> float | None:
        """Unix seconds at which there was no such button any more, to about 5 ms."""
        found = self.page.get_by_role("button", name=button, exact=True)
        deadline = time.time() + patience_s
        while found.count() and time.time() < deadline:
            time.sleep(0.005)
        return None if found.count() else time.time()


@contextmanager
def tab(browser: Browser, url: str) -> Iterator[Tab]:
    """Opens the page as a new visitor and waits until it can be written to and is at rest."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(_WATCH)
    page = context.new_page()
    page.goto(url)
    page.locator(COMPOSER).wait_for(timeout=60_000)
    page.locator('[data-test-script-state="notRunning"]').first.wait_for(timeout=60_000)
    page.wait_for_timeout(500)
    yield Tab(page)
    context.close()
