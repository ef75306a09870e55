"""One step: sent, read as it arrives, and always an end."""

import threading

import pytest
from scripted_gateway import ScriptedGateway
from scripted_replies import call_stream, chunk, completion_json, sse, text_stream
from step_asking import REQUEST, ended, events, transport

from switchboard.gateway import ApiKey, StopSignal
from switchboard.messages import Call
from switchboard.runs import StepStatus
from switchboard.turns import Ended, Opened, Received, run_step


def test_a_step_opens_receives_and_ends(scripted):
    scripted.reply(text_stream("Hello there"))

    seen = events(scripted)

    assert [type(event) for event in (seen[0], seen[1], seen[-1])] == [Opened, Received, Ended]
    assert b"".join(event.piece for event in seen[1:-1]) == b"".join(text_stream("Hello there"))


def test_what_is_received_is_already_in_the_answer(scripted):
    scripted.reply(text_stream("Hello there"))

    texts = []
    reader = None
    for event in run_step(REQUEST, transport=transport(scripted), stop=StopSignal()):
        if isinstance(event, Opened):
            reader = event.reader
        elif isinstance(event, Received):
            texts.append(reader.answer().message.text)

    assert texts[-1] == "Hello there"


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(call_stream([("get_weather", {"city": "Paris"})]), id="streamed"),
        pytest.param(completion_json(calls=[("get_weather", {"city": "Paris"})]), id="whole"),
    ],
)
def test_a_call_arrives_streamed_or_whole(scripted, reply):
    scripted.reply(reply)

    end = ended(scripted)

    assert end.status is StepStatus.FINISHED
    assert end.answer.message.calls == (Call("call_1", "get_weather", '{"city": "Paris"}'),)
    assert end.fault is None


def test_times_are_counted_from_sending_in_their_order(scripted):
    scripted.reply(text_stream("Hello"))

    timing = ended(scripted).timing

    assert 0 < timing.first_byte_ms <= timing.first_token_ms <= timing.total_ms


def test_a_reply_without_anything_to_see_has_no_first_token(scripted):
    scripted.reply(sse(chunk({"role": "assistant", "content": ""}), chunk(finish="stop")))

    assert ended(scripted).timing.first_token_ms is None


FAULTS = {
    "a refusal": (
        {
            "body": b'{"error":{"message":"No such model","type":"t","param":"model","code":"c"}}',
            "status": 404,
        },
        ("GatewayRefusal", 404, "t", "model", "c"),
    ),
    "a page": (
        {"body": b"<html><title>Hi</title></html>", "content_type": "text/html"},
        ("ReplyUnreadable", 200, None, None, None),
    ),
}


@pytest.mark.parametrize(("reply", "expected"), FAULTS.values(), ids=FAULTS)
def test_what_the_gateway_did_wrong_is_a_fault(scripted, reply, expected):
    scripted.reply(**reply)

    end = ended(scripted)

    fault = end.fault
    assert end.status is StepStatus.FAILED
    assert (fault.kind, fault.status, fault.type, fault.param, fault.code) == expected


def test_a_stream_that_breaks_keeps_what_had_arrived(scripted):
    scripted.reply(text_stream("Hello there")[:2], cut=True)

    end = ended(scripted)

    assert end.status is StepStatus.FAILED
    assert end.fault.kind == "StreamBroken"
    assert end.answer.message.text == "Hello "
    assert not end.answer.complete


def test_a_gateway_that_is_down_is_a_fault_with_advice():
    with ScriptedGateway() as gone:
        pass

    end = ended(gone)

    assert end.fault.kind == "ConnectionFailed"
    assert end.fault.advice


@pytest.mark.parametrize(
    "silence",
    [
        pytest.param({"hang": True}, id="before the headers"),
        pytest.param({"hold": threading.Event(), "hold_at": 0}, id="after the headers"),
        pytest.param({"hold": threading.Event(), "hold_at": 2}, id="in the middle"),
    ],
)
def test_stopping_ends_a_silent_gateway_and_keeps_what_came(scripted, silence):
    scripted.reply(text_stream("Hello there"), **silence)
    stop = StopSignal()
    seen = []

    worker = threading.Thread(target=lambda: seen.extend(events(scripted, stop=stop)))
    worker.start()
    request = scripted.wait_for_requests()
    threading.Timer(0.1, stop.stop).start()
    worker.join(10)

    assert seen[-1].status is StepStatus.STOPPED
    assert seen[-1].fault is None
    assert request.closed_by_client.wait(5)


@pytest.mark.parametrize("status", [401, 429, 503])
def test_a_key_stays_out_of_everything_that_is_told(scripted, status):
    key = "sk-very-secret-1234567890"
    for _ in range(3):
        scripted.reply(
            f'{{"error":{{"message":"Incorrect API key provided: {key}"}}}}'.encode(),
            status=status,
            headers={"Retry-After-Ms": "1", "X-Echo": key},
        )

    seen = events(scripted, key=ApiKey(key))

    assert scripted.requests[0].headers["authorization"] == f"Bearer {key}"
    assert key not in repr(seen)
