"""A reply in one piece of JSON that was cut: what had arrived is kept."""

import itertools
import json

import pytest

from switchboard.errors import ReplyUnreadable
from switchboard.gateway.cut_json import arrived_value
from switchboard.gateway.replies import ReplyReader
from switchboard.messages import Call
from tests.gateway.stream_files import read, reader

NOTE = "The JSON reply was not whole; what had arrived of its answer is shown."
TEXT = 'One "two" \\ thrée [4, {5'
USAGE = {"prompt_tokens": 123, "completion_tokens": 45}
REPLY = json.dumps(
    {
        "id": "r1",
        "choices": [
            {"index": 0, "message": {"role": "assistant", "content": TEXT}, "finish_reason": "stop"}
        ],
        "usage": USAGE,
    },
    ensure_ascii=False,
).encode()
CALLS = (
    b'{"id":"r1","choices":[{"index":0,"message":{"role":"assistant","content":null,"tool_calls":['
    b'{"id":"a","type":"function","function":{"name":"f","arguments":"{\\"x\\": 1}"}},'
    b'{"id":"b","type":"function","function":{"name":"g","arguments":"{\\"y\\": \\"Par'
)


def answer_to(body: bytes):
    return read([body], reader(content_type="application/json"))


@pytest.mark.parametrize("cut", range(len(REPLY)))
def test_wherever_a_reply_is_cut_its_text_is_kept_up_to_there(cut):
    answer, error = answer_to(REPLY[:cut])

    arrived = REPLY[:cut].partition(b'"content": "')[2]
    text = answer.message.text if answer.choices else ""
    assert TEXT.startswith(text)
    # An escape is two bytes, é is too: a cut within one leaves it out.
    assert len(text.encode()) >= min(len(TEXT.encode()), len(arrived) - 1 - arrived.count(b"\\"))
    assert isinstance(error, ReplyUnreadable)
    assert (NOTE in answer.notes) is bool(text)
    assert answer.complete is False
    assert answer.usage is None or answer.usage.raw in ({}, {"prompt_tokens": 123}, USAGE)


def test_calls_are_kept_up_to_where_the_reply_was_cut():
    answer, _ = answer_to(CALLS)

    assert answer.message.calls == (Call("a", "f", '{"x": 1}'), Call("b", "g", '{"y": "Par'))


def test_what_has_arrived_can_be_read_before_the_rest_and_leaves_no_note_when_it_is_whole():
    reading = reader(content_type="application/json")
    reading.feed(REPLY[:80])
    assert TEXT.startswith(reading.answer().message.text)

    reading.feed(REPLY[80:])
    assert (reading.answer().message.text, reading.answer().notes) == (TEXT, (NOTE,))
    reading.close()

    assert (reading.answer().message.text, reading.answer().notes) == (TEXT, ())


def test_what_had_arrived_of_calls_without_ids_keeps_the_ids_it_was_given():
    numbers = itertools.count(1)
    reading = ReplyReader(
        status=200, content_type="application/json", make_id=lambda: f"own_{next(numbers)}"
    )
    reading.feed(CALLS.replace(b'"id":"a",', b"").replace(b'"id":"b",', b""))

    first = [call.id for call in reading.answer().message.calls]

    assert first == ["own_1", "own_2"]
    assert [call.id for call in reading.answer().message.calls] == first


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("[1", None),
        ("{", {}),
        ('{"a', {}),
        ('{"a"', {}),
        ('{"a":', {}),
        ('{"a": 1', {}),
        ('{"a": 1,', {"a": 1}),
        ('{"a": tru', {}),
        ('{"finish_reason": "sto', {}),
        ('{"finish_reason": "stop"', {"finish_reason": "stop"}),
        ('{"text": "a\\', {"text": "a"}),
        ('{"text": "a\\u00', {"text": "a"}),
        ('{"text": "a\\\\', {"text": "a\\"}),
        ('{"text": "a{[,', {"text": "a{[,"}),
        ('{"a": [{"text": "b"}, {"text": "c', {"a": [{"text": "b"}, {"text": "c"}]}),
        ('{"a": 1} and more', {"a": 1}),
        ('{"a": ]', None),
        ("{" * 10_000, None),
    ],
)
def test_an_object_is_read_as_far_as_it_goes(text, value):
    assert arrived_value(text) == value
