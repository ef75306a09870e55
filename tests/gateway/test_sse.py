import pytest

from switchboard.gateway.sse import SseDecoder

STREAM = (
    b"\xef\xbb\xbf: hello\r\n\r\n"
    b'event: note\rdata: {"a":1,\ndata:"b":"\xe4\xb8\x96\xe2\x80\xa8"}\r\n\r\n'
    b"id: 7\nretry: 10\n\ndata\ndata\n\ndata:  two spaces\n\n\n\ndata: [DONE]\n\n"
)
EVENTS = [
    ("note", '{"a":1,\n"b":"世\u2028"}'),
    ("", "\n"),
    ("", " two spaces"),
    ("", "[DONE]"),
]


def decoded(*pieces):
    decoder = SseDecoder()
    events = [event for piece in pieces for event in decoder.feed(piece)]
    return events + decoder.close()


@pytest.mark.parametrize("cut", range(len(STREAM) + 1))
def test_a_stream_cut_at_any_byte_gives_the_same_events(cut):
    assert decoded(STREAM[:cut], STREAM[cut:]) == EVENTS


def test_a_stream_byte_by_byte_gives_the_same_events():
    assert decoded(*(STREAM[i : i + 1] for i in range(len(STREAM)))) == EVENTS


@pytest.mark.parametrize("end", [b"\n\n", b"\r\n\r\n", b"\r\r", b"\n\r\n", b"\r\n\n"])
def test_an_event_is_given_as_soon_as_it_is_complete(end):
    assert SseDecoder().feed(b"data: 1" + end) == [("", "1")]


def test_an_event_type_counts_for_one_event_only():
    assert decoded(b"event: error\ndata: 1\n\ndata: 2\n\n") == [
        ("error", "1"),
        ("", "2"),
    ]


def test_an_event_without_data_is_none():
    assert decoded(b"event: error\n\ndata: 1\n\n") == [("", "1")]


def test_the_last_event_needs_no_blank_line():
    assert decoded(b"data: 1\n\ndata: 2") == [("", "1"), ("", "2")]


def test_events_without_blank_lines_are_told_apart_as_they_arrive():
    decoder = SseDecoder()

    assert decoder.feed(b'data: {"a":1}\n') == []
    assert decoder.feed(b'data: {"a":2}\n') == [("", '{"a":1}'), ("", '{"a":2}')]
    assert decoder.feed(b'data: {"a":3}\n') == [("", '{"a":3}')]
    assert decoder.feed(b"data: [DONE]\n") == [("", "[DONE]")]


def test_json_over_many_lines_is_one_event():
    text = '{\n  "a": [\n    {},\n    {}\n  ]\n}'

    lines = "".join(f"data: {line}\n" for line in text.split("\n"))

    assert decoded(lines.encode() + b"\n") == [("", text)]


def test_bytes_that_are_no_utf8_are_replaced():
    decoder = SseDecoder()

    assert decoder.feed(b"data: a\xffb\n\n") == [("", "a\ufffdb")]
    assert decoder.repairs == {"invalid utf-8"}
