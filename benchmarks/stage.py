"""The two pages that are compared, one gateway behind both, and one browser in front."""

from __future__ import annotations

import json
import tempfile
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser

from benchmarks.conversations import seed_conversation, seed_turn
from benchmarks.loopback import Delivery
from benchmarks.processes import Server, module, streamlit
from benchmarks.tab import chromium
from switchboard.store import Store


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two pages."""

    server: Server
    address: Callable[[int], str]
    """The URL of a new conversation that has so many messages already."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that runs during a benchmark."""

    gateway: Server
    app: Server
    plain_page: Server
    browser: Browser
    store: Store
    """The app's database."""

    @property
    def ours(self) -> Side:
        """Switchboard."""
        return Side(self.app, self.conversation)

    @property
    def plain(self) -> Side:
        """The page of plain ``st.write_stream``."""
        return Side(self.plain_page, lambda count: f"{self.plain_page.url}/?messages={count}")

    def conversation(self, messages: int, cards: int = 0) -> str:
        """Saves a conversation of an earlier day; the URL that opens it."""
        base_url = self.gateway.url
        saved = seed_conversation(self.store, base_url=base_url, messages=messages, cards=cards)
        return f"{self.app.url}/?conversation={saved}"

    def turn(self, rounds: int, calls: int) -> str:
        """Saves a turn of so many rounds of so many calls; the URL that opens it."""
        base_url = self.gateway.url
        saved = seed_turn(self.store, base_url=base_url, rounds=rounds, calls=calls)
        return f"{self.app.url}/?conversation={saved}"

    def delivery(self, mark: str) -> Delivery:
        """When the gateway sent the answer of that mark."""
        with urllib.request.urlopen(self.gateway.url + "/log") as reply:
            (found,) = (entry for entry in json.load(reply) if entry["mark"] == mark)
        return Delivery(**found)


@contextmanager
def stage() -> Iterator[Stage]:
    """Starts it all, with an empty database, and ends it."""
    with tempfile.TemporaryDirectory() as folder, module("benchmarks.loopback") as gateway:
        settings = {
            "SWITCHBOARD_BASE_URL": gateway.url,
            "SWITCHBOARD_DATABASE_URL": f"sqlite:///{folder}/benchmark.sqlite3",
        }
        with (
            streamlit("asgi.py", **settings) as app,
            streamlit("benchmarks/plain_page.py", **settings) as plain_page,
            closing(Store.open(settings["SWITCHBOARD_DATABASE_URL"])) as store,
            chromium() as browser,
        ):
            yield Stage(gateway, app, plain_page, browser, store)
