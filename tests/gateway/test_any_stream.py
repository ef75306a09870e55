"""Properties: any legal form of a stream reads the same, and nothing at all breaks the reader."""

import json
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from scripted_replies import chunk, usage

from switchboard.messages import Answer
from tests.gateway.stream_files import read, reader

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
PIECES = st.lists(TEXT, max_size=6)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(["get_weather", "get_time"])
CALLS = st.lists(st.tuples(NAMES, st.dictionaries(TEXT, TEXT, max_size=2)), max_size=2)
# No deadlines: how fast a shared machine is says nothing about the reader.
settled = settings(deadline=None)
fewer = settings(max_examples=60, deadline=None)


def event_bytes(payload: dict[str, Any], form: random.Random) -> bytes:
    """One event in one of the legal ways to write it."""
    end = form.choice(["\n", "\r\n", "\r"])
    text = json.dumps(
        payload, ensure_ascii=form.random() < 0.5, indent=form.choice([None, None, 1])
    )
    # A line that begins with a space keeps it only behind the optional one.
    field = "data: " if "\n" in text else form.choice(["data:", "data: "])
    before = form.choice(["", f": ping{end}{end}", f"id: 1{end}", f"retry: 5{end}{end}"])
    return (before + "".join(f"{field}{line}{end}" for line in text.split("\n")) + end).encode()


@st.composite
def cut(draw: st.DrawFn, body: bytes) -> list[bytes]:
    """A body in any pieces."""
    places = sorted(draw(st.lists(st.integers(0, len(body)), max_size=8)))
    return [body[a:b] for a, b in zip([0, *places], [*places, len(body)], strict=True)]


def chunks_of(pieces: list[str], calls: list[tuple[str, dict[str, str]]]) -> list[dict[str, Any]]:
    chunks = [chunk({"role": "assistant", "content": ""}), *(chunk({"content": p}) for p in pieces)]
    for index, (name, arguments) in enumerate(calls):
        opening = {"name": name, "arguments": ""}
        call = {"index": index, "id": f"call_{index}", "type": "function", "function": opening}
        chunks.append(chunk({"tool_calls": [call]}))
        written = json.dumps(arguments, ensure_ascii=False)
        for start in range(0, len(written), 4):
            fragment = {"index": index, "function": {"arguments": written[start : start + 4]}}
            chunks.append(chunk({"tool_calls": [fragment]}))
    return [*chunks, chunk(finish="tool_calls" if calls else "stop"), chunk(usage=usage())]


@fewer
@given(st.data(), PIECES, CALLS)
def test_any_legal_form_of_a_stream_reads_the_same(data, pieces, calls):
    form = data.draw(st.randoms(use_true_random=False))
    events = [event_bytes(payload, form) for payload in chunks_of(pieces, calls)]
    body = b"".join(events) + b"data: [DONE]\n\n"

    answer, error = read(data.draw(cut(body)), reader())

    assert error is None
    assert answer.message.content == "".join(pieces)
    assert [(call.name, json.loads(call.arguments)) for call in answer.message.calls] == calls
    assert (answer.notes, answer.complete) == ((), True)


@settled
@given(st.data(), PIECES)
def test_text_that_arrived_is_never_lost(data, pieces):
    form = data.draw(st.randoms(use_true_random=False))
    body = b"".join(event_bytes(chunk({"content": piece}), form) for piece in pieces)
    rubbish = data.draw(st.binary(max_size=30))

    answer, _ = read(data.draw(cut(body + rubbish)), reader())

    assert answer.message.text == "".join(pieces)


@settled
@given(
    st.lists(st.binary(max_size=60), max_size=6),
    st.sampled_from([200, 204, 301, 400, 404, 500]),
    st.sampled_from(["", "text/event-stream", "application/json", "text/html; charset=x"]),
)
def test_any_bytes_end_in_an_answer_or_a_gateway_error(pieces, status, content_type):
    answer, error = read(pieces, reader(status=status, content_type=content_type))

    assert isinstance(answer, Answer)
    assert answer.complete is (error is None)


KNOWN_KEYS = """
id model created usage choices error index delta message content role tool_calls function
name arguments finish_reason logprobs reasoning reasoning_content reasoning_details type
function_call refusal text prompt_tokens completion_tokens_details reasoning_tokens code
detail object service_tier x_groq custom input extra_content thinking summary
"""
KEYS = st.sampled_from(KNOWN_KEYS.split())
CHUNK_LIKE = st.recursive(
    VALUES | st.sampled_from(["{", "}", '{"a":1}', "call_a", "\ud83d", 0, 1]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=12,
)
CHOICES = st.fixed_dictionaries({"choices": st.lists(CHUNK_LIKE, min_size=1, max_size=2)})
DELTAS = st.dictionaries(KEYS, CHUNK_LIKE, max_size=5).map(
    lambda delta: {"choices": [{"index": 0, "delta": delta}]}
)
FRAGMENTS = st.lists(st.dictionaries(KEYS, CHUNK_LIKE, max_size=4), max_size=3).map(
    lambda calls: {"choices": [{"index": 0, "delta": {"tool_calls": calls}}]}
)
ODD_CHUNKS = st.lists(CHUNK_LIKE | CHOICES | DELTAS | FRAGMENTS, max_size=5)


@fewer
@given(ODD_CHUNKS, st.booleans())
def test_any_json_in_a_stream_ends_in_an_answer_or_a_gateway_error(chunks, ends):
    lines = "".join(f"data: {json.dumps(item)}\n\n" for item in chunks)

    answer, error = read([(lines + "data: [DONE]\n\n" * ends).encode()], reader())

    assert answer.complete is (error is None)
    assert json.dumps(answer.message.text, ensure_ascii=False).encode()


@fewer
@given(CHUNK_LIKE | CHOICES | DELTAS | FRAGMENTS)
def test_any_json_reply_ends_in_an_answer_or_a_gateway_error(value):
    answer, error = read([json.dumps(value).encode()], reader(content_type="application/json"))

    assert answer.complete is (error is None)


@settled
@given(CHUNK_LIKE, st.sampled_from([400, 401, 429, 500]))
def test_any_json_error_body_is_a_refusal_with_a_sentence(value, status):
    _, error = read([json.dumps({"error": value}).encode()], reader(status=status))

    assert str(error).startswith("The gateway refused the request (")
