"""What can't be kept takes nothing with it: text beside a huge number or a deep value is read."""

import json

import pytest

from switchboard.gateway import notes
from tests.gateway.stream_files import read, reader

NUMBER = "7" * 5_000
DEEP = '{"a":' * 300 + "1" + "}" * 300
DEEP_ARRAY = "[" * 300 + "]" * 300


def chunk(content: str, key: str = "x", value: str = "1") -> str:
    delta = json.dumps({"content": content})
    return f'data: {{"id":"r","choices":[{{"index":0,"delta":{delta}}}],"{key}":{value}}}\n\n'


def answer_to(body: str, **how: str):
    answer, error = read([body.encode()], reader(**how))
    return answer.message.text, error, answer.notes


@pytest.mark.parametrize("value", [NUMBER, f"-{NUMBER}", DEEP, DEEP_ARRAY], ids=lambda v: v[:4])
@pytest.mark.parametrize("before", [0, 1, 3])
def test_the_text_of_a_chunk_is_kept_whatever_stands_beside_it(value, before):
    body = chunk("Oh. ") * before + chunk("Hello", value=value) + chunk(", you.")

    text, error, told = answer_to(body + "data: [DONE]\n\n")

    assert text == "Oh. " * before + "Hello, you."
    assert error is None
    assert notes.TOO_LARGE in told
    assert notes.NOT_CHUNKS not in told


def test_the_last_event_is_not_torn_for_a_huge_number():
    text, _, told = answer_to(chunk("Hello", value=NUMBER).rstrip("\n"))

    assert text == "Hello"
    assert notes.TORN_EVENT not in told


@pytest.mark.parametrize("value", [NUMBER, DEEP], ids=["number", "deep"])
def test_a_whole_reply_keeps_its_text_and_the_count_is_not_known(value):
    body = (
        '{"choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},'
        f'"finish_reason":"stop"}}],"usage":{{"prompt_tokens":3,"total_tokens":{value}}}}}'
    )
    answer, error = read([body.encode()], reader(content_type="application/json"))

    assert (answer.message.text, error) == ("Hello", None)
    assert (answer.usage.input_tokens, answer.usage.output_tokens) == (3, None)
    assert answer.notes == (notes.TOO_LARGE,)


def test_a_refusal_keeps_its_words():
    body = f'{{"error":{{"message":"Slow down.","code":{NUMBER}}}}}'

    _, error = read([body.encode()], reader(status=429, content_type="application/json"))

    assert "Slow down." in error.message
