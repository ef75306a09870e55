"""Servers as processes of their own, and what they use of the machine (read from Linux's /proc)."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent

_PATIENCE_S = 60
_TICKS_PER_S = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    url: str
    pid: int

    @property
    def cpu_s(self) -> float:
        """Seconds of processor time so far, of all its threads."""
        after_name = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / _TICKS_PER_S

    @property
    def resident_mib(self) -> float:
        """Memory it holds at present."""
        (kib,) = re.findall(r"VmRSS:\s+(\d+)", Path(f"/proc/{self.pid}/status").read_text())
        return int(kib) / 1024


@contextmanager
def module(name: str, *arguments: str, **environment: str) -> Iterator[Server]:
    """Runs ``python -m name`` until the block ends; what it prints first with http is its URL."""
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [sys.executable, "-m", name, *arguments],
            cwd=ROOT,
            env=os.environ | {"PYTHONUNBUFFERED": "1"} | environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Server(_announced_url(process, log.fileno()), process.pid)
        finally:
            process.terminate()
            process.wait(10)


def streamlit(script: str, **environment: str) -> AbstractContextManager[Server]:
    """Runs a page on a free port."""
    return module("streamlit", "run", script, "--server.port", "0", **environment)


def _announced_url(process: subprocess.Popen[bytes], log: int) -> str:
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline and process.poll() is None:
        if announced := re.search(rb"http://\S+:\d+\S*", os.pread(log, 10_000, 0)):
            return announced[0].decode().replace("localhost", "127.0.0.1")
        time.sleep(0.01)
    raise RuntimeError(f"It did not start: {os.pread(log, 10_000, 0).decode(errors='replace')}")
