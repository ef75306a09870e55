"""What a person waits for after a click: Stop, a message sent, a page drawn again."""

from __future__ import annotations

import re
from dataclasses import replace

from benchmarks.marks import new_mark
from benchmarks.orders import Order
from benchmarks.report import middle, ratio, table
from benchmarks.stage import Stage
from benchmarks.tab import Tab, tab

_SENT = "a message sent and visible"
_STOP = re.compile(r"\bStop$")
_SWITCH = re.compile("Stream the answer|Draw again")


def stop(stage: Stage, rounds: int) -> None:
    """From the click on Stop to the closed connection, and to the page that says so."""
    rows = []
    for label, order in (
        ("while it streams", Order("", chunks=6_000, rate=100)),
        ("while the gateway is silent", Order("", chunks=6_000, rate=100, silent_after=50)),
    ):
        samples = [_stopped_after_ms(stage, order) for _ in range(rounds)]
        rows.append(
            (
                label,
                middle([closed for closed, _ in samples], "ms"),
                middle([shown for _, shown in samples], "ms"),
            )
        )
    table("Stop (at most 300 ms)", ("", "connection closed", "shown as stopped"), rows)


def rerun(stage: Stage, rounds: int) -> None:
    """A switch turned, a message sent and one opened for editing, in long conversations."""
    for messages, cards, limit in ((200, 50, 300), (1_000, 0, 1_000)):
        plain, ours = [], []
        for _ in range(rounds):
            with tab(stage.browser, stage.plain.address(messages)) as opened:
                plain.append({"a switch turned": _switch_ms(opened), _SENT: _sent_ms(opened)})
            with tab(stage.browser, stage.conversation(messages, cards)) as opened:
                ours.append(
                    {
                        "a switch turned": _switch_ms(opened),
                        "a message opened to edit": _edit_ms(opened),
                        _SENT: _sent_ms(opened),
                    }
                )
        rows = [_row(what, [one[what] for one in ours], plain) for what in ours[0]]
        title = f"{messages:,} messages, {cards} cards (at most {limit:,} ms)"
        table(title, ("", "Switchboard", "plain page", "ratio"), rows)


def long_turn(stage: Stage, rounds: int) -> None:
    """A switch turned and a message opened for editing, in one turn of 50 rounds and 200 calls."""
    samples = []
    for _ in range(rounds):
        with tab(stage.browser, stage.turn(50, 4)) as opened:
            samples.append(
                {
                    "a switch turned": _switch_ms(opened),
                    "a message opened to edit": _edit_ms(opened),
                }
            )
    rows = [(what, middle([one[what] for one in samples], "ms")) for what in samples[0]]
    table("One turn of 50 rounds with 200 calls (at most 400 ms)", ("", "Switchboard"), rows)


def _stopped_after_ms(stage: Stage, order: Order) -> tuple[float | None, float]:
    """Until the gateway saw the connection closed, and until the button was gone."""
    order = replace(order, mark=new_mark())
    with tab(stage.browser, stage.ours.address(0)) as opened:
        opened.ask(order)
        opened.seen_at(order.opening)
        opened.page.wait_for_timeout(1_500)  # in the middle of it, or in the silence
        button = opened.page.get_by_role("button", name=_STOP)
        clicked = opened.click(button)
        shown = opened.gone_at(button)
        opened.page.wait_for_timeout(500)
        closed = stage.delivery(order.mark).closed_at
        return closed and (closed - clicked) * 1000, (shown - clicked) * 1000


def _switch_ms(opened: Tab) -> float | None:
    return opened.rerun_ms(opened.page.get_by_role("switch", name=_SWITCH).first)


def _edit_ms(opened: Tab) -> float | None:
    opened.page.get_by_test_id("stMenuButton").last.get_by_role("button").click()
    clicked = opened.click(opened.page.get_by_text("Edit", exact=True).last)
    cancel = opened.page.get_by_role("button", name="Cancel")
    cancel.wait_for()
    duration_ms = (opened.now() - clicked) * 1000
    cancel.click()
    opened.rest()
    return duration_ms


def _sent_ms(opened: Tab) -> float | None:
    """From Enter to the person's own message on the page."""
    order = Order(new_mark(), chunks=3)
    said = f"mark={order.mark}"
    opened.await_words(said)
    pressed = opened.now()
    opened.ask(order)
    seen = opened.seen_at(said)
    return seen and (seen - pressed) * 1000


def _row(
    what: str, ours: list[float | None], plain: list[dict[str, float | None]]
) -> tuple[str, ...]:
    yardstick = [one[what] for one in plain if what in one]
    return what, middle(ours, "ms"), middle(yardstick, "ms"), ratio(ours, yardstick)
