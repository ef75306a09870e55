import gzip
import socket
import threading

import pytest
from scripted_gateway import ScriptedGateway
from scripted_replies import sse, text_stream

from switchboard.errors import (
    AddressError,
    ConnectionFailed,
    ConnectTimeout,
    GatewayError,
    GatewayTimeout,
    StreamBroken,
)
from switchboard.gateway import Gateway

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

    with pytest.raises(GatewayTimeout) as failure:
        transport(first_byte_s=0.1).stream(ASK)

    assert failure.value.message == (
        f"{scripted.root} took the request but did not answer within 0.1 s, "
        "the time-out for the first byte."
    )
    assert "allow more time for the first byte" in failure.value.advice
    assert not isinstance(failure.value, ConnectTimeout)


def test_silence_behind_the_headers_is_that_of_the_first_byte(scripted, transport):
    scripted.reply(sse("1"), hold=threading.Event(), hold_at=0)

    with (
        transport(first_byte_s=0.2, silence_s=30).stream(ASK) as exchange,
        pytest.raises(GatewayTimeout, match=r"within 0\.2 s, the time-out for the first byte"),
    ):
        list(exchange.pieces())


def test_silence_in_the_middle_is_a_timeout(scripted, transport):
    scripted.reply(sse("1", "2"), hold=threading.Event())

    with (
        transport(first_byte_s=30, silence_s=0.1).stream(ASK) as exchange,
        pytest.raises(GatewayTimeout) as failure,
    ):
        list(exchange.pieces())

    assert failure.value.message == (
        f"{scripted.root} fell silent for more than 0.1 s, the time-out for silence; "
        "what had arrived is kept."
    )
    assert "allow a longer silence" in failure.value.advice


def test_a_host_that_takes_no_connection_is_a_timeout_of_its_own(transport, full_port):
    with pytest.raises(ConnectTimeout) as failure:
        transport(url=f"http://127.0.0.1:{full_port}/v1", connect_s=0.2).stream(ASK)

    assert failure.value.message == (
        f"No connection to http://127.0.0.1:{full_port} within 0.2 s, the time-out for connecting."
    )
    assert "allow more time for connecting" in failure.value.advice


def test_a_secure_connection_that_is_not_made_in_time_is_a_matter_of_connecting(transport):
    with socket.create_server(("127.0.0.1", 0)) as mute:
        port = mute.getsockname()[1]
        with pytest.raises(ConnectTimeout, match="the time-out for connecting"):
            transport(url=f"https://127.0.0.1:{port}/v1", connect_s=0.2).stream(ASK)


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


def test_a_server_that_speaks_no_http_is_named(transport):
    def greet():
        connection, _ = other.accept()
        with connection:
            connection.recv(1)
            connection.sendall(b"220 mail.example ESMTP\r\n")

    with socket.create_server(("127.0.0.1", 0)) as other:
        threading.Thread(target=greet, daemon=True).start()
        with pytest.raises(ConnectionFailed, match="what it says is no HTTP"):
            transport(url=f"http://127.0.0.1:{other.getsockname()[1]}/v1").stream(ASK)


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


@pytest.mark.parametrize(
    "address",
    ["http://me:hunter2@{place}/v1", "http://{place}\r\nX: y/v1", "ftp://{place}", "http://"],
)
def test_an_address_that_nobody_has_checked_is_not_called(scripted, transport, address):
    url = address.format(place=f"127.0.0.1:{scripted.port}")

    with pytest.raises(AddressError) as failure:
        transport(url=url, key=KEY).stream(ASK)

    assert scripted.requests == []
    assert "hunter2" not in repr(failure.value)


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


def test_a_persons_headers_are_sent_and_take_the_place_of_ours(scripted, transport):
    whole_body(transport(key=KEY, headers={"X-Team": "blue", "user-agent": "mine/1"}).stream(ASK))

    sent = scripted.requests[0].headers
    assert (sent["x-team"], sent["user-agent"]) == ("blue", "mine/1")
    assert sent["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("headers", "says"),
    [
        ({"authorization": "Bearer sk-other-0123"}, "Remove the extra header 'authorization'"),
        ({"Host": "evil.example"}, "Remove the extra header 'Host'"),
        ({"X-A": "a\r\nAuthorization: Bearer sk-other-0123"}, "The extra header 'X-A'"),
        ({"X A": "a"}, "The header name 'X A' cannot be sent"),
    ],
)
def test_a_header_that_may_not_be_sent_is_refused_before_anything_is(
    scripted, transport, headers, says
):
    with pytest.raises(GatewayError, match=says) as failure:
        transport(key=KEY, headers=headers).stream(ASK)

    assert scripted.requests == []
    assert "sk-other" not in repr(failure.value)


@pytest.mark.parametrize(
    "name", ["api-key", "X-Api-Keys", "X-Auth-Thing", "My-Token-1", "Client-Secret", "Cookie"]
)
def test_a_persons_header_that_may_hold_a_key_is_masked_wherever_it_comes_back(
    scripted, transport, name
):
    secret = "own-hunter2-0123"
    scripted.reply(f'{{"echo": "{secret}"}}'.encode(), headers={"X-Echo": secret})
    asking = transport(headers={name: secret, "X-Team": "blue"})

    with asking.stream(ASK) as exchange:
        told = [exchange.request_headers, exchange.headers, b"".join(exchange.pieces())]

    assert scripted.requests[0].headers[name.lower()] == secret
    assert told[0][name] == "***"
    assert told[0]["X-Team"] == "blue"
    assert secret not in repr(told)
    assert asking.secrets == (secret,)


def test_the_second_word_of_a_scheme_is_a_secret_of_its_own(transport):
    assert transport(headers={"X-Auth": "Token hunter2-0123"}).secrets == (
        "Token hunter2-0123",
        "hunter2-0123",
    )


def test_what_is_said_of_tokens_in_a_reply_is_no_secret(scripted, transport):
    scripted.reply(b"{}", headers={"X-Ratelimit-Remaining-Tokens": "149984"})

    with transport(key=KEY).stream(ASK) as exchange:
        assert exchange.headers["X-Ratelimit-Remaining-Tokens"] == "149984"


def test_another_set_of_headers_replaces_those_of_the_same_name():
    gateway = Gateway("G", "http://localhost/v1", headers={"X-A": "1", "X-B": "2"})

    assert gateway.with_headers({"x-a": "3"}).headers == {"X-B": "2", "x-a": "3"}
    assert "X-A" not in repr(gateway)
    assert hash(gateway) == hash(gateway.with_headers({"x-a": "3"}))
