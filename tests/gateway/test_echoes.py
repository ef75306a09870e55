"""A key that an error shows in part is masked before anybody reads or keeps the error."""

import json
import threading

import pytest
from scripted_replies import chunk, error_json, sse

from switchboard.errors import StreamBroken
from switchboard.gateway import StopSignal
from switchboard.gateway.echoes import without_echoes

ASK = {"model": "m", "messages": []}
REFUSAL = error_json("Incorrect API key provided: sk-ab***wxyz.", code="invalid_api_key")
ECHOES = ["sk-********7890", "sk-ab***wxyz", "sk-ab...wxyz", "gsk_ab****wxyz", "****wxyz"]
WORDS = chunk({"content": "Say sk-ab***wxyz, ****wxyz."})

# Every form of an error in a stream, each with the key's last characters in it.
EVENTS = {
    "object": b'data: {"error":{"message":"Key: sk-ab***wxyz"}}\n\n',
    "words": b'data: {"error":"Key: sk-ab***wxyz"}\n\n',
    "event": b"event: error\ndata: Key: sk-ab***wxyz\n\n",
    "event with CR LF": b"event: error\r\ndata: Key: sk-ab***wxyz\r\n\r\n",
    "vLLM": b'data: {"object":"error","message":"Key: sk-ab***wxyz"}\n\n',
    "FastAPI": b'data: {"detail":"Key: sk-ab***wxyz"}\n\n',
    "Gemini": b'data: [{"error":{"message":"Key: sk-ab***wxyz"}}]\n\n',
    "in the choice": b'data: {"choices":[{"error":{"message":"Key: sk-ab***wxyz"}}]}\n\n',
    "no stream": b'{"error":{"message":"Key: sk-ab***wxyz"}}',
}


def joined(pieces, status=200):
    return b"".join(without_echoes(pieces, status=status))


@pytest.mark.parametrize("echo", ECHOES)
def test_a_refusal_that_arrives_holds_no_part_of_a_key(scripted, transport, echo):
    scripted.reply(error_json(f"Incorrect API key provided: {echo}."), status=401)

    with transport().stream(ASK) as exchange:
        body = b"".join(exchange.pieces())

    assert not any(last in body for last in (b"wxyz", b"7890"))
    assert "***" in json.loads(body)["error"]["message"]


@pytest.mark.parametrize("cut", range(len(REFUSAL) + 1))
def test_a_refusal_cut_anywhere_is_given_whole_and_masked(cut):
    pieces = list(without_echoes([REFUSAL[:cut], REFUSAL[cut:]], status=401))

    assert pieces == [REFUSAL.replace(b"sk-ab***wxyz", b"sk-***")]


@pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS)
def test_an_error_in_a_stream_cut_anywhere_is_masked(event):
    before, after = sse(WORDS, done=False)[0], sse(WORDS, done=False)[0]
    body = before + event + b"\n" * (event[-1:] != b"\n") + after
    masked = before + event.replace(b"ab***wxyz", b"***") + b"\n" * (event[-1:] != b"\n") + after

    assert {joined([body[:cut], body[cut:]]) for cut in range(len(body) + 1)} == {masked}


@pytest.mark.parametrize(
    "body",
    [
        b"".join(sse(WORDS, {**WORDS, "error": None})),
        json.dumps(WORDS).encode(),
        json.dumps({**WORDS, "error": None}).encode(),
        json.dumps(WORDS, indent=2).encode(),
        b": sk-ab***wxyz\n\n" + b"".join(sse(WORDS)),
        b"\xff\xfe sk-ab***wxyz \xe4",
    ],
    ids=["stream", "one line", "one line without an error", "many lines", "comment", "no UTF-8"],
)
def test_what_is_no_error_passes_as_it_came(body):
    assert {joined([body[:cut], body[cut:]]) for cut in range(len(body) + 1)} == {body}


def test_bytes_that_are_no_utf8_stay_in_a_refusal():
    assert joined([b"\xff sk-ab***wxyz \xe4"], status=500) == b"\xff sk-*** \xe4"


@pytest.mark.parametrize("end", [b"\n\n", b"\r\n\r\n", b"\r\r"])
def test_an_event_is_given_as_soon_as_it_has_come(end):
    pieces = iter([b"data: 1" + end + b"da", b"ta: 2" + end])
    given = without_echoes(pieces, status=200)

    assert next(given) == b"data: 1" + end
    assert next(given) == b"data: 2" + end


@pytest.mark.parametrize("status", [200, 401])
def test_what_had_arrived_is_given_before_the_connection_is_said_to_be_broken(status):
    def pieces():
        yield b'data: {"error":"sk-ab***wx'
        raise StreamBroken("Broken.")

    given = without_echoes(pieces(), status=status)

    assert next(given) == b'data: {"error":"sk-***'
    with pytest.raises(StreamBroken):
        next(given)


def test_an_endless_refusal_is_not_held_for_ever():
    piece = b"x" * 65_536
    given = without_echoes(iter([piece] * 40), status=500)

    assert len(next(given)) == 17 * 65_536


def test_a_refusal_that_falls_silent_can_be_stopped(scripted, transport):
    hold, stop = threading.Event(), StopSignal()
    scripted.reply([REFUSAL, b" "], status=401, hold=hold)

    with transport().stream(ASK, stop=stop) as exchange:
        threading.Timer(0.1, stop.stop).start()
        assert list(exchange.pieces()) == [REFUSAL.replace(b"sk-ab***wxyz", b"sk-***")]

    assert scripted.requests[0].closed_by_client.wait(5)
