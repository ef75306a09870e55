"""Answers as they arrive: the first word, a burst, a steady fast stream."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from benchmarks.orders import KINDS, Order
from benchmarks.report import middle, ratio, table
from benchmarks.sample import Streamed, stream, stream_again
from benchmarks.stage import Stage


def first_word(stage: Stage, rounds: int) -> None:
    """From the gateway's first byte to the first word on the page, at a readable pace."""
    order = Order("", chunks=60, rate=50)
    rows = []
    for messages in (0, 200):
        plain, ours = _in_turns(
            rounds,
            partial(stream, stage, stage.plain, order, messages=messages),
            partial(stream, stage, stage.ours, order, messages=messages),
        )
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
        plain, ours = _in_turns(
            rounds,
            partial(stream_again, stage, stage.plain, order),
            partial(stream_again, stage, stage.ours, order),
        )
        rows = [_burst_row("st.write_stream, 2,000", plain), _burst_row("2,000", ours, plain)]
        before = ours
        for chunks in (8_000, 32_000):
            longer = replace(order, chunks=chunks)
            ours = [stream_again(stage, stage.ours, longer) for _ in range(rounds)]
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
        ours = [stream_again(stage, stage.ours, order) for _ in range(rounds)]
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
    rounds: int, plain: Callable[[], Streamed], ours: Callable[[], Streamed]
) -> tuple[list[Streamed], list[Streamed]]:
    pairs = [(plain(), ours()) for _ in range(rounds)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


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
