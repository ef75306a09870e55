"""Oddities that are asked for by name: how each looks on the wire."""

import json
from typing import Any

import pytest
import requests
from toolbox import HELLO, text, tool

from switchboard.offline import OfflineGateway

WEATHER = tool("get_weather", "The current weather of a city", ("city",), city=text("City"))
TWO = {"messages": [{"role": "user", "content": "Weather in Paris and Rome?"}], "tools": [WEATHER]}
TEXT = {"messages": HELLO}
USAGE = {"stream_options": {"include_usage": True}}


@pytest.fixture
def body_of(http: requests.Session, gateway: OfflineGateway):
    def send(name: str, *, stream: bool = True, **fields: Any) -> bytes:
        body = {"model": f"offline-odd:{name}", "stream": stream, **fields}
        reply = http.post(f"{gateway.base_url}/chat/completions", json=body, timeout=10)
        assert reply.status_code == 200
        return reply.content

    return send


def chunks(body: bytes) -> list[dict[str, Any]]:
    events = body.decode().removesuffix("\n\n").split("\n\n")
    return [json.loads(event.removeprefix("data: ")) for event in events if "[DONE]" not in event]


def deltas(body: bytes) -> list[dict[str, Any]]:
    return [choice["delta"] for chunk in chunks(body) for choice in chunk.get("choices", [])]


def fragments(body: bytes) -> list[dict[str, Any]]:
    return [each for delta in deltas(body) for each in delta.get("tool_calls") or []]


def whole_calls(body: bytes) -> Any:
    return json.loads(body)["choices"][0]["message"]["tool_calls"]


@pytest.mark.parametrize(
    ("name", "indexes"),
    [
        ("same-index", {0}),
        ("no-index", {"none given"}),
        ("null-index", {None}),
        ("text-index", {"0", "1"}),
        ("repeated-call", {0, 1, 100, 101}),
    ],
)
def test_the_index_of_streamed_calls_is_odd(body_of, name, indexes):
    found = fragments(body_of(name, **TWO))

    assert {fragment.get("index", "none given") for fragment in found} == indexes


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("no-id", ["none given", "none given"]),
        ("blank-id", ["", ""]),
        ("null-id", ["null", "null"]),
        ("same-id", ["call_0", "call_0"]),
    ],
)
def test_the_id_of_calls_is_odd_streamed_or_not(body_of, name, ids):
    streamed = fragments(body_of(name, **TWO))
    openings = [fragment for fragment in streamed if "type" in fragment]
    whole = whole_calls(body_of(name, stream=False, **TWO))

    assert [opening.get("id", "none given") for opening in openings] == ids
    assert [call.get("id", "none given") for call in whole] == ids


def test_every_fragment_repeats_the_id_of_its_call(body_of):
    found = fragments(body_of("id-everywhere", **TWO))

    assert len(found) > 4
    assert len({fragment["id"] for fragment in found}) == 2


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("object-arguments", [{"city": "Paris"}, {"city": "Rome"}]),
        ("whole-calls", ['{"city":"Paris"}', '{"city":"Rome"}']),
    ],
)
def test_calls_come_whole_with_their_arguments_as(body_of, name, arguments):
    found = fragments(body_of(name, **TWO))

    assert [fragment["function"]["arguments"] for fragment in found] == arguments


def test_arguments_of_a_whole_reply_are_an_object(body_of):
    calls = whole_calls(body_of("object-arguments", stream=False, **TWO))

    assert [call["function"]["arguments"] for call in calls] == [
        {"city": "Paris"},
        {"city": "Rome"},
    ]


