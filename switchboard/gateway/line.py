"""The wire of one request: the socket it runs on, kept at hand so that it can be shut."""

import socket
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, cast

from requests import PreparedRequest
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool

_LEAST_S = 0.001  # A socket takes a time-out of 0 for "never wait".


class Line:
    """One connection's socket. Shut before it exists, it is shut as soon as it does."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._bare: socket.socket | None = None
        self.is_shut = False
        self.connected_at: float | None = None
        """``time.monotonic()`` of when the connection was ready for the request."""

    def reached(self, sock: socket.socket) -> None:
        """Takes the socket of a connection that is still to be made secure, which can take long.
        A second handle on it is kept: the first is given away to the secure one."""
        self._bare = sock.dup()
        self._shut_if_late()

    def settled(self) -> None:
        """The connection is secure, or came to nothing; the second handle is let go."""
        with self._lock:
            bare, self._bare = self._bare, None
        if bare is not None:
            bare.close()

    def connected(self, sock: socket.socket) -> None:
        """Takes the socket of a connection just made."""
        with self._lock:
            self._socket = sock
            self.connected_at = time.monotonic()
        self._shut_if_late()

    def shut(self) -> None:
        """Ends the connection both ways: a reader wakes up, and the gateway sees us leave."""
        with self._lock:
            self.is_shut = True
            for sock in (self._socket, self._bare):
                if sock is not None:
                    _shutdown(sock)

    def _shut_if_late(self) -> None:
        if self.is_shut:
            self.shut()

    def allow_until(self, seconds: float) -> None:
        """From now on a read may wait until so long after the request was sent."""
        passed = time.monotonic() - (self.connected_at or time.monotonic())
        self.allow_silence(max(seconds - passed, _LEAST_S))

    def allow_silence(self, seconds: float) -> None:
        """From now on a read may wait this long."""
        if self._socket is not None:
            with suppress(OSError):  # All of a short reply was read, and the socket closed.
                self._socket.settimeout(seconds)


class LineAdapter(HTTPAdapter):
    """Sends as requests does, and tells the line which socket is used."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line

    def get_connection_with_tls_context(
        self,
        request: PreparedRequest,
        verify: bool | str | None,
        proxies: Mapping[str, str] | None = None,
        cert: Any = None,
    ) -> HTTPConnectionPool:
        """A pool of this one request, whose connections report to the line."""
        pool: Any = super().get_connection_with_tls_context(request, verify, proxies, cert)
        pool.ConnectionCls = _reporting(pool.ConnectionCls, self._line)
        return cast(HTTPConnectionPool, pool)


def _reporting(kind: Any, line: Line) -> Any:
    class Reporting(kind):  # type: ignore[misc]
        def _new_conn(self: HTTPConnection) -> socket.socket:
            sock: socket.socket = super()._new_conn()  # type: ignore[misc]
            line.reached(sock)
            return sock

        def connect(self: HTTPConnection) -> None:
            try:
                super().connect()  # type: ignore[misc]
            finally:
                line.settled()
            line.connected(self.sock)

    return Reporting


def _shutdown(sock: socket.socket) -> None:
    # Not close(): closing from another thread leaves a blocked recv() blocked; shutting wakes it.
    with suppress(OSError):  # It may be gone already.
        sock.shutdown(socket.SHUT_RDWR)
