"""What a transport sends, what arrives of the reply, and what is left behind."""

import gzip
import threading

import pytest
from scripted_gateway import ScriptedGateway
from scripted_replies import sse, text_stream

from switchboard.errors import StreamBroken
from tests.gateway.exchanges import ASK, whole_body

KEY = "sk-very-secret-0123"


def test_a_request_is_sent_as_utf8_json_with_the_bearer_key(scripted, transport):
    whole_body(transport(key=KEY).stream(ASK))

    sent = scripted.requests[0]
    assert (sent.method, sent.path, sent.json) == ("POST", "/v1/chat/completions", ASK)
    assert "你好 ✅".encode() in sent.body
    assert sent.headers["authorization"] == f"Bearer {KEY}"
    assert sent.headers["content-type"] == "application/json"
    assert sent.headers["accept"] == "text/event-stream, application/json"
    assert sent.headers["accept-encoding"] == "identity"
    assert sent.headers["user-agent"] == "switchboard/0.1"


def test_the_body_arrives_exactly_as_it_was_sent(scripted, transport):
    scripted.reply(text_stream("a b c"), pause_s=0.01)

    assert whole_body(transport().stream(ASK)) == b"".join(text_stream("a b c"))


@pytest.mark.parametrize("framing", ["chunked", "close", "length"])
def test_a_piece_is_given_before_the_next_is_sent(scripted, transport, framing):
    first_was_read = threading.Event()
    scripted.reply([b"data: 1\n\n", b"data: 2\n\n"], hold=first_was_read, framing=framing)

    with transport().stream(ASK) as exchange:
        pieces = exchange.pieces()
        assert next(pieces) == b"data: 1\n\n"
        first_was_read.set()
        assert b"".join(pieces) == b"data: 2\n\n"


def test_a_compressed_body_is_unpacked(scripted, transport):
    scripted.reply(gzip.compress(b"data: 1\n\n"), headers={"Content-Encoding": "gzip"})

    assert whole_body(transport().stream(ASK)) == b"data: 1\n\n"


def test_a_body_that_cannot_be_unpacked_is_a_broken_stream(scripted, transport):
    scripted.reply(b"data: 1\n\n", headers={"Content-Encoding": "gzip"})

    with pytest.raises(StreamBroken):
        whole_body(transport().stream(ASK))


@pytest.mark.parametrize("framing", ["chunked", "length"])
def test_a_cut_connection_gives_what_had_arrived_and_then_says_so(scripted, transport, framing):
    scripted.reply([b"data: 1\n\n"], cut=True, framing=framing)
    pieces = []

    with (
        transport().stream(ASK) as exchange,
        pytest.raises(StreamBroken, match="broke after 9 bytes; what had arrived is kept"),
    ):
        pieces.extend(exchange.pieces())

    assert pieces == [b"data: 1\n\n"]


def test_leaving_the_block_closes_the_connection(scripted, transport):
    scripted.reply(sse("1", "2"), hold=threading.Event())

    with transport().stream(ASK) as exchange:
        next(exchange.pieces())

    assert scripted.requests[0].closed_by_client.wait(5)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("to", ["{other}/v1/chat/completions", "/v1/elsewhere", "{own}/v1/models"])
def test_a_redirect_is_not_followed(scripted, transport, status, to):
    with ScriptedGateway() as elsewhere:
        target = to.format(other=elsewhere.root, own=scripted.root)
        scripted.reply(b"", status=status, headers={"Location": target})

        with transport(key=KEY).stream(ASK) as exchange:
            assert (exchange.status, exchange.location) == (status, target)

        assert elsewhere.requests == []
        assert len(scripted.requests) == 1


def test_loopback_never_goes_through_a_proxy(scripted, transport, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)

    assert whole_body(transport().stream(ASK)) == b"".join(text_stream())


def test_a_short_word_typed_as_a_key_does_not_break_the_stream(scripted, transport):
    scripted.reply(text_stream("data is a word"))

    assert whole_body(transport(key="data").stream(ASK)) == b"".join(text_stream("data is a word"))


def test_no_request_leaves_a_thread_behind(transport):
    for _ in range(3):
        whole_body(transport().stream(ASK))

    names = [thread.name for thread in threading.enumerate()]
    assert "switchboard-request" not in names
