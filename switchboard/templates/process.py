"""One worker, seen from outside: started, asked, ended when it takes too long."""

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic

from switchboard.errors import TemplateFailure
from switchboard.templates.bounds import LONGEST_RESULT, MEMORY_MIB, OUT_OF_MEMORY, TIME_S
from switchboard.templates.stopping import LOOKS_EVERY_S, raise_if_stopped
from switchboard.wire import JsonObject

_ROOT = str(Path(__file__).parents[2])
_START_S = 20
"""For a machine that is very busy; a tenth of a second is usual."""

_LONGEST_ANSWER = 6 * LONGEST_RESULT + 1_000
"""Bytes: JSON writes a control character as six."""

_WHAT_PYTHON_NEEDS = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHOME")

_LATE = f"The template took longer than {TIME_S:g} s. Does it loop too often?"
_TOO_LARGE = f"The template needed more than {MEMORY_MIB} MiB of memory. Make its texts shorter."
_BROKEN = "The template was too much for the process that renders it, and ended it."
_NO_START = "The process that renders templates did not start. Is Jinja2 installed?"


class Worker:
    """A process that renders one template at a time. Raises ``TemplateFailure`` where none can be
    started."""

    def __init__(self) -> None:
        self.is_ready = False
        """Whether it has answered everything that was asked, so that more can be asked."""

        self._process = _started()

    @property
    def is_alive(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    def warm_up(self, *, stop: threading.Event | None = None) -> None:
        """Waits until it is ready. Raises ``TemplateFailure``."""
        if not self._exchange(b"", _START_S, stop):
            raise TemplateFailure(_NO_START)
        self.is_ready = True

    def ask(self, line: bytes, *, stop: threading.Event | None = None) -> JsonObject:
        """Its answer. Raises ``TemplateFailure``, and is not ready again then."""
        self.is_ready = False
        began = monotonic()
        answer = _understood(self._exchange(line, TIME_S, stop))
        if answer is None:
            raise TemplateFailure(_LATE if monotonic() - began >= TIME_S else self._why_it_ended())
        self.is_ready = True
        return answer

    def end(self) -> None:
        """Ends the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # What was not yet written has nobody to go to.
                pipe.close()  # type: ignore[union-attr]

    def _exchange(self, line: bytes, timeout_s: float, stop: threading.Event | None) -> bytes:
        """The answer to a line; empty where none came in time. Raises for ``stop``."""
        answers: SimpleQueue[bytes] = SimpleQueue()
        threading.Thread(target=self._talk, args=(line, answers), daemon=True).start()
        until = monotonic() + timeout_s
        while (left := until - monotonic()) > 0:
            raise_if_stopped(stop)
            with suppress(Empty):
                return answers.get(timeout=min(left, LOOKS_EVERY_S) if stop else left)
        return b""

    def _talk(self, line: bytes, answers: SimpleQueue[bytes]) -> None:
        # A thread of its own, as not every system's pipes have time-outs; it ends with the process.
        stdin, stdout = self._process.stdin, self._process.stdout
        answer = b""
        with suppress(OSError, ValueError):  # It has ended; its pipes may be closed.
            stdin.write(line)  # type: ignore[union-attr]
            stdin.flush()  # type: ignore[union-attr]
            answer = stdout.readline(_LONGEST_ANSWER)  # type: ignore[union-attr]
        answers.put(answer)

    def _why_it_ended(self) -> str:
        with suppress(subprocess.TimeoutExpired):
            if self._process.wait(0.05) == OUT_OF_MEMORY:
                return _TOO_LARGE
        return _BROKEN


def _started() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-S", "-W", "ignore", "-m", "switchboard.templates.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
    except OSError as error:
        raise TemplateFailure(_NO_START) from error


def _understood(answer: bytes) -> JsonObject | None:
    try:
        value = json.loads(answer)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _environment() -> dict[str, str]:
    """No key is among them: only where to import from, as this process does."""
    needed = {name: os.environ[name] for name in _WHAT_PYTHON_NEEDS if name in os.environ}
    places = [_ROOT, *(place for place in sys.path if os.path.isabs(place))]
    return {**needed, "PYTHONPATH": os.pathsep.join(places), "PYTHONHASHSEED": "0"}
