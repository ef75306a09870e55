"""Replies that are too large, too slow, or no longer wanted."""

import gzip
import socket
import threading
import time

import pytest

from switchboard.errors import EndpointError
from tests.endpoints.conftest import allowing

MEBIBYTE = 1_048_576
LONG_S = 2  # A guard against hanging, not a measurement.


def test_a_body_of_a_mebibyte_is_whole(served, call):
    served.reply(b"a" * MEBIBYTE, path="/x")

    reply = call()

    assert (len(reply.text), reply.is_cut) == (MEBIBYTE, False)


def test_a_larger_body_is_cut(served, call):
    served.reply(b"a" * (MEBIBYTE + 1), path="/x")

    reply = call()

    assert (len(reply.text), reply.is_cut) == (MEBIBYTE, True)


def test_a_body_that_does_not_end_is_left_once_there_is_enough(served, call):
    served.reply([b"a" * 65_536] * 20, path="/x", hold=threading.Event(), hold_at=18)

    assert call().is_cut
    assert served.requests[0].closed_by_client.wait(5)


def test_a_character_at_the_cut_is_left_out(served, call):
    served.reply(b"a" + "ü".encode() * MEBIBYTE, path="/x")

    text = call().text

    assert (len(text), text[-1]) == (1 + (MEBIBYTE - 1) // 2, "ü")


def test_a_compressed_body_is_unpacked_no_further_than_it_is_kept(served, call):
    packed = gzip.compress(b"a" * 50_000_000)
    served.reply(packed, path="/x", headers={"Content-Encoding": "gzip"})

    reply = call()

    assert (len(reply.text), reply.is_cut) == (MEBIBYTE, True)


@pytest.mark.parametrize(
    "reply",
    [
        {"hang": True},
        {"body": ["a", "b"], "hold": threading.Event()},
        {"body": ["a"] * 1000, "pause_s": 0.02},
    ],
    ids=["no headers", "half a body", "drop by drop"],
)
def test_the_time_is_for_all_of_it(served, call, reply):
    served.reply(path="/x", **reply)
    start = time.monotonic()

    with pytest.raises(EndpointError) as failure:
        call(timeout_s=0.3)

    assert time.monotonic() - start < LONG_S
    assert failure.value.message == (
        f"127.0.0.1:{served.port} did not give its whole reply within 0.3 s."
    )
    assert served.requests[0].closed_by_client.wait(5)
    join_calls()


def join_calls():
    """Waits for the threads that nobody waits for: what goes wrong in them fails the test."""
    for thread in threading.enumerate():
        if thread.name == "switchboard-endpoint":
            thread.join(LONG_S)
            assert not thread.is_alive()


@pytest.mark.parametrize(
    "reply",
    [{"hang": True}, {"body": ["a", "b"], "hold": threading.Event()}],
    ids=["no headers", "half a body"],
)
def test_stop_closes_the_connection_at_once(served, call, reply):
    served.reply(path="/x", **reply)
    stop = threading.Event()
    stopped_at = []

    def stop_soon():
        served.wait_for_requests()
        time.sleep(0.05)
        stopped_at.append(time.monotonic())
        stop.set()

    threading.Thread(target=stop_soon).start()

    with pytest.raises(EndpointError, match=r"^Stopped by you\.$"):
        call(stop=stop)

    assert time.monotonic() - stopped_at[0] < LONG_S
    assert served.requests[0].closed_by_client.wait(5)
    join_calls()


def test_stop_works_while_a_secure_connection_is_being_made(call):
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as mute:
        port = mute.getsockname()[1]
        threading.Timer(0.1, stop.set).start()
        start = time.monotonic()

        with pytest.raises(EndpointError, match=r"^Stopped by you\.$"):
            call(url=f"https://127.0.0.1:{port}/", allowed=allowing(f"127.0.0.1:{port}"), stop=stop)
        join_calls()

    assert time.monotonic() - start < LONG_S


def test_stop_works_while_a_connection_is_being_made(call):
    stop = threading.Event()
    with (
        socket.create_server(("127.0.0.1", 0), backlog=0) as full,
        socket.create_connection(full.getsockname()),
    ):
        place = f"127.0.0.1:{full.getsockname()[1]}"
        threading.Timer(0.1, stop.set).start()

        with pytest.raises(EndpointError, match=r"^Stopped by you\.$"):
            call(url=f"http://{place}/", allowed=allowing(place), stop=stop)
        join_calls()


def test_a_host_that_takes_no_connection_is_given_up_in_time(call):
    with (
        socket.create_server(("127.0.0.1", 0), backlog=0) as full,
        socket.create_connection(full.getsockname()),
    ):
        place = f"127.0.0.1:{full.getsockname()[1]}"

        with pytest.raises(EndpointError, match=r"did not give its whole reply within 0\.2 s\.$"):
            call(url=f"http://{place}/", allowed=allowing(place), timeout_s=0.2)
        join_calls()


def test_stop_works_while_a_name_is_being_looked_up(call, served, monkeypatch):
    found = threading.Event()
    stop = threading.Event()

    def look_up(*_, **__):
        found.wait(10)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", served.port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    threading.Timer(0.1, stop.set).start()

    with pytest.raises(EndpointError, match=r"^Stopped by you\.$"):
        call(stop=stop)
    found.set()
    join_calls()

    assert served.requests == []


def test_after_stop_nothing_is_sent(served, call):
    stop = threading.Event()
    stop.set()

    with pytest.raises(EndpointError, match=r"^Stopped by you\.$"):
        call(stop=stop)

    assert served.requests == []
