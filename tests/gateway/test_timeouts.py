"""Time-outs for connecting, for the first byte and for silence, each told as itself."""

import socket
import threading

import pytest
from scripted_replies import sse

from switchboard.errors import ConnectTimeout, GatewayTimeout
from tests.gateway.exchanges import ASK, whole_body


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
