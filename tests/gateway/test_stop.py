import socket
import threading
import time

import pytest
from scripted_replies import sse

from switchboard.gateway import Stopped, StopSignal

ASK = {"model": "m", "messages": []}
LONG_S = 5  # A guard against hanging, not a measurement.


@pytest.fixture
def stop():
    return StopSignal()


def after(moment, action):
    """Calls ``action`` from another thread once ``moment`` returns."""
    thread = threading.Thread(target=lambda: (moment(), action()))
    thread.start()
    return thread


def test_stop_works_before_the_gateway_sends_headers(scripted, transport, stop):
    scripted.reply(hang=True)
    after(scripted.wait_for_requests, stop.stop)
    start = time.monotonic()

    with pytest.raises(Stopped):
        transport().stream(ASK, stop=stop)

    assert time.monotonic() - start < LONG_S
    assert scripted.requests[0].closed_by_client.wait(LONG_S)


def test_stop_works_while_the_gateway_is_silent(scripted, transport, stop):
    scripted.reply(sse("1", "2"), hold=threading.Event())

    with transport().stream(ASK, stop=stop) as exchange:
        pieces = exchange.pieces()
        assert next(pieces) == b"data: 1\n\n"
        after(lambda: time.sleep(0.05), stop.stop)
        assert list(pieces) == []

    assert scripted.requests[0].closed_by_client.wait(LONG_S)


def test_stop_works_while_the_secure_connection_is_being_made(transport, stop):
    def greet_and_stop():
        connection, _ = mute.accept()
        with connection:
            connection.settimeout(LONG_S)
            connection.recv(1)
            stop.stop()
            while connection.recv(4096):
                pass
            closed_by_client.set()

    closed_by_client = threading.Event()
    start = time.monotonic()
    with socket.create_server(("127.0.0.1", 0)) as mute:
        url = f"https://127.0.0.1:{mute.getsockname()[1]}/v1"
        server = threading.Thread(target=greet_and_stop)
        server.start()
        with pytest.raises(Stopped):
            transport(url=url, connect_s=2 * LONG_S).stream(ASK, stop=stop)
        stopped_after = time.monotonic() - start
        assert closed_by_client.wait(LONG_S)
        server.join(LONG_S)

    assert stopped_after < LONG_S


def test_stop_works_while_a_connection_is_being_made(transport, full_port, stop):
    start = time.monotonic()
    after(lambda: time.sleep(0.1), stop.stop)

    with pytest.raises(Stopped):
        transport(url=f"http://127.0.0.1:{full_port}/v1", connect_s=2).stream(ASK, stop=stop)

    assert time.monotonic() - start < 1.5


def test_a_wait_is_over_when_it_is_stopped(stop):
    start = time.monotonic()
    after(lambda: time.sleep(0.05), stop.stop)

    assert stop.wait(60) is True
    assert time.monotonic() - start < LONG_S


def test_a_wait_that_is_not_stopped_takes_its_time(stop):
    assert stop.wait(0.01) is False


def test_after_stop_nothing_is_sent(scripted, transport, stop):
    stop.stop()

    with pytest.raises(Stopped):
        transport().stream(ASK, stop=stop)

    assert scripted.requests == []


def test_an_exchange_can_be_stopped_by_itself(scripted, transport, stop):
    scripted.reply(sse("1", "2"), hold=threading.Event())

    with transport().stream(ASK, stop=stop) as exchange:
        after(lambda: time.sleep(0.05), exchange.stop)
        assert list(exchange.pieces()) == [b"data: 1\n\n"]

    assert not stop.is_set


def test_stopping_one_exchange_leaves_another_alone(scripted, transport):
    both_read = threading.Event()
    scripted.reply(sse("1", "2", done=False), hold=both_read)
    scripted.reply(sse("1", "2", done=False), hold=both_read)

    with transport().stream(ASK) as first, transport().stream(ASK) as second:
        first_pieces, second_pieces = first.pieces(), second.pieces()
        next(first_pieces), next(second_pieces)
        first.stop()
        both_read.set()
        assert list(first_pieces) == []
        assert list(second_pieces) == [b"data: 2\n\n"]


def test_stopping_twice_or_too_late_is_harmless(transport, stop):
    with transport().stream(ASK, stop=stop) as exchange:
        list(exchange.pieces())
        exchange.stop()
    stop.stop()
    stop.stop()

    assert stop.is_set


def test_a_listener_that_comes_after_stop_hears_it(stop):
    heard = []
    stop.stop()

    with stop.telling(lambda: heard.append("stop")):
        pass

    assert heard == ["stop"]


def test_a_listener_that_has_left_hears_nothing(stop):
    heard = []
    with stop.telling(lambda: heard.append("stop")):
        pass

    stop.stop()

    assert heard == []
