"""Replies in which there is no answer to read."""

import pytest
from scripted_replies import chunk, sse

from switchboard.errors import ReplyUnreadable
from switchboard.gateway import ReplyReader
from tests.gateway.stream_files import read, reader

KEY = "sk-very-secret-0123"


@pytest.mark.parametrize(
    "body",
    [
        '{"contentType":"application/json","method":"POST"}',
        '{"message":{"role":"assistant","content":"native"},"done":true}',
        "[]",
        "[1,2]",
        "{}",
        '"text"',
        "7",
    ],
)
def test_other_json_with_status_200_is_unreadable(body):
    answer, error = read([body.encode()], reader(content_type="application/json"))

    assert isinstance(error, ReplyUnreadable)
    assert error.body == body
    assert answer.complete is False


def test_a_reply_of_deeply_nested_brackets_is_unreadable():
    _, error = read([b"[" * 200_000], reader(content_type="application/json"))

    assert isinstance(error, ReplyUnreadable)


@pytest.mark.parametrize("key", ["content", "tool_calls", "extra", "reasoning_details"])
def test_a_chunk_of_nothing_but_deep_nesting_is_no_answer(key):
    deep = "[" * 201 + '"\\ud83d"' + "]" * 201
    stream = f'data: {{"choices":[{{"delta":{{"{key}":{deep}}}}}]}}\n\ndata: [DONE]\n\n'

    answer, error = read([stream.encode()], reader())

    assert isinstance(error, ReplyUnreadable)
    assert "nesting too deep, to keep; read as null." in answer.notes[0]


def test_brackets_inside_text_are_no_nesting():
    text = "[{" * 5_000 + '\\" '
    stream = sse(chunk({"content": text}), chunk(finish="stop"))

    answer, _ = read(stream, reader())

    assert answer.message.text == text


def test_an_empty_stream_shows_its_beginning_with_keys_masked():
    comment = f": {KEY} é\n\n".encode()
    reading = ReplyReader(status=200, content_type="text/event-stream", secrets=(KEY,))

    _, error = read([comment] * 3_000, reading)

    assert isinstance(error, ReplyUnreadable)
    assert error.body.startswith(": *** é\n\n: *** é\n\n")
    assert KEY[:9] not in error.body
    assert len(error.body) == 2_001
    assert error.body.endswith("…")
