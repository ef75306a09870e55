"""Stopping a request from another thread, at any moment of its life."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from switchboard.errors import GatewayError


class Stopped(GatewayError):
    """The person stopped the request before the gateway began to answer."""


class StopSignal:
    """Says stop once, to everything under way that listens. Safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._listeners: list[Callable[[], None]] = []

    @property
    def is_set(self) -> bool:
        """Whether ``stop`` was called."""
        return self._stopped.is_set()

    def wait(self, seconds: float) -> bool:
        """Waits that long, or until ``stop`` is called. Whether it was."""
        return self._stopped.wait(seconds)

    def stop(self) -> None:
        """Ends whatever listens, at once; whoever listens later hears it too."""
        with self._lock:
            self._stopped.set()
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener()

    @contextmanager
    def telling(self, listener: Callable[[], None]) -> Iterator[None]:
        """Calls the listener when ``stop`` is called inside the block, or was called before."""
        self.add(listener)
        try:
            yield
        finally:
            self.remove(listener)

    def add(self, listener: Callable[[], None]) -> None:
        """Calls ``listener`` on ``stop``; at once when that has happened."""
        with self._lock:
            self._listeners.append(listener)
            too_late = self.is_set
        if too_late:
            listener()

    def remove(self, listener: Callable[[], None]) -> None:
        """Forgets the listener."""
        with self._lock:
            if listener in self._listeners:
                self._listeners.remove(listener)
