"""The gateway as a server: embedded, on its own, and when its clients go away."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import requests

from switchboard.offline import OfflineGateway
from switchboard.offline.app import build_app

ROOT = Path(__file__).parents[2]
REQUEST = {"model": "offline-chat", "messages": [{"role": "user", "content": "hello"}]}


def port_of(gateway: OfflineGateway) -> int:
    return int(gateway.base_url.split(":")[2].split("/")[0])


def test_it_accepts_connections_when_start_returns_and_none_after_stop():
    gateway = OfflineGateway.start(pace_ms=0)
    with socket.create_connection(("127.0.0.1", port_of(gateway)), timeout=5):
        pass
    gateway.stop()

    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port_of(gateway)), timeout=5)


def test_it_leaves_no_thread_and_no_signal_handler_behind():
    threads, handler = threading.active_count(), signal.getsignal(signal.SIGINT)

    gateway = OfflineGateway.start(pace_ms=0)
    during = signal.getsignal(signal.SIGINT)
    gateway.stop()
    gateway.stop()

    assert threading.active_count() == threads
    assert during is signal.getsignal(signal.SIGINT) is handler


def test_two_run_side_by_side(http: requests.Session):
    first, second = OfflineGateway.start(pace_ms=0), OfflineGateway.start(pace_ms=0)

    assert first.base_url != second.base_url
    for gateway in (first, second):
        assert http.get(f"{gateway.base_url}/models", timeout=10).status_code == 200
        gateway.stop()


def test_stopping_ends_a_stream_that_would_take_minutes(http: requests.Session):
    threads = threading.active_count()
    gateway = OfflineGateway.start(pace_ms=60_000)
    reply = http.post(
        f"{gateway.base_url}/chat/completions",
        json={**REQUEST, "stream": True},
        stream=True,
        timeout=30,
    )
    first = next(reply.iter_content(1))
    gateway.stop()
    reply.close()

    assert first == b"d"
    assert threading.active_count() == threads


def test_a_stream_ends_when_its_client_has_gone():
    """Driven by hand as an ASGI server would: the client leaves after the third chunk."""
    sent: list[bytes] = []
    gone = asyncio.Event()
    body = json.dumps({**REQUEST, "stream": True}).encode()
    requests_left = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive():
        if requests_left:
            return requests_left.pop()
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message):
        sent.append(message.get("body", b""))
        if len(sent) == 4:
            gone.set()

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "POST",
        "path": "/v1/chat/completions",
        "raw_path": b"/v1/chat/completions",
        "query_string": b"",
        "headers": [],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 2),
        "scheme": "http",
        "root_path": "",
    }
    asyncio.run(asyncio.wait_for(build_app(pace_ms=20)(scope, receive, send), timeout=20))

    assert b"[DONE]" not in b"".join(sent)
    assert len(sent) < 12


def test_other_requests_are_served_during_a_slow_stream(http: requests.Session):
    gateway = OfflineGateway.start(pace_ms=60_000)
    with http.post(
        f"{gateway.base_url}/chat/completions",
        json={**REQUEST, "stream": True},
        stream=True,
        timeout=30,
    ) as slow:
        next(slow.iter_content(1))
        assert http.get(f"{gateway.base_url}/models", timeout=10).status_code == 200
    gateway.stop()


def test_it_runs_on_its_own_until_interrupted(http: requests.Session):
    with subprocess.Popen(
        [sys.executable, "-m", "switchboard.offline", "--port", "0", "--pace", "0"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout
        announced = process.stdout.readline()
        base_url = announced.removeprefix("The offline gateway is at ").strip()
        reply = http.post(f"{base_url}/chat/completions", json=REQUEST, timeout=30)
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=30)

    assert reply.json()["choices"][0]["message"]["content"].startswith("Hello!")
    assert complaints == ""
    assert process.returncode == 0


def test_a_port_that_is_taken_is_said_in_one_line(gateway: OfflineGateway):
    finished = subprocess.run(
        [sys.executable, "-m", "switchboard.offline", "--port", str(port_of(gateway))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert finished.returncode == 1
    assert finished.stderr == (
        f"Can't listen on 127.0.0.1:{port_of(gateway)}: Address already in use.\n"
    )
