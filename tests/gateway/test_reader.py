"""What a reader tells while the reply is still arriving."""

import itertools
import threading

import pytest
from scripted_replies import call_stream, chunk, completion_json, sse, text_stream

from switchboard.errors import ReplyUnreadable, StreamFault
from switchboard.gateway.json_progress import JsonProgress
from tests.gateway.stream_files import reader


def test_the_answer_grows_as_pieces_arrive():
    reading = reader()
    texts = []

    for piece in text_stream("one two"):
        reading.feed(piece)
        texts.append((reading.answer().message.content, reading.answer().complete))

    reading.close()
    assert texts == [
        ("", False),
        ("one ", False),
        ("one two", False),
        ("one two", False),
        ("one two", False),
        ("one two", False),
    ]
    assert reading.answer().complete


@pytest.mark.parametrize(
    ("delta", "is_visible"),
    [
        ({"role": "assistant", "content": ""}, False),
        ({"content": "a"}, True),
        ({"reasoning": "a"}, True),
        ({"refusal": "a"}, True),
        ({"tool_calls": [{"index": 0, "id": "x", "function": {"arguments": ""}}]}, False),
        ({"tool_calls": [{"index": 0, "id": "x", "function": {"name": "f"}}]}, True),
    ],
)
def test_text_reasoning_and_a_calls_name_are_visible(delta, is_visible):
    reading = reader()
    reading.feed(sse(chunk(delta))[0])

    assert reading.has_visible is is_visible


def test_bytes_are_counted():
    reading = reader()
    for piece in (b": ping\n", b"\n"):
        reading.feed(piece)

    assert reading.received == 8


def test_a_call_keeps_the_id_it_was_given_while_it_grows():
    stream = call_stream([("get_weather", {"city": "Paris"})])
    reading = reader()
    ids = set()

    for piece in stream:
        reading.feed(piece.replace(b'"id": "call_1", ', b""))
        ids |= {call.id for call in reading.answer().message.calls}

    assert ids == {"own_1"}


def test_a_reply_that_is_not_streamed_is_complete_when_it_is_closed():
    reading = reader(content_type="application/json")
    reading.feed(completion_json("Hello"))
    assert (reading.answer().message.text, reading.answer().complete) == ("Hello", False)
    assert reading.has_visible is False

    reading.close()

    assert (reading.answer().message.text, reading.answer().complete) == ("Hello", True)
    assert reading.has_visible is True


def test_after_a_fault_the_rest_is_still_read():
    reading = reader()
    with pytest.raises(StreamFault):
        reading.feed(b'data: {"error":"busy"}\n\n')

    reading.feed(sse(chunk({"content": "late"}), done=False)[0])

    assert reading.answer().message.text == "late"
    with pytest.raises(StreamFault):
        reading.close()


def test_white_space_before_a_reply_is_waiting_not_content():
    reading = reader(content_type="application/json")
    for piece in [b"\n", b"  \n", b"\n" * 50, completion_json("Hello")]:
        reading.feed(piece)
    reading.close()

    assert (reading.answer().message.text, reading.answer().notes) == ("Hello", ())


def test_an_endless_reply_that_is_no_stream_is_given_up():
    reading = reader(content_type="application/json")
    reading.feed(b"{".ljust(64 * 1024 * 1024))

    with pytest.raises(ReplyUnreadable, match="too long to read"):
        reading.feed(b" ")


def test_the_answer_can_be_read_from_another_thread_while_it_grows():
    reading = reader()
    done = threading.Event()
    lengths = []

    def watch():
        while not done.is_set():
            lengths.append(len(reading.answer().message.text))

    watcher = threading.Thread(target=watch)
    watcher.start()
    for piece in sse(*(chunk({"content": "x"}) for _ in range(3_000)), chunk(finish="stop")):
        reading.feed(piece)
    done.set()
    watcher.join()
    reading.close()

    assert len(reading.answer().message.text) == 3_000
    assert all(before <= after for before, after in itertools.pairwise(lengths))


@pytest.mark.parametrize(
    ("pieces", "is_complete"),
    [
        (["{}"], True),
        (['{"a":', "[1,{", "}]", "}"], True),
        (['{"a":"}', '"'], False),
        (['{"a":"\\', '"}"}'], True),
        (['{"a":"\\\\', '"}'], True),
        (["{", "{", "}"], False),
        ([""], False),
        (["12"], False),
        (["[]"], True),
    ],
)
def test_json_is_known_to_be_complete_without_parsing_it(pieces, is_complete):
    progress = JsonProgress()

    grown = [progress.catch_up("".join(pieces[: count + 1])) for count in range(len(pieces))]

    assert grown[-1] is is_complete
