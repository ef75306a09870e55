"""Which Chromium there is to drive, if any."""

import os
import shutil
from functools import cache

from playwright.sync_api import Browser, Playwright, sync_playwright

MISSING = "no Chromium found (Debian: apt install chromium; else: playwright install chromium)"

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    # Whatever a page or the browser itself wants of another host, it does not get.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)


def launch(playwright: Playwright) -> Browser:
    """A headless Chromium: the one named, the system's, or Playwright's own.

    Raises ``playwright.sync_api.Error`` where there is none.
    """
    return playwright.chromium.launch(executable_path=_executable(), args=_QUIET)


@cache
def is_available() -> bool:
    """Whether ``launch`` has something to start."""
    if executable := _executable():
        return os.access(executable, os.X_OK)
    with sync_playwright() as playwright:
        return os.access(playwright.chromium.executable_path, os.X_OK)


def _executable() -> str | None:
    """``None`` leaves the choice to Playwright."""
    named = os.environ.get("SWITCHBOARD_CHROMIUM")
    return named or next(filter(None, map(shutil.which, _NAMES)), None)