@pytest.mark.parametrize(("name", "arguments"), [("empty-arguments", ""), ("null-arguments", None)])
def test_arguments_are_left_out(body_of, name, arguments):
    streamed = fragments(body_of(name, **TWO))
    whole = whole_calls(body_of(name, stream=False, **TWO))

    assert {fragment["function"]["arguments"] for fragment in streamed} == {arguments}
    assert {call["function"]["arguments"] for call in whole} == {arguments}


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("split-name", ["get_w", "eather"]),
        ("repeated-name", ["get_weather"] * 6),
    ],
)
def test_the_name_comes_in_another_way(body_of, name, names):
    found = [fragment["function"].get("name") for fragment in fragments(body_of(name, **TWO))]

    assert [each for each in found if each][: len(names)] == names


def test_a_late_name_follows_the_arguments(body_of):
    first = [each for each in fragments(body_of("late-name", **TWO)) if each["index"] == 0]

    assert "name" not in first[0]["function"]
    assert first[-1] == {
        "index": 0,
        "type": "function",
        "function": {"name": "get_weather"},
    }
    assert all("arguments" in fragment["function"] for fragment in first[:-1])


def test_a_signature_hangs_on_each_call(body_of):
    openings = [each for each in fragments(body_of("extra-keys", **TWO)) if "id" in each]

    assert [opening["extra_content"]["google"]["thought_signature"] for opening in openings] == [
        "c2lnbmVk0",
        "c2lnbmVk1",
    ]


def test_a_single_call_is_no_list(body_of):
    calls = [delta["tool_calls"] for delta in deltas(body_of("single-call", **TWO))[1:-1]]

    assert all(isinstance(call, dict) for call in calls)


def test_calls_written_into_the_text(body_of):
    message = json.loads(body_of("call-as-text", stream=False, **TWO))["choices"][0]
    streamed = "".join(
        delta.get("content") or "" for delta in deltas(body_of("call-as-text", **TWO))
    )

    assert message["finish_reason"] == "stop"
    assert message["message"]["content"].startswith(
        '<tool_call>\n{"name": "get_weather", "arguments": {"city": "Paris"}}\n</tool_call>'
    )
    assert "tool_calls" not in message["message"]
    assert streamed.count("<tool_call>") == 2


def test_the_field_of_2023_holds_the_first_call(body_of):
    choice = json.loads(body_of("function-call", stream=False, **TWO))["choices"][0]

    assert choice["message"]["function_call"] == {
        "name": "get_weather",
        "arguments": '{"city":"Paris"}',
    }
    assert choice["finish_reason"] == "function_call"


def test_a_required_call_is_ignored(body_of):
    body = json.loads(body_of("ignored-choice", stream=False, **TWO, tool_choice="required"))

    assert "tool_calls" not in body["choices"][0]["message"]
    assert body["choices"][0]["message"]["content"]


@pytest.mark.parametrize(
    ("name", "ask", "reasons"),
    [
        ("finish-stop", TWO, {None, "stop"}),
        ("finish-tool-calls", TEXT, {None, "tool_calls"}),
        ("no-finish", TEXT, {None}),
        ("empty-finish", TEXT, {"", "stop"}),
    ],
)
def test_the_finish_reason_is_odd(body_of, name, ask, reasons):
    found = chunks(body_of(name, **ask))

    assert {chunk["choices"][0]["finish_reason"] for chunk in found} == reasons


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("reasoning-content", "reasoning_content"),
        ("reasoning", "reasoning"),
        ("reasoning-details", "reasoning_details"),
    ],
)
def test_reasoning_has_many_names(body_of, name, field):
    message = json.loads(body_of(name, stream=False, **TEXT))["choices"][0]["message"]

    assert field in deltas(body_of(name, **TEXT))[0]
    assert field in message


