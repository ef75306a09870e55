"""One answer, from the gateway's first byte to the last word on the page."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from benchmarks.marks import new_mark
from benchmarks.orders import Order
from benchmarks.stage import Side, Stage
from benchmarks.tab import Tab, browser_cpu_s, tab


@dataclass(frozen=True, slots=True)
class Streamed:
    """How one answer came to the page; ``None``: it never did."""

    first_word_ms: float | None
    """After the gateway's first byte."""

    all_visible_s: float | None
    """After the gateway's first byte."""

    lag_ms: float | None
    """From the gateway's last byte to the last word on the page."""

    server_cpu_s: float
    browser_cpu_s: float
    received_kb: float
    """What the server sent to the page."""


def stream(stage: Stage, side: Side, order: Order, *, messages: int = 0) -> Streamed:
    """Opens a conversation of so many messages in a tab of its own and asks."""
    with tab(stage.browser, side.address(messages)) as opened:
        return _asked(stage, side, opened, replace(order, mark=new_mark()))


def stream_again(stage: Stage, side: Side, order: Order) -> Streamed:
    """Asks in a tab that has drawn markdown and code before, as most answers find it.

    The browser loads the code that draws code with the first of it: half a second that says
    nothing about streaming.
    """
    with tab(stage.browser, side.address(0)) as opened:
        first = Order(new_mark(), chunks=30, kind="code")
        opened.ask(first)
        opened.seen_at(first.closing)
        opened.rest()
        return _asked(stage, side, opened, replace(order, mark=new_mark()))


def _asked(stage: Stage, side: Side, opened: Tab, order: Order) -> Streamed:
    server, browser = side.server.cpu_s, browser_cpu_s(stage.browser)
    received = opened.received_bytes
    opened.ask(order)
    closing = opened.seen_at(order.closing, patience_s=_patience_s(order))
    opening = opened.seen_at(order.opening, patience_s=1)
    time.sleep(0.5)  # what is still done after the last word counts too
    sent = stage.delivery(order.mark)
    return Streamed(
        first_word_ms=_after(sent.first_byte_at, opening, 1000),
        all_visible_s=_after(sent.first_byte_at, closing, 1),
        lag_ms=_after(sent.last_byte_at, closing, 1000),
        server_cpu_s=side.server.cpu_s - server,
        browser_cpu_s=browser_cpu_s(stage.browser) - browser,
        received_kb=(opened.received_bytes - received) / 1000,
    )


def _patience_s(order: Order) -> float:
    return 60 + (order.chunks / order.rate if order.rate else 0)


def _after(start: float | None, end: float | None, per_second: float) -> float | None:
    return None if start is None or end is None else (end - start) * per_second
