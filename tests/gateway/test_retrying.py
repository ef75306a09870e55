"""When a failed request is sent again, and after how long."""

import socket
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.errors import (
    AddressError,
    ConnectionFailed,
    ConnectTimeout,
    GatewayRefusal,
    GatewayTimeout,
    ReplyUnreadable,
    StreamBroken,
)
from switchboard.gateway import Failure, StopSignal, Tries
from switchboard.gateway.retrying import told_wait
from switchboard.turns import Waiting, run_step

NOW = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)
BUSY = GatewayRefusal("Busy.", status=429)


def refused(status, **more):
    return GatewayRefusal("No.", status=status, **more)


def tries(most=2, chance=0.0):
    return Tries(most, now=lambda: NOW, chance=lambda: chance)


def wait_after(error, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return tries().wait_after(Failure(error, named))


@pytest.mark.parametrize(
    "error",
    [
        refused(408),
        refused(409),
        refused(429),
        refused(500),
        refused(503),
        refused(529),
        ConnectionFailed("No answer."),
        ConnectTimeout("No connection."),
        StreamBroken("Broke off.", status=200),
    ],
    ids=lambda error: f"{type(error).__name__}-{error.status}",
)
def test_what_may_pass_is_tried_again(error):
    assert wait_after(error) == 0.5


@pytest.mark.parametrize(
    "error",
    [
        refused(400),
        refused(401),
        refused(404),
        refused(422),
        refused(429, type="insufficient_quota"),
        refused(429, code="insufficient_quota"),
        refused(429, code="INSUFFICIENT_QUOTA"),
        AddressError("No address."),
        GatewayTimeout("It took the request but did not answer."),
        ReplyUnreadable("A web page.", status=200),
        ReplyUnreadable("A redirect.", status=307),
    ],
    ids=lambda error: f"{type(error).__name__}-{error.status}-{error.type or error.code}",
)
def test_what_will_not_pass_is_not_tried_again(error):
    assert wait_after(error) is None


def test_waits_double_up_to_eight_seconds():
    counting = tries(most=7)

    waits = [counting.wait_after(Failure(BUSY)) for _ in range(8)]

    assert waits == [0.5, 1, 2, 4, 8, 8, 8, None]


def test_chance_takes_off_a_quarter_at_most():
    assert tries(chance=1.0).wait_after(Failure(BUSY)) == 0.375


@pytest.mark.parametrize(("most", "waits"), [(0, 0), (1, 1), (2, 2), (-1, 0)])
def test_there_are_no_more_tries_than_allowed(most, waits):
    counting = tries(most)

    given = [counting.wait_after(Failure(BUSY)) for _ in range(4)]

    assert [wait is not None for wait in given] == [True] * waits + [False] * (4 - waits)
    assert counting.number == counting.most == waits + 1
    assert counting.is_last


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"Retry-After": " 1.5 "}, 1.5),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "7"}, 7),
        ({"retry-after": "Mon, 23 Nov 2026 12:00:30 GMT"}, 30),
        ({"retry-after": "Mon, 23 Nov 2026 12:00:30 -0000"}, 30),
        ({"retry-after": "120"}, 120),
    ],
)
def test_the_gateway_says_how_long_to_wait(headers, seconds):
    assert tries().wait_after(Failure(BUSY, headers)) == seconds


@pytest.mark.parametrize(
    "told",
    [
        "0",
        "-1",
        "nan",
        "soon",
        "",
        "Mon, 23 Nov 2026 11:00:00 GMT",
        "Mon, 99 Nov 2026",
        "Mon, 23 Nov 2026 12:00:30 +99999999999999999999",
    ],
)
def test_a_wait_that_makes_no_sense_is_not_kept_to(told):
    assert wait_after(BUSY, retry_after=told) == 0.5


@pytest.mark.parametrize("told", ["120.1", "86400", "1e999", "Mon, 23 Nov 2026 13:00:00 GMT"])
def test_a_wait_of_more_than_two_minutes_is_left_to_the_person(told):
    assert wait_after(BUSY, retry_after=told) is None


DATE_LIKE = st.text("MonTue, 0123456789Nov:GMT+-.", max_size=40)


@given(DATE_LIKE | st.text(max_size=40))
def test_whatever_is_said_of_a_wait_is_read_or_passed_over(told):
    for name in ("retry-after", "retry-after-ms", "x-should-retry"):
        wait = tries().wait_after(Failure(BUSY, {name: told}))

        assert wait is None or 0 < wait <= 120


def test_nothing_said_is_no_wait():
    assert told_wait({}, now=NOW) is None


@pytest.mark.parametrize(
    ("error", "should", "wait"),
    [
        (refused(400), "true", 0.5),
        (refused(503), "false", None),
        (refused(503), "maybe", 0.5),
        (refused(429, code="insufficient_quota"), "true", None),
    ],
)
def test_the_gateway_says_whether_to_try_again(error, should, wait):
    assert wait_after(error, X_Should_Retry=should) == wait


@pytest.mark.parametrize(
    ("errors", "note"),
    [
        ([], ""),
        ([BUSY], "The gateway answered 429; the second try went through."),
        ([BUSY, BUSY], "The gateway answered 429 twice; the third try went through."),
        (
            [BUSY, BUSY, BUSY, ConnectionFailed("No."), StreamBroken("Oh.")],
            "The gateway answered 429 3 times, then did not answer, then broke off; "
            "the sixth try went through.",
        ),
    ],
)
def test_the_tries_are_told_in_a_sentence(errors, note):
    counting = tries(most=9)
    for error in errors:
        counting.wait_after(Failure(error))

    assert counting.note("went through") == note


def test_a_port_that_nobody_listens_at_is_tried_as_often_as_allowed(transport):
    with socket.create_server(("127.0.0.1", 0)) as reserved:
        port = reserved.getsockname()[1]
    asked = {"model": "m", "messages": []}

    seen = list(
        run_step(asked, transport=transport(url=f"http://127.0.0.1:{port}/v1"), stop=StopSignal())
    )

    assert [type(event) for event in seen[:-1]] == [Waiting, Waiting]
    assert seen[0].because == f"No answer from http://127.0.0.1:{port}: connection refused."
    assert seen[-1].answer.notes == ("The gateway did not answer twice; the third try failed too.",)
