"""What it costs to have the app at all: the time to its first page, and memory."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.processes import Server, streamlit
from benchmarks.report import middle, ratio, table
from benchmarks.stage import Stage
from benchmarks.tab import interactive_page, tab
from benchmarks.visitors import visitors

_VISITORS = 20


def start(stage: Stage, rounds: int) -> None:
    """From the start of the process to a page that can be written to, in a browser already open."""
    plain, ours = [], []
    for _ in range(rounds):
        plain.append(_started_after_s(stage, "benchmarks/plain_page.py"))
        ours.append(_started_after_s(stage, "asgi.py"))
    row = ("", middle(ours, "s"), middle(plain, "s"), ratio(ours, plain))
    table("Start (at most 4 s)", ("", "Switchboard", "plain page", "ratio"), [row])


def memory(stage: Stage, rounds: int) -> None:
    """The app at rest after its first visitor, and what each further tab adds."""
    with _fresh(stage, "asgi.py") as app:
        with tab(stage.browser, app.url):
            pass
        time.sleep(2)
        print(f"\nMemory at rest (under 250 MiB): {app.resident_mib:,.0f} MiB")
    rows = []
    for messages in (0, 200):
        added = [_per_tab_mib(stage, messages) for _ in range(rounds)]
        rows.append((f"{messages} messages each", middle(added, "MiB")))
    table(f"Each of {_VISITORS} further tabs (at most 5 MiB)", ("", "added"), rows)


def _started_after_s(stage: Stage, script: str) -> float:
    began = time.monotonic()
    with _fresh(stage, script) as app, interactive_page(stage.browser, app.url):
        return time.monotonic() - began


@contextmanager
def _fresh(stage: Stage, script: str) -> Iterator[Server]:
    """A server of its own, with an empty database."""
    with (
        tempfile.TemporaryDirectory() as folder,
        streamlit(
            script,
            SWITCHBOARD_BASE_URL=stage.gateway.url,
            SWITCHBOARD_DATABASE_URL=f"sqlite:///{folder}/fresh.sqlite3",
        ) as server,
    ):
        yield server


def _per_tab_mib(stage: Stage, messages: int) -> float:
    urls = [stage.conversation(messages) for _ in range(_VISITORS + 1)]
    with visitors(urls[:1]):
        time.sleep(1)
        before = stage.app.resident_mib
        with visitors(urls[1:]):
            time.sleep(1)
            return (stage.app.resident_mib - before) / _VISITORS
