"""A gateway that cannot be reached, or must not be: which it is, and what to try."""

import socket
import threading

import pytest
from scripted_gateway import ScriptedGateway

from switchboard.errors import AddressError, ConnectionFailed
from tests.gateway.exchanges import ASK

KEY = "sk-very-secret-0123"


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
