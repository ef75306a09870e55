"""Oddities that are asked for by name: how events, text, counts and lists look on the wire."""

import json

import pytest
from odd_streams import TEXT, TWO, chunks, deltas
from toolbox import HELLO

USAGE = {"stream_options": {"include_usage": True}}


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
