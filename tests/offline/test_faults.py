"""Faults that are asked for by name: what a plain client sees of each."""

import json
import time

import pytest
import requests
from toolbox import HELLO, WEATHER

from switchboard.offline import OfflineGateway

WEATHER_OF_TWO = [{"role": "user", "content": "Weather in Paris and Rome?"}]


@pytest.mark.parametrize(
    ("name", "status", "content_type", "start"),
    [
        ("429", 429, "application/json", b'{"error": {"message": "Rate limit reached'),
        ("quota", 429, "application/json", b'{"error": {"message": "You exceeded your current'),
        ("500", 500, "application/json", b'{"error": {"message": "The server had an error'),
        ("502", 502, "text/html; charset=utf-8", b"<html>\n<head><title>502 Bad Gateway"),
        ("503", 503, "application/json", b'{"error": {"message": "The engine is currently'),
        ("408", 408, "application/json", b'{"error": {"message": "The request took too long'),
        ("409", 409, "application/json", b'{"error": {"message": "The request was in conflict'),
        ("html", 200, "text/html; charset=utf-8", b"<!DOCTYPE html>"),
        ("redirect", 307, None, b""),
        ("empty", 200, "application/json", b""),
        ("error-in-stream", 200, "application/json", b'{"error": {"message": "The engine stopped'),
        ("content-type", 200, "text/html; charset=utf-8", b'{"id":"chatcmpl-'),
        ("stream-for-json", 200, "text/event-stream; charset=utf-8", b'data: {"id":"chatcmpl-'),
        ("error-text", 400, "application/json", b'{"error": "the model runner has stopped"}'),
        ("error-detail", 422, "application/json", b'{"detail": [{'),
        ("error-list", 400, "application/json", b'[{"error": {'),
        ("error-top", 400, "application/json", b'{"object": "error", "message":'),
        ("error-words", 500, "text/plain; charset=utf-8", b"Internal Server Error"),
        ("error-empty", 500, None, b""),
    ],
)
def test_a_fault_is_asked_for_by_the_models_suffix(post, name, status, content_type, start):
    reply = post(f"offline-flaky:{name}")

    assert reply.status_code == status
    assert reply.headers.get("content-type") == content_type
    assert reply.content.startswith(start)


@pytest.mark.parametrize(
    ("name", "content_type", "start"),
    [
        ("json-for-stream", "application/json", b'{"id":"chatcmpl-'),
        ("content-type", "application/json", b'data: {"id":"chatcmpl-'),
        ("no-choices", "text/event-stream; charset=utf-8", b"data: [DONE]\n\n"),
    ],
)
def test_a_stream_is_spoilt_in_its_own_way(post, name, content_type, start):
    reply = post(f"offline-flaky:{name}", stream=True)

    assert (reply.status_code, reply.headers["content-type"]) == (200, content_type)
    assert reply.content.startswith(start)


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("error-in-stream", b'data: {"error": {"message": "The engine stopped while it was'),
        ("error-event", b'event: error\ndata: {"message": "The engine stopped while it was'),
    ],
)
def test_an_error_comes_after_half_of_the_stream(post, name, last):
    events = post(f"offline-flaky:{name}", stream=True).content.split(b"\n\n")

    assert events[0].startswith(b'data: {"id":"chatcmpl-')
    assert len(events) > 10
    assert events[-2].startswith(last)
    assert events[-1] == b""


def test_too_many_requests_says_how_long_to_wait_and_what_is_left(post):
    headers = post("offline-flaky:429").headers

    assert headers["retry-after-ms"] == "200"
    assert headers["retry-after"] == "1"
    assert {name: value for name, value in headers.items() if name.startswith("x-ratelimit")} == {
        "x-ratelimit-limit-requests": "60",
        "x-ratelimit-remaining-requests": "0",
        "x-ratelimit-reset-requests": "200ms",
        "x-ratelimit-limit-tokens": "150000",
        "x-ratelimit-remaining-tokens": "149984",
        "x-ratelimit-reset-tokens": "6ms",
    }


def test_a_wait_that_can_be_watched_is_asked_for_in_seconds(post):
    headers = post("offline-flaky:429-slow").headers

    assert (headers["retry-after"], headers.get("retry-after-ms")) == ("5", None)
    assert headers["x-ratelimit-reset-requests"] == "5s"


def test_a_redirect_leads_nowhere(post):
    assert post("offline-flaky:redirect").headers["location"] == "/moved/v1/chat/completions"


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "whole"])
@pytest.mark.parametrize("name", ["cut-word", "cut-arguments"])
def test_a_cut_reply_ends_without_its_end(post, name, stream):
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        post(f"offline-flaky:{name}", stream=stream, messages=WEATHER_OF_TWO, tools=[WEATHER])


def test_no_reply_is_a_closed_connection(post):
    with pytest.raises(requests.exceptions.ConnectionError):
        post("offline-flaky:no-reply")


def test_invalid_utf8_is_one_byte_within_a_word(post):
    body = post("offline-flaky:invalid-utf8").content

    with pytest.raises(UnicodeDecodeError):
        body.decode()
    assert body.count(b"\xff") == 1
    assert json.loads(body.replace(b"\xff", b""))["choices"][0]["message"]["content"]


def test_a_refused_request_is_refused_before_any_fault(post):
    reply = post("offline-flaky:500", temperature=9)

    assert (reply.status_code, reply.json()["error"]["param"]) == (400, "temperature")


def test_a_silent_reply_does_not_keep_the_gateway_from_stopping(http):
    running = OfflineGateway.start(pace_ms=0)
    body = {"model": "offline-flaky:silence", "messages": HELLO, "stream": True}
    with http.post(f"{running.base_url}/chat/completions", json=body, stream=True, timeout=10):
        start = time.monotonic()
        running.stop()

        assert time.monotonic() - start < 8
