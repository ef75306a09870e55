"""Faults that are asked for by name: what a plain client sees of each, and when they pass."""

import json
import time

import openai
import pytest
import requests
from toolbox import WEATHER

from switchboard.offline import OfflineGateway
from switchboard.offline.__main__ import main
from switchboard.offline.faults.table import FAULTS
from switchboard.offline.mishaps import Tries
from switchboard.offline.oddities.table import ODDITIES

HELLO = [{"role": "user", "content": "hello"}]
WEATHER_OF_TWO = [{"role": "user", "content": "Weather in Paris and Rome?"}]


@pytest.fixture
def post(http: requests.Session, gateway: OfflineGateway, request: pytest.FixtureRequest):
    """Sends a request that no other test sends, so that its tries are counted by themselves."""
    user = f"{request.node.name} {time.time_ns()}"

    def send(model: str, *, fault: str | None = None, key: str = "sk-any", **fields):
        headers = {"Authorization": f"Bearer {key}"} | (
            {"X-Switchboard-Fault": fault} if fault else {}
        )
        body = {"model": model, "messages": HELLO, "user": user, **fields}
        url = f"{gateway.base_url}/chat/completions"
        return http.post(url, json=body, headers=headers, timeout=10, allow_redirects=False)

    return send


def test_names_are_told_apart_and_each_has_a_sentence():
    names = [each.name for each in (*FAULTS, *ODDITIES)]

    assert len(names) == len(set(names))
    assert all(each.says.endswith(".") for each in (*FAULTS, *ODDITIES))
    assert not any(name.endswith("-always") for name in names)


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


PASSING = [
    "429",
    "429-slow",
    "500",
    "503",
    "408",
    "409",
    "502",
    "empty",
    "no-choices",
    "error-in-stream",
]
LASTING = ["quota", "html", "redirect", "error-text", "error-detail", "error-words"]


@pytest.mark.parametrize("name", PASSING)
def test_a_fault_that_passes_is_over_when_the_request_comes_again(post, name):
    first, second, third = (post(f"offline-flaky:{name}") for _ in range(3))

    assert not is_answer(first)
    assert is_answer(second)
    assert not is_answer(third)


@pytest.mark.parametrize("name", [*(f"{name}-always" for name in PASSING), *LASTING])
def test_a_fault_that_lasts_comes_each_time(post, name):
    assert [is_answer(post(f"offline-flaky:{name}")) for _ in range(3)] == [False] * 3


def test_tries_are_counted_for_each_key_and_each_body(post):
    replies = [
        post("offline-flaky:500"),
        post("offline-flaky:500", key="sk-other"),
        post("offline-flaky:500", seed=1),
        post("offline-flaky:500"),
    ]

    assert [reply.status_code for reply in replies] == [500, 500, 500, 200]


def test_only_so_many_failed_requests_are_remembered():
    tries = Tries()
    for number in range(10_001):
        tries.is_first(str(number))

    assert tries.is_first("0")
    assert not tries.is_first("10000")


def test_a_header_asks_for_a_fault_of_any_model(post):
    assert post("offline-chat", fault="503").status_code == 503
    assert post("offline-chat", fault="503").status_code == 200
    assert post("offline-reasoner", fault="html").content.startswith(b"<!DOCTYPE html>")


def test_a_header_counts_more_than_the_suffix(post):
    assert post("offline-flaky:500", fault="503").status_code == 503


