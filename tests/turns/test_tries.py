"""What fails in passing is tried again, and nothing that has begun."""

import threading
import time
from datetime import UTC, datetime

import pytest
from scripted_replies import chunk, completion_json, sse, text_stream
from step_asking import REQUEST, ended, events, transport

from switchboard.gateway import StopSignal
from switchboard.runs import StepStatus
from switchboard.turns import Ended, Opened, Received, Waiting, run_step

BUSY = {
    "body": b'{"error":{"message":"Slow down","type":"requests","code":"rate_limit_exceeded"}}',
    "status": 429,
    "headers": {"Retry-After-Ms": "1", "X-Ratelimit-Remaining-Requests": "0"},
}


def test_a_try_that_failed_in_passing_leaves_nothing_but_its_wait(scripted):
    scripted.reply(**BUSY)
    scripted.reply(**BUSY)
    scripted.reply(text_stream("Hello there"))

    first, second, opened, *received, end = events(scripted)

    assert [first.attempt, first.of, second.attempt, second.of] == [2, 3, 3, 3]
    assert first.seconds == 0.001
    assert first.until <= datetime.now(UTC)
    assert first.because == "The gateway refused the request (429 Too Many Requests): Slow down"
    assert first.response_headers["X-Ratelimit-Remaining-Requests"] == "0"
    assert opened.http_status == 200
    assert b"".join(event.piece for event in received) == b"".join(text_stream("Hello there"))
    assert end.status is StepStatus.FINISHED
    assert end.answer.notes == (
        "The gateway answered 429 twice; the third try went through. "
        "What the headers say of limits and waits is from a try that failed.",
    )
    assert [request.json for request in scripted.requests] == [REQUEST] * 3


def test_the_last_try_is_told_in_full(scripted):
    for _ in range(3):
        scripted.reply(**BUSY)

    *waits, opened, received, end = events(scripted)

    assert [type(event) for event in waits] == [Waiting, Waiting]
    assert (opened.http_status, received.piece) == (429, BUSY["body"])
    assert (end.status, end.fault.status) == (StepStatus.FAILED, 429)
    assert end.fault.advice == (
        "This was try 3 of 3. Wait a little and try again; "
        "if it goes on, check the account's limits."
    )
    assert end.answer.notes == ("The gateway answered 429 twice; the third try failed too.",)


def test_nothing_is_tried_again_where_that_is_not_wanted(scripted):
    scripted.reply(**BUSY)

    seen = list(run_step(REQUEST, transport=transport(scripted, max_retries=0), stop=StopSignal()))

    assert [type(event) for event in seen] == [Opened, Received, Ended]
    assert seen[-1].answer.notes == ()
    assert len(scripted.requests) == 1


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param({"body": b": ping\n\n", "cut": True}, id="keep-alive alone"),
        pytest.param({"body": sse(chunk({"role": "assistant"}))[:1], "cut": True}, id="role alone"),
        pytest.param(
            {"body": b"  ", "content_type": "application/json", "cut": True}, id="padding"
        ),
    ],
)
def test_a_connection_lost_before_an_answer_began_is_tried_again(scripted, reply):
    scripted.reply(**reply)
    scripted.reply(text_stream("Hello there"))

    waiting, opened, *_, end = events(scripted)

    assert type(waiting) is Waiting
    assert type(opened) is Opened
    assert end.answer.message.text == "Hello there"
    assert end.answer.notes == ("The gateway broke off; the second try went through.",)


BEGUN = {
    "text": chunk({"content": "Hel"}),
    "reasoning": chunk({"reasoning_content": "Hm"}),
    "a refusal": chunk({"refusal": "I can"}),
    "a call": chunk({"tool_calls": [{"index": 0, "id": "c", "function": {"name": "f"}}]}),
    "arguments without a name": chunk(
        {"tool_calls": [{"index": 0, "id": "c", "function": {"arguments": '{"city": "Par'}}]}
    ),
    "sound": chunk({"audio": {"id": "a", "transcript": "Hel"}}),
    "a picture": chunk({"images": [{"type": "image_url", "image_url": {"url": "data:,"}}]}),
    "a finish reason": chunk(finish="length"),
    "a count of tokens": '{"choices": [], "usage": {"prompt_tokens": 5, "completion_tokens": 3}}',
}


@pytest.mark.parametrize("begun", BEGUN.values(), ids=BEGUN)
def test_nothing_is_tried_again_once_anything_of_an_answer_has_come(scripted, begun):
    stream = sse(begun, done=False)
    scripted.reply(stream, cut=True)

    _opened, *received, end = events(scripted)

    assert end.fault.kind == "StreamBroken"
    assert b"".join(event.piece for event in received) == b"".join(stream)
    assert end.answer.notes == ()
    assert len(scripted.requests) == 1


@pytest.mark.parametrize("length", [1, 50])
def test_a_whole_reply_that_breaks_off_is_not_tried_again_and_its_bytes_are_told(scripted, length):
    begun = completion_json("Hello")[:length]
    scripted.reply(begun, cut=True, content_type="application/json")

    opened, *received, end = events(scripted)

    assert opened.http_status == 200
    assert b"".join(event.piece for event in received) == begun
    assert end.fault.kind == "StreamBroken"
    assert len(scripted.requests) == 1