def test_text_as_parts(body_of):
    second = deltas(body_of("content-parts", **TEXT))[1]

    assert second == {"content": [{"type": "text", "text": "Hello"}]}


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("no-space", b'data:{"id"', b"\n\ndata:[DONE]\n\n"),
        ("comments", b': PROCESSING\n\ndata: {"id"', b"\n\n: PROCESSING\n\ndata: [DONE]\n\n"),
        ("data-keep-alive", b"data: : keepalive\n\ndata: {", b"keepalive\n\ndata: [DONE]\n\n"),
        ("event-ids", b"id: 1\n: ping\n\ndata: {", b": ping\n\ndata: [DONE]\n\n"),
        ("crlf", b'data: {"id"', b"\r\n\r\ndata: [DONE]\r\n\r\n"),
        ("cr", b'data: {"id"', b"\r\rdata: [DONE]\r\r"),
        ("bom", b'\xef\xbb\xbfdata: {"id"', b"\n\ndata: [DONE]\n\n"),
        ("no-blank-lines", b'data: {"id"', b"}\ndata: [DONE]\n"),
        ("no-done", b'data: {"id"', b'"finish_reason":"stop"}]}\n\n'),
        ("no-last-blank", b'data: {"id"', b'"finish_reason":"stop"}]}\n'),
    ],
)
def test_the_frame_of_events_is_odd(body_of, name, start, end):
    body = body_of(name, **TEXT)

    assert body.startswith(start)
    assert body.endswith(end)


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("dummy-choice", [{"index": 0, "delta": {}}]),
        ("no-choices-key", None),
    ],
)
def test_the_chunk_of_the_token_counts_has_odd_choices(body_of, name, last):
    chunk = chunks(body_of(name, **TEXT, **USAGE))[-1]

    assert chunk.get("choices") == last
    assert chunk["usage"]["prompt_tokens"] > 0


def test_token_counts_are_missing_growing_or_in_a_choice(body_of):
    missing = chunks(body_of("no-usage", **TEXT, **USAGE))
    growing = chunks(body_of("usage-everywhere", **TEXT, **USAGE))
    inside = chunks(body_of("usage-in-choice", **TEXT, **USAGE))

    assert not any("usage" in chunk for chunk in missing)
    counts = [chunk["usage"]["completion_tokens"] for chunk in growing]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]
    assert inside[-1]["choices"][0]["usage"]["completion_tokens"] == counts[-1]
    assert "usage" not in inside[-1]


def test_a_first_chunk_has_no_choices_and_another_no_delta(body_of):
    first, _, third, *_ = chunks(body_of("filter-first", **TEXT))

    assert (first["choices"], first["id"]) == ([], "")
    assert "delta" not in third["choices"][0]


def test_a_bare_chunk_has_nothing_that_is_null(body_of):
    second = chunks(body_of("bare", **TEXT))[1]

    assert second == {
        "model": "offline-odd:bare",
        "choices": [{"index": 0, "delta": {"content": "Hello"}}],
    }


def test_the_clock_wanders(body_of):
    clocks = [chunk["created"] for chunk in chunks(body_of("wandering-clock", **TEXT))]

    assert len(set(clocks)) == len(clocks)
    assert all(isinstance(clock, float) for clock in clocks)


def test_without_a_name_each_answer_is_odd_in_another_way(http, gateway):
    bodies = []
    for answers in range(3):
        past = [{"role": "assistant", "content": "Hello"}, *HELLO] * answers
        body = {"model": "offline-odd", "messages": [*HELLO, *past], "stream": True}
        reply = http.post(f"{gateway.base_url}/chat/completions", json=body, timeout=10)
        bodies.append(reply.content)

    assert b'"finish_reason":"tool_calls"' in bodies[0]
    assert b'"content":[{"type":"text"' in bodies[1]
    assert b'"reasoning_content":' in bodies[2]


@pytest.mark.parametrize(
    ("name", "of_body"),
    [
        ("models-array", lambda body: body[0]["id"]),
        ("models-key", lambda body: body["models"][0]["id"]),
        ("models-names", lambda body: body["data"][0]["name"]),
        ("models-both", lambda body: body["models"][0]["id"] and body["data"][0]["id"]),
    ],
)
def test_the_list_of_models_comes_in_other_forms(http, gateway, name, of_body):
    headers = {"X-Switchboard-Fault": name}
    reply = http.get(f"{gateway.base_url}/models", headers=headers, timeout=10)

    assert of_body(reply.json()) == "offline-chat"