@pytest.mark.parametrize(
    ("model", "named", "unnamed"),
    [
        ("offline-flaky:nonsense", "429, 500, 503, cut-word, cut-arguments", "same-index, no-"),
        ("offline-odd:nonsense", "same-index, no-index", "429, 500"),
    ],
)
def test_an_unknown_suffix_is_answered_with_the_names_of_its_kind(post, model, named, unnamed):
    reply = post(model)

    error = reply.json()["error"]
    assert (reply.status_code, error["code"]) == (404, "model_not_found")
    assert "nothing is called `nonsense`" in error["message"]
    assert named in error["message"]
    assert unnamed not in error["message"]
    assert error["message"].endswith("`python -m switchboard.offline --faults`.")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cut_word", "cut-word"),
        ("refuse-temprature-always", "refuse-temperature"),
        ("Silence", "silence"),
        ("same-indx", "same-index"),
    ],
)
def test_a_name_that_is_nearly_right_is_answered_with_the_right_one_first(post, typed, meant):
    message = post(f"offline-flaky:{typed}").json()["error"]["message"]

    assert f"nothing is called `{typed}`. Did you mean `{meant}`? Its faults:" in message


@pytest.mark.parametrize("model", ["offline-flaky:", "offline-odd:", "offline-flaky:429 "])
def test_half_a_suffix_is_unknown(post, model):
    assert post(model).status_code == 404


def test_other_models_take_no_suffix(post):
    assert post("offline-chat:429").status_code == 404


def test_an_unknown_header_is_answered_with_the_nearest_name(post):
    reply = post("offline-chat", fault="sient")

    assert reply.status_code == 400
    assert reply.json()["error"]["message"] == (
        "No fault or oddity is called `sient`. Did you mean `silence`? "
        "The list with what each does: `python -m switchboard.offline --faults`."
    )


def test_without_a_name_every_first_try_fails_and_the_second_works(post):
    first, second = post("offline-flaky"), post("offline-flaky")

    assert (first.status_code, second.status_code) == (429, 200)


def test_each_answer_of_a_conversation_fails_in_another_way(post):
    statuses = []
    messages = list(HELLO)
    for _ in range(3):
        statuses.append(post("offline-flaky", messages=messages).status_code)
        said = post("offline-flaky", messages=messages).json()["choices"][0]["message"]["content"]
        messages += [{"role": "assistant", "content": said}, *HELLO]

    assert statuses == [429, 500, 503]


def test_the_official_client_gets_over_a_fault_by_itself(gateway: OfflineGateway):
    http_client = openai.DefaultHttpxClient(trust_env=False)
    with openai.OpenAI(
        base_url=gateway.base_url, api_key="sk-retries", http_client=http_client
    ) as client:
        for name in ("429", "503", "no-reply"):
            reply = client.chat.completions.create(model=f"offline-flaky:{name}", messages=HELLO)
            assert reply.choices[0].message.content.startswith("Hello")


def test_a_refused_request_is_refused_before_any_fault(post):
    reply = post("offline-flaky:500", temperature=9)

    assert (reply.status_code, reply.json()["error"]["param"]) == (400, "temperature")


def test_a_model_with_a_suffix_is_found_by_its_name(http, gateway):
    found = http.get(f"{gateway.base_url}/models/offline-flaky:429", timeout=10)
    missing = http.get(f"{gateway.base_url}/models/offline-flaky:nonsense", timeout=10)

    assert (found.status_code, found.json()["id"]) == (200, "offline-flaky:429")
    assert missing.status_code == 404


def test_a_silent_reply_does_not_keep_the_gateway_from_stopping(http):
    running = OfflineGateway.start(pace_ms=0)
    body = {"model": "offline-flaky:silence", "messages": HELLO, "stream": True}
    with http.post(f"{running.base_url}/chat/completions", json=body, stream=True, timeout=10):
        start = time.monotonic()
        running.stop()

        assert time.monotonic() - start < 8


def is_answer(reply: requests.Response) -> bool:
    """Whether a client finds words in it."""
    try:
        choices = reply.json()["choices"]
    except (ValueError, KeyError, TypeError):
        return False
    return reply.status_code == 200 and bool(choices)


def test_the_command_lists_every_name_with_its_sentence(capsys):
    assert main(["--faults"]) == 0

    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "html A sign-in page with status 200." in lines
    assert "500* A server error." in lines
    assert "crlf Lines end with CR LF." in lines
    assert len(lines) == len(FAULTS) + len(ODDITIES) + 8
