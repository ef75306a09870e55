"""How a scripted reply is played: framed, paused, held, cut, and given up when the client goes."""

from __future__ import annotations

import select
import socket
import threading
import time
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from scripted_exchange import Recorded, Reply

_TICK_S = 0.005


class ScriptedServer(ThreadingHTTPServer):
    """Records requests with ``take``, and plays the reply that it gives."""

    daemon_threads = False
    block_on_close = True
    request_queue_size = 64

    def __init__(self, take: Callable[[Recorded], Reply]) -> None:
        self.take = take
        self.closing = threading.Event()
        self._open: set[socket.socket] = set()
        self._open_lock = threading.Lock()
        super().__init__(("127.0.0.1", 0), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._open_lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._open_lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """Ends every open connection without another word."""
        with self._open_lock:
            for connection in self._open:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue  # The client was quicker.

    def close(self) -> None:
        """Ends even replies that hang, and waits for their threads."""
        self.closing.set()
        self.shutdown()
        self.hang_up()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is what some tests are about."""


class _Gone(Exception):
    """Nobody listens any more."""


class _Handler(BaseHTTPRequestHandler):
    server: ScriptedServer
    protocol_version = "HTTP/1.1"
    wbufsize = 0

    def handle_any(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Recorded(self.command, self.path, headers, self.rfile.read(length))
        self.close_connection = True
        reply = self.server.take(request)
        try:
            self._play(reply)
        except (_Gone, ConnectionError):
            if not self.server.closing.is_set():
                request.closed_at = time.monotonic()
                request.closed_by_client.set()

    do_GET = do_POST = do_PUT = do_DELETE = do_OPTIONS = do_HEAD = handle_any

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def _play(self, reply: Reply) -> None:
        if reply.hang:
            self._wait(reply.hang if isinstance(reply.hang, threading.Event) else None)
        whole = isinstance(reply.body, bytes | str)
        pieces = [_bytes(piece) for piece in ([reply.body] if whole else reply.body)]
        framing = reply.framing
        if framing == "auto":
            framing = "length" if whole else "chunked"
        self._send_head(reply, pieces, framing)
        for position, piece in enumerate(pieces):
            if position and reply.pause_s:
                self._sleep(reply.pause_s)
            if reply.hold is not None and position == reply.hold_at:
                self._wait(reply.hold)
            self._send_piece(piece, framing)
        if reply.hold is not None and reply.hold_at >= len(pieces):
            self._wait(reply.hold)
        if reply.cut:
            self._cut()
        elif framing == "chunked":
            self.wfile.write(b"0\r\n\r\n")

    def _send_head(self, reply: Reply, pieces: Sequence[bytes], framing: str) -> None:
        self.send_response_only(reply.status)
        headers = {"Content-Type": reply.content_type or _looks_like(pieces), **reply.headers}
        if framing == "length":
            size = sum(map(len, pieces)) + (1 if reply.cut else 0)
            headers.setdefault("Content-Length", str(size))
        elif framing == "chunked":
            headers["Transfer-Encoding"] = "chunked"
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()

    def _send_piece(self, piece: bytes, framing: str) -> None:
        if self._client_left():
            raise _Gone
        if framing == "chunked" and piece:
            self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
        else:
            self.wfile.write(piece)

    def _cut(self) -> None:
        # Linger 0 sends a reset, as a crashing server does, instead of a polite end.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.connection.shutdown(socket.SHUT_WR)

    def _sleep(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._watch(min(left, 0.05))

    def _wait(self, event: threading.Event | None) -> None:
        while event is None or not event.is_set():
            self._watch(_TICK_S)

    def _watch(self, seconds: float) -> None:
        """Waits, and notices at once when the client goes or the gateway closes."""
        if self._client_left(seconds) or self.server.closing.is_set():
            raise _Gone

    def _client_left(self, seconds: float = 0) -> bool:
        readable, _, _ = select.select([self.connection], [], [], seconds)
        return bool(readable) and self.connection.recv(1, socket.MSG_PEEK) == b""


def _bytes(piece: bytes | str) -> bytes:
    return piece.encode() if isinstance(piece, str) else piece


def _looks_like(pieces: Sequence[bytes]) -> str:
    start = b"".join(pieces)[:16].lstrip()
    if start[:1] in (b"{", b"["):
        return "application/json"
    return "text/html" if start[:1] == b"<" else "text/event-stream"
