"""The wait before another try counts down in words."""

from datetime import UTC, datetime, timedelta

import pytest

from components.waiting import waiting_line
from switchboard.turns import Waiting

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def line(seconds_left: float, because: str = "The gateway answered 429.") -> str:
    until = NOON + timedelta(seconds=seconds_left)
    return waiting_line(Waiting(9, until, attempt=2, of=3, because=because), NOON)


LINES = {
    "a started second counts": (2.01, "3\N{NO-BREAK SPACE}s"),
    "whole seconds": (3, "3\N{NO-BREAK SPACE}s"),
    "never zero": (0, "1\N{NO-BREAK SPACE}s"),
    "a long wait": (3_600, "3,600\N{NO-BREAK SPACE}s"),
}


@pytest.mark.parametrize(("seconds", "told"), LINES.values(), ids=LINES)
def test_the_line_says_why_and_for_how_long(seconds, told):
    assert line(seconds) == (
        f":material/hourglass_top: The gateway answered 429\\. Trying again in {told} (2 of 3)."
    )


def test_a_reason_without_an_end_is_given_one():
    assert "Busy\\. Trying" in line(1, "Busy")


def test_what_the_gateway_said_is_shortened_and_never_markup():
    shown = line(1, "![x](http://a.b) " + "y" * 500)

    assert "![" not in shown
    assert "y" * 183 + "…" in shown
    assert "y" * 184 not in shown
