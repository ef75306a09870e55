"""Properties: any legal form of a stream reads the same, and nothing at all breaks the reader."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from scripted_replies import chunk

from switchboard.messages import Answer
from tests.gateway import any_answer
from tests.gateway.any_answer import ANSWERS, TEXT, USAGES
from tests.gateway.stream_files import read, reader, stream_files

PIECES = st.lists(TEXT, max_size=6)
FORMS = st.randoms(use_true_random=False)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
CONTENT_TYPES = st.sampled_from(
    ["", "text/event-stream", "application/json", "text/html; charset=x"]
)
STATUSES = st.sampled_from([200, 204, 301, 400, 404, 500])
FILES = stream_files()
# No deadlines: how fast a shared machine is says nothing about the reader.
settled = settings(deadline=None)
fewer = settings(max_examples=60, deadline=None)


@st.composite
def cut(draw: st.DrawFn, body: bytes) -> list[bytes]:
    """A body in any pieces."""
    places = sorted(draw(st.lists(st.integers(0, len(body)), max_size=8)))
    return [body[a:b] for a, b in zip([0, *places], [*places, len(body)], strict=True)]


@st.composite
def mutated(draw: st.DrawFn, body: bytes) -> tuple[int, bytes]:
    """A body of which one stretch is something else, and where that begins."""
    start = draw(st.integers(0, len(body)))
    end = draw(st.integers(start, min(len(body), start + 40)))
    other = st.binary(max_size=8) | st.sampled_from([body[start:end] * 2, b"\n\n", b"\r", b'"}'])
    return start, body[:start] + draw(other) + body[end:]


@settled
@given(st.data(), ANSWERS, USAGES, FORMS)
def test_any_answer_in_any_legal_form_cut_anywhere_reads_the_same(data, choices, usage, form):
    body = any_answer.stream(any_answer.chunks(choices, usage, form), form)

    answer, error = read(data.draw(cut(body)), reader())

    assert error is None
    assert any_answer.summary(answer) == choices
    assert (answer.usage.raw if answer.usage else None) == usage
    assert (answer.notes, answer.complete) == ((), True)


@fewer
@given(st.data(), ANSWERS, USAGES, FORMS)
def test_any_answer_that_is_not_streamed_reads_the_same(data, choices, usage, form):
    body = any_answer.whole(choices, usage, form)

    answer, error = read(data.draw(cut(body)), reader(content_type="application/json"))

    assert error is None
    assert any_answer.summary(answer) == choices
    assert (answer.usage.raw if answer.usage else None) == usage
    assert (answer.notes, answer.complete) == ((), True)


@settled
@given(st.data(), PIECES, FORMS)
def test_text_that_arrived_is_never_lost(data, pieces, form):
    events = [event_bytes(piece, form) for piece in pieces]
    rubbish = data.draw(st.binary(max_size=30))

    answer, _ = read(data.draw(cut(b"".join(events) + rubbish)), reader())

    assert answer.message.text == "".join(pieces)


@settled
@given(st.data(), PIECES, FORMS)
def test_text_before_a_broken_place_is_never_lost(data, pieces, form):
    events = [event_bytes(piece, form) for piece in pieces]
    start, body = data.draw(mutated(b"".join(events)))
    sizes = [len(b"".join(events[: count + 1])) for count in range(len(events))]
    arrived = "".join(piece for piece, size in zip(pieces, sizes, strict=True) if size <= start)

    answer, _ = read(data.draw(cut(body)), reader())

    assert answer.message.text.startswith(arrived)


@settled
@given(st.data(), st.sampled_from(FILES))
def test_any_known_reply_with_a_broken_place_ends_in_an_answer_or_a_gateway_error(data, file):
    _, body = data.draw(mutated(file.body))

    reading = reader(status=file.status, content_type=file.content_type)
    answer, error = read(data.draw(cut(body)), reading)

    assert answer.complete is (error is None)
    assert json.dumps(answer.message.text, ensure_ascii=False).encode()


@settled
@given(st.lists(st.binary(max_size=60), max_size=6), STATUSES, CONTENT_TYPES)
def test_any_bytes_end_in_an_answer_or_a_gateway_error(pieces, status, content_type):
    answer, error = read(pieces, reader(status=status, content_type=content_type))

    assert isinstance(answer, Answer)
    assert answer.complete is (error is None)


def event_bytes(piece: str, form: Any) -> bytes:
    return any_answer.event(json.dumps(chunk({"content": piece})), form)


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
