"""Answers as they arrive: the first word, a burst, a steady fast stream."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from benchmarks.marks import new_mark
from benchmarks.orders import KINDS, Order
from benchmarks.report import middle, ratio, table
from benchmarks.stage import Side, Stage
from benchmarks.tab import browser_cpu_s, tab


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


def first_word(stage: Stage, rounds: int) -> None:
    """From the gateway's first byte to the first word on the page, at a readable pace."""
    order = Order("", chunks=60, rate=50)
    rows = []
    for messages in (0, 200):
        plain, ours = _in_turns(stage, order, messages=messages, rounds=rounds)
        yardstick = [sample.first_word_ms for sample in plain]
        samples = [sample.first_word_ms for sample in ours]
        label = f"{messages} messages above"
        rows.append(
            (label, middle(samples, "ms"), middle(yardstick, "ms"), ratio(samples, yardstick))
        )
    table("First word (at most 100 ms)", ("", "Switchboard", "st.write_stream", "ratio"), rows)


def burst(stage: Stage, rounds: int) -> None:
    """Everything at once, in three lengths; ``st.write_stream`` only in the first."""
    for kind in KINDS:
        order = Order("", chunks=2_000, kind=kind)
        plain, ours = _in_turns(stage, order, messages=0, rounds=rounds)
        rows = [_burst_row("st.write_stream, 2,000", plain), _burst_row("2,000", ours, plain)]
        before = ours
        for chunks in (8_000, 32_000):
            longer = replace(order, chunks=chunks)
            ours = [_stream(stage, stage.ours, longer, messages=0) for _ in range(rounds)]
            rows.append(_burst_row(f"{chunks:,}", ours, before))
            before = ours
        header = ("", "all visible", "ratio", "server CPU", "browser CPU", "sent", "ratio")
        title = f"Burst of {kind} (2,000: at most × 0.25; each next: at most × 5 of the one before)"
        table(title, header, rows)


def pace(stage: Stage, rounds: int) -> None:
    """1,000 chunks per second for 32 s: how far the page is behind in the end."""
    rows = []
    for kind in KINDS:
        order = Order("", chunks=32_000, rate=1_000, kind=kind)
        ours = [_stream(stage, stage.ours, order, messages=0) for _ in range(rounds)]
        rows.append(
            (
                kind,
                middle([sample.lag_ms for sample in ours], "ms"),
                middle([sample.server_cpu_s for sample in ours], "s"),
                middle([sample.browser_cpu_s for sample in ours], "s"),
                middle([sample.received_kb for sample in ours], "kB"),
            )
        )
    header = ("", "behind at the end", "server CPU", "browser CPU", "sent")
    table("1,000 chunks per second for 32 s (at most 1,000 ms behind)", header, rows)


def _in_turns(
    stage: Stage, order: Order, *, messages: int, rounds: int
) -> tuple[list[Streamed], list[Streamed]]:
    """The yardstick's samples and ours."""
    sides = (stage.plain, stage.ours)
    pairs = [
        [_stream(stage, side, order, messages=messages) for side in sides] for _ in range(rounds)
    ]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _stream(stage: Stage, side: Side, order: Order, *, messages: int) -> Streamed:
    order = replace(order, mark=new_mark())
    with tab(stage.browser, side.address(messages)) as opened:
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


def _burst_row(
    label: str, samples: Sequence[Streamed], yardstick: Sequence[Streamed] = ()
) -> tuple[str, ...]:
    visible = [sample.all_visible_s for sample in samples]
    received = [sample.received_kb for sample in samples]
    return (
        label,
        middle(visible, "s"),
        ratio(visible, [sample.all_visible_s for sample in yardstick]),
        middle([sample.server_cpu_s for sample in samples], "s"),
        middle([sample.browser_cpu_s for sample in samples], "s"),
        middle(received, "kB"),
        ratio(received, [sample.received_kb for sample in yardstick]),
    )
