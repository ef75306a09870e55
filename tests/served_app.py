"""The real server in a process of its own, started as `make run` starts it, on a free port."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent

_ADDRESS = re.compile(r"http://localhost:(\d+)")
_PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class ServedApp:
    """A running server."""

    port: int
    pid: int
    log_file: Path

    @property
    def url(self) -> str:
        """Where the home page is, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """Everything the server has printed so far."""
        return self.log_file.read_text("utf-8", errors="replace")


@contextmanager
def serve(folder: Path = ROOT, **environment: str) -> Iterator[ServedApp]:
    """Serves the app in ``folder``. Keys and settings of the caller's shell are not passed on."""
    with tempfile.TemporaryDirectory() as place, (Path(place) / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "asgi.py", "--server.port", "0"],
            cwd=folder,
            env=_clean_environment() | environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            log_file = Path(log.name)
            yield ServedApp(_announced_port(process, log_file), process.pid, log_file)
        finally:
            _end(process)


def _clean_environment() -> dict[str, str]:
    ours = re.compile(r"SWITCHBOARD_|STREAMLIT_|OPENAI_")
    kept = {name: value for name, value in os.environ.items() if not ours.match(name)}
    return kept | {"PYTHONUNBUFFERED": "1", "NO_PROXY": "127.0.0.1,localhost"}


def _announced_port(process: subprocess.Popen[bytes], log_file: Path) -> int:
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline and process.poll() is None:
        # The line is printed once the port listens; connections wait until the server takes them.
        if announced := _ADDRESS.search(log_file.read_text("utf-8", errors="replace")):
            return int(announced[1])
        time.sleep(0.05)
    raise RuntimeError(f"The app did not start:\n{log_file.read_text('utf-8', errors='replace')}")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
