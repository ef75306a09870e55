"""A server as a process of its own, up while it is needed."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

_STOP_LIMIT_S = 20


def free_port() -> int:
    """A port of loopback that is free at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(
    command: list[str], *, ready: str, log: Path, limit_s: float, variables: Mapping[str, str]
) -> Iterator[None]:
    """Runs it until ``ready`` answers, and ends it afterwards. Fails with its last words."""
    # Whatever proxy this machine has, loopback is not reached through it.
    environment = {**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1", **variables}
    with log.open("wb") as words:
        process = subprocess.Popen(
            command, stdout=words, stderr=subprocess.STDOUT, env=environment, cwd=log.parent
        )
        try:
            _wait(process, ready, time.monotonic() + limit_s, log)
            yield
        finally:
            _end(process)


def _wait(process: subprocess.Popen[bytes], ready: str, end: float, log: Path) -> None:
    with requests.Session() as session:
        session.trust_env = False
        while process.poll() is None and time.monotonic() < end:
            try:
                if session.get(ready, timeout=5).status_code < 500:
                    return
            except requests.RequestException:
                pass
            time.sleep(0.2)
    last = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
    pytest.fail(f"{' '.join(process.args)} did not start:\n{last}", pytrace=False)  # type: ignore[arg-type]


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_STOP_LIMIT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
