import gzip
import threading

import pytest
from scripted_gateway import ScriptedGateway
from scripted_replies import sse, text_stream

from switchboard.errors import (
    AddressError,
    ConnectionFailed,
    GatewayError,
    GatewayTimeout,
    StreamBroken,
)

ASK = {"model": "m", "messages": [{"role": "user", "content": "你好 ✅"}], "stream": True}
KEY = "sk-very-secret-0123"


def whole_body(exchange):
    with exchange:
        return b"".join(exchange.pieces())


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


def test_silence_before_the_headers_is_a_timeout(scripted, transport):
    scripted.reply(hang=True)

    with pytest.raises(GatewayTimeout, match="took the request but did not answer"):
        transport(first_byte_s=0.1).stream(ASK)


def test_silence_in_the_middle_is_a_timeout(scripted, transport):
    scripted.reply(sse("1", "2"), hold=threading.Event())

    with (
        transport(first_byte_s=30, silence_s=0.1).stream(ASK) as exchange,
        pytest.raises(GatewayTimeout, match="fell silent"),
    ):
        list(exchange.pieces())


def test_keep_alives_are_no_silence(scripted, transport):
    scripted.reply([b": ping\n\n"] * 6, pause_s=0.1)

    assert whole_body(transport(silence_s=0.4).stream(ASK)) == b": ping\n\n" * 6


def test_a_gateway_that_is_down_is_named_with_what_to_try(transport):
    with ScriptedGateway() as closed:
        url = closed.base_url

    with pytest.raises(ConnectionFailed, match="connection refused") as failure:
        transport(url=url, key=KEY).stream(ASK)

    assert failure.value.message == f"No answer from {url.removesuffix('/v1')}: connection refused."
    assert failure.value.advice == "Is the server running, and is the base URL right?"


def test_https_to_a_plain_server_is_named(scripted, transport):
    url = scripted.base_url.replace("http://", "https://")

    with pytest.raises(ConnectionFailed, match="no secure connection could be made"):
        transport(url=url).stream(ASK)


def test_a_connection_closed_without_a_word_is_named(scripted, transport):
    hold = threading.Event()
    scripted.reply(hang=hold)
    threading.Thread(target=lambda: (scripted.wait_for_requests(), scripted.hang_up())).start()

    with pytest.raises(ConnectionFailed, match="closed before a reply"):
        transport().stream(ASK)


@pytest.mark.parametrize("url", ["http://a..b/v1", "http://" + "a" * 64 + ".example/v1"])
def test_an_impossible_host_is_an_address_error(transport, url):
    with pytest.raises(AddressError):
        transport(url=url).stream(ASK)


def test_a_redirect_is_not_followed(scripted, transport):
    with ScriptedGateway() as elsewhere:
        scripted.reply(b"", status=307, headers={"Location": elsewhere.base_url})

        with transport(key=KEY).stream(ASK) as exchange:
            assert (exchange.status, exchange.location) == (307, elsewhere.base_url)

        assert elsewhere.requests == []


def test_loopback_never_goes_through_a_proxy(scripted, transport, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)

    assert whole_body(transport().stream(ASK)) == b"".join(text_stream())


@pytest.fixture
def proxied(scripted, monkeypatch, tmp_path):
    """Any other host is reached through the scripted gateway, and has a .netrc entry."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine gateway.example login me password hunter2\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("http_proxy", scripted.root)
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return scripted


def test_a_netrc_entry_does_not_replace_the_key(proxied, transport):
    whole_body(transport(url="http://gateway.example/v1", key=KEY).stream(ASK))

    sent = proxied.requests[0]
    assert sent.path == "http://gateway.example/v1/chat/completions"
    assert sent.headers["authorization"] == f"Bearer {KEY}"


def test_a_netrc_entry_is_not_sent_in_place_of_no_key(proxied, transport):
    whole_body(transport(url="http://gateway.example/v1").stream(ASK))

    assert "authorization" not in proxied.requests[0].headers


@pytest.mark.parametrize("key", ["sk-a\nb-0123456", "ключ-0123456", "sk-a\x00b-01234"])
def test_a_key_that_cannot_be_sent_is_said_without_showing_it(transport, key):
    with pytest.raises(GatewayError, match="characters that cannot be sent") as failure:
        transport(key=key).stream(ASK)

    assert key not in repr(failure.value) + failure.value.advice


def test_white_space_around_a_pasted_key_is_left_out(scripted, transport):
    whole_body(transport(key=f" {KEY}\n").stream(ASK))

    assert scripted.requests[0].headers["authorization"] == f"Bearer {KEY}"


def test_secrets_in_headers_are_masked(scripted, transport):
    scripted.reply(
        b"{}", headers={"Set-Cookie": "session=1", "X-Echo": f"key {KEY}", "X-Request-Id": "req_1"}
    )

    with transport(key=KEY).stream(ASK) as exchange:
        assert exchange.request_headers["Authorization"] == "***"
        assert exchange.headers["Set-Cookie"] == "***"
        assert exchange.headers["X-Echo"] == "key ***"
        assert exchange.headers["X-Request-Id"] == "req_1"
        assert KEY not in repr(vars(exchange)["headers"]) + repr(exchange.request_headers)


def test_a_short_word_typed_as_a_key_does_not_break_the_stream(scripted, transport):
    scripted.reply(text_stream("data is a word"))

    assert whole_body(transport(key="data").stream(ASK)) == b"".join(text_stream("data is a word"))


def test_no_request_leaves_a_thread_behind(transport):
    for _ in range(3):
        whole_body(transport().stream(ASK))

    names = [thread.name for thread in threading.enumerate()]
    assert "switchboard-request" not in names
