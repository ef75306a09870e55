"""The key and a person's own headers: what is sent of them, and what is masked."""

import pytest

from switchboard.errors import GatewayError
from switchboard.gateway import Gateway
from tests.gateway.exchanges import ASK, whole_body

KEY = "sk-very-secret-0123"


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