def test_a_try_that_fails_for_good_ends_the_tries(scripted):
    scripted.reply(**BUSY)
    scripted.reply(b'{"error":{"message":"No such model"}}', status=404)

    waiting, opened, _, end = events(scripted)

    assert (waiting.attempt, opened.http_status, end.fault.status) == (2, 404, 404)
    assert end.answer.notes == (
        "The gateway answered 429; the second try failed too. "
        "What the headers say of limits and waits is from a try that failed.",
    )
    assert len(scripted.requests) == 2


@pytest.mark.parametrize(
    "reply",
    [
        {"body": sse('{"error":{"message":"Busy","code":503}}')},
        {"body": b'{"error":{"message":"Busy","code":429}}'},
    ],
    ids=["streamed", "whole"],
)
def test_an_error_with_a_good_status_is_tried_again_by_the_status_it_names(scripted, reply):
    scripted.reply(**reply)
    scripted.reply(text_stream("Hello"))

    waiting, *_, end = events(scripted)

    assert "Busy" in waiting.because
    assert end.answer.message.text == "Hello"


USED_UP = {
    "a code": b'{"error":{"message":"Pay","code":"insufficient_quota"}}',
    "upper case": b'{"error":{"message":"Pay","code":"INSUFFICIENT_QUOTA"}}',
    "no more than words": b'{"error":"insufficient_quota"}',
    "within a proxy's message": (
        b'{"error":{"message":"RateLimitError: Error code: 429 - '
        b"{'error': {'message': 'Pay', 'code': 'insufficient_quota'}}"
        b'","type":"throttling_error","code":"429"}}'
    ),
    "behind a long message": (
        b'{"error":{"message":"' + b"No. " * 500 + b"'code': 'insufficient_quota'\"}}"
    ),
}


@pytest.mark.parametrize("body", USED_UP.values(), ids=USED_UP)
def test_a_used_up_quota_is_not_tried_again(scripted, body):
    scripted.reply(body, status=429)

    assert ended(scripted).fault.status == 429
    assert len(scripted.requests) == 1


def test_a_wait_ends_at_once_when_it_is_stopped(scripted):
    scripted.reply(**BUSY | {"headers": {"Retry-After": "60"}})
    stop = StopSignal()
    start = time.monotonic()

    seen = []
    for event in run_step(REQUEST, transport=transport(scripted), stop=stop):
        seen.append(event)
        if isinstance(event, Waiting):
            threading.Timer(0.05, stop.stop).start()

    waiting, opened, received, end = seen
    assert time.monotonic() - start < 10
    assert waiting.seconds == 60
    assert (opened.http_status, received.piece) == (429, BUSY["body"])
    assert (end.status, end.fault) == (StepStatus.STOPPED, None)
    assert end.answer.notes == ("The gateway answered 429; the second try was stopped.",)
    assert len(scripted.requests) == 1


def test_times_count_from_the_first_try_with_the_waits_between(scripted):
    scripted.reply(**BUSY | {"headers": {"Retry-After-Ms": "200"}})
    scripted.reply(text_stream("Hello"))

    timing = ended(scripted).timing

    assert 190 < timing.first_byte_ms <= timing.first_token_ms <= timing.total_ms


def test_the_total_of_tries_that_all_failed_holds_their_waits(scripted):
    for _ in range(3):
        scripted.reply(**BUSY | {"headers": {"Retry-After-Ms": "100"}})

    assert ended(scripted).timing.total_ms > 190


LIMITS = {"Retry-After-Ms": "1", "X-Ratelimit-Remaining-Requests": "0"}


def opened_after_busy(scripted, headers) -> tuple[Opened, Ended]:
    """A refusal with its limits, then an answer with these headers."""
    scripted.reply(**BUSY)
    scripted.reply(text_stream("Hello"), headers=headers)
    _, opened, *_, end = events(scripted)
    return opened, end


def told_limits(opened: Opened) -> dict[str, str]:
    return {
        name: value
        for name, value in opened.response_headers.items()
        if name.lower().startswith(("x-ratelimit", "retry-after"))
    }


def test_the_limits_of_a_refused_try_stay_where_the_reply_tells_none(scripted):
    opened, end = opened_after_busy(scripted, {"X-Other": "1"})

    assert told_limits(opened) == LIMITS
    assert opened.response_headers["X-Other"] == "1"
    assert end.answer.notes[0].endswith("is from a try that failed.")


def test_a_replys_own_limits_count_and_not_those_of_the_refused_try(scripted):
    opened, end = opened_after_busy(scripted, {"X-Ratelimit-Remaining-Tokens": "7"})

    assert told_limits(opened) == {"X-Ratelimit-Remaining-Tokens": "7"}
    assert end.answer.notes == ("The gateway answered 429; the second try went through.",)


def test_nothing_but_the_limits_is_kept_of_a_refused_try(scripted):
    scripted.reply(**BUSY | {"headers": LIMITS | {"X-Refused": "1"}})
    scripted.reply(text_stream("Hello"))

    _, opened, *_ = events(scripted)

    assert "X-Refused" not in opened.response_headers
