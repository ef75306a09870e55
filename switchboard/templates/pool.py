"""A few workers, so that one hostile template does not hold up all the others."""

import atexit
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from switchboard.errors import TemplateFailure
from switchboard.templates.process import Worker
from switchboard.templates.stopping import LOOKS_EVERY_S, raise_if_stopped
from switchboard.wire import JsonObject

_MOST_WORKERS = 3
"""Each takes about 20 MiB; the second and third start only when the first is busy."""


@cache
def shared_pool() -> "Pool":
    """The pool of this process; empty until somebody asks."""
    pool = Pool()
    atexit.register(pool.close)
    return pool


class Pool:
    """Workers that are started when they are needed and kept warm. Safe to use from any thread."""

    def __init__(self, most: int = _MOST_WORKERS) -> None:
        self._places = threading.Semaphore(most)
        self._idle: list[Worker] = []

    @property
    def idle_pids(self) -> tuple[int, ...]:
        """The processes that wait for a template; the last is the next to get one."""
        return tuple(worker.pid for worker in self._idle)

    def ask(self, request: JsonObject, *, stop: threading.Event | None = None) -> JsonObject:
        """A worker's answer. Raises ``TemplateFailure``."""
        line = _line(request)
        with self._place(stop), self._worker(stop) as worker:
            return worker.ask(line, stop=stop)

    def close(self) -> None:
        """Ends the workers that have nothing to do."""
        while self._idle:
            self._idle.pop().end()

    @contextmanager
    def _place(self, stop: threading.Event | None) -> Iterator[None]:
        while not self._places.acquire(timeout=LOOKS_EVERY_S if stop else None):
            raise_if_stopped(stop)
        try:
            yield
        finally:
            self._places.release()

    @contextmanager
    def _worker(self, stop: threading.Event | None) -> Iterator[Worker]:
        """One that is warm, the last that was used first; ended unless it is ready again after."""
        worker = self._warm() or Worker()
        try:
            if not worker.is_ready:
                worker.warm_up(stop=stop)
            yield worker
        finally:
            if worker.is_ready:
                self._idle.append(worker)
            else:
                worker.end()

    def _warm(self) -> Worker | None:
        while self._idle:
            try:
                worker = self._idle.pop()
            except IndexError:  # Another thread took the last one.
                return None
            if worker.is_alive:
                return worker
            worker.end()
        return None


def _line(request: JsonObject) -> bytes:
    try:
        return json.dumps(request).encode() + b"\n"
    except RecursionError as error:
        raise TemplateFailure("The arguments are nested too deeply for a template.") from error
    except ValueError as error:  # Numbers of thousands of digits.
        raise TemplateFailure(f"The arguments can't be given to a template: {error}.") from error
