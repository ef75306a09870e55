"""What the model tried to say, when the gateway refused to hand it on (docs/quirks.md 41)."""

import json

import pytest
from scripted_replies import chunk, sse

from switchboard.errors import GatewayRefusal, StreamFault
from switchboard.gateway import ReplyReader, calls_in_text
from tests.gateway.stream_files import read

ATTEMPT = '<function=get_weather>{"city": "Paris"}</function>'
REFUSED = "The gateway refused what the model had written: "
KEY = "sk-very-secret-0123"


def refusal(attempt):
    error = {"message": "Failed to call a function.", "code": "tool_use_failed"}
    return {"error": error | {"failed_generation": attempt}}


def reader(status=400, content_type="application/json"):
    return ReplyReader(status=status, content_type=content_type, secrets=(KEY,))


def test_the_attempt_is_told_beside_the_refusal():
    answer, error = read([json.dumps(refusal(ATTEMPT)).encode()], reader())

    assert isinstance(error, GatewayRefusal)
    assert answer.notes == (REFUSED + ATTEMPT,)


def test_the_attempt_is_told_once_in_mid_stream_and_the_text_before_it_stays():
    reading = reader(status=200, content_type="text/event-stream")
    body = b"".join(sse(chunk({"content": "I look."}), refusal(ATTEMPT), refusal("other")))

    with pytest.raises(StreamFault):
        reading.feed(body)
    with pytest.raises(StreamFault):
        reading.close()

    assert reading.answer().message.text == "I look."
    assert reading.answer().notes == (REFUSED + ATTEMPT,)


def test_a_key_in_the_attempt_is_masked():
    answer, _ = read([json.dumps(refusal(f"It is {KEY}.")).encode()], reader())

    assert KEY not in answer.notes[0]


def test_a_long_attempt_is_cut():
    answer, _ = read([json.dumps(refusal("x" * 3_000)).encode()], reader())

    assert answer.notes == (REFUSED + "x" * 2_000 + "…",)


@pytest.mark.parametrize("attempt", ["", None, [], {}])
def test_no_attempt_is_not_told(attempt):
    answer, _ = read([json.dumps(refusal(attempt)).encode()], reader())

    assert answer.notes == ()


def test_the_attempt_can_be_looked_through_for_calls():
    assert [(call.name, call.arguments) for call in calls_in_text(ATTEMPT)] == [
        ("get_weather", '{"city": "Paris"}')
    ]
