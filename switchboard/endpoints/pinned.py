"""Connections that go to an address that was checked, and never look a name up again.

The name stays what a certificate is checked against, and what the server is told.
"""

import socket
import ssl
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from certifi import where
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, ProtocolError

from switchboard.endpoints.line import Line
from switchboard.endpoints.resolving import CheckedAddress
from switchboard.endpoints.targets import Target

_LEAST_S = 0.001  # A socket takes a time-out of 0 for "never wait".


@dataclass(frozen=True, slots=True)
class Route:
    """How to get there."""

    addresses: Sequence[CheckedAddress]
    line: Line
    until: float
    """``time.monotonic()`` after which nobody waits any more."""

    def connect(self) -> socket.socket:
        """A socket to the first address that takes it. Raises ``OSError``, that of the last."""
        *others, last = self.addresses
        for each in others:
            try:
                return self._connect(each)
            except OSError:
                continue
        return self._connect(last)

    @property
    def left_s(self) -> float:
        """How long it may still take."""
        return max(self.until - time.monotonic(), _LEAST_S)

    def _connect(self, address: CheckedAddress) -> socket.socket:
        sock = socket.socket(address.family, socket.SOCK_STREAM)
        try:
            sock.settimeout(self.left_s)
            self.line.take(sock)
            sock.connect(address.place)
        except OSError:
            sock.close()
            raise
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return sock


def pool_for(target: Target, route: Route) -> HTTPConnectionPool:
    """A pool of connections by that route alone. No proxy: it would look the name up itself."""
    if target.scheme == "http":
        return _PlainPool(target.host, target.port, route=route)
    return _SecurePool(target.host, target.port, route=route, ssl_context=_trust())


class _Plain(HTTPConnection):
    def __init__(self, *arguments: Any, route: Route, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._route = route

    def _new_conn(self) -> socket.socket:
        return _connected(self, self._route)


class _Secure(HTTPSConnection):
    def __init__(self, *arguments: Any, route: Route, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._route = route

    def _new_conn(self) -> socket.socket:
        return _connected(self, self._route)


def _connected(connection: HTTPConnection, route: Route) -> socket.socket:
    try:
        return route.connect()
    except TimeoutError as error:
        raise ConnectTimeoutError(connection, "No connection in time.") from error
    except OSError as error:
        # As it is, urllib3 would take a broken pipe for one of the request, and go on (2.8).
        raise ProtocolError("No connection.", error) from error


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


def _trust() -> ssl.SSLContext:
    """Whom the system trusts, an operator's own authority among them, and whom browsers do."""
    context = ssl.create_default_context()
    context.load_verify_locations(where())
    return context
