"""A loopback gateway that plays back bytes, for unit tests, pages and the browser alike.

    with ScriptedGateway() as gateway:                    # gateway.base_url ends in /v1
        gateway.reply(text_stream("Hello"))               # queued; the next reply() comes next
        gateway.reply(completion_json("Hi"), status=200)  # bytes, text, or pieces, one by one
        ...                                               # ask gateway.base_url for something
        assert gateway.requests[0].json["model"] == "m"   # .headers, .path, .closed_by_client

When the queue of a path is empty: ``/v1/models`` lists ``scripted-1``, chat completions say a
sentence (streamed if asked to), anything else is 404. ``scripted_replies`` has the bodies.
"""

from __future__ import annotations

import json
import select
import socket
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from scripted_replies import completion_json, error_json, models_json, text_stream

CHAT = "/v1/chat/completions"
MODELS = "/v1/models"
_TICK_S = 0.005


@dataclass
class Recorded:
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    """Names in lower case."""

    body: bytes
    closed_by_client: threading.Event = field(default_factory=threading.Event)
    """Set when the client went away before the reply was over."""

    closed_at: float | None = None
    """``time.monotonic()`` of that."""

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass
class Reply:
    """One scripted reply."""

    body: bytes | str | Iterable[bytes | str] = b""
    """Pieces are written one by one; one whole text is sent with its length."""

    status: int = 200
    content_type: str | None = None
    """By default what the body looks like."""

    headers: Mapping[str, str] = field(default_factory=dict)
    pause_s: float = 0
    """Between two pieces."""

    hold: threading.Event | None = None
    """Waits for this event before piece number ``hold_at`` (0: after the headers)."""

    hold_at: int = 1
    hang: bool | threading.Event = False
    """Sends nothing, not even headers: for ever, or until the event."""

    cut: bool = False
    """Drops the connection after the last piece, without ending the reply."""

    framing: str = "auto"
    """``chunked``, ``length``, ``close`` (the end of the connection ends the body), or ``auto``:
    pieces are chunked, a whole body has its length."""


class ScriptedGateway:
    """A real HTTP server on a free loopback port. Leaving the block ends even hung replies."""

    def __init__(self) -> None:
        self.requests: list[Recorded] = []
        self.closing = threading.Event()
        self._queues: dict[str, deque[Reply]] = defaultdict(deque)
        self._answer: Callable[[Recorded], Reply | None] | None = None
        self._lock = threading.Lock()
        self._arrived = threading.Condition(self._lock)
        self._server = _Server(self)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def root(self) -> str:
        """The address without a path."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        return f"{self.root}/v1"

    def reply(
        self, body: bytes | str | Iterable[bytes | str] = b"", *, path: str = CHAT, **how: Any
    ) -> None:
        """Queues a reply for a path; ``how`` are the other fields of ``Reply``."""
        with self._lock:
            self._queues[path].append(Reply(body, **how))

    def answer_with(self, answer: Callable[[Recorded], Reply | None]) -> None:
        """Asks a function when no reply is queued; ``None`` from it gives the default reply."""
        self._answer = answer

    def wait_for_requests(self, count: int = 1, *, timeout_s: float = 10) -> Recorded:
        """Waits until so many requests have arrived in all; gives the last of them."""
        with self._arrived:
            if not self._arrived.wait_for(lambda: len(self.requests) >= count, timeout_s):
                raise AssertionError(f"{len(self.requests)} of {count} requests arrived")
            return self.requests[count - 1]

    def hang_up(self) -> None:
        """Ends every open connection without another word."""
        self._server.hang_up()

    def close(self) -> None:
        """Ends the server, every connection and every thread."""
        self.closing.set()
        self._server.shutdown()
        self._server.hang_up()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def take(self, request: Recorded) -> Reply:
        """Records a request and picks its reply."""
        with self._arrived:
            self.requests.append(request)
            queue = self._queues[request.path.partition("?")[0]]
            queued = queue.popleft() if queue else None
            self._arrived.notify_all()
        return queued or (self._answer and self._answer(request)) or _default(request)


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True
    request_queue_size = 64

    def __init__(self, gateway: ScriptedGateway) -> None:
        self.gateway = gateway
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
        with self._open_lock:
            for connection in self._open:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue  # The client was quicker.

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is what some tests are about."""


class _Gone(Exception):
    """Nobody listens any more."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    wbufsize = 0

    def handle_any(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Recorded(self.command, self.path, headers, self.rfile.read(length))
        self.close_connection = True
        reply = self.server.gateway.take(request)
        try:
            self._play(reply)
        except (_Gone, ConnectionError):
            if not self.server.gateway.closing.is_set():
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
        if self._client_left(seconds) or self.server.gateway.closing.is_set():
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


def _default(request: Recorded) -> Reply:
    path = request.path.partition("?")[0]
    if path == MODELS:
        return Reply(models_json("scripted-1"))
    if path != CHAT:
        return Reply(error_json(f"No such path: {path}", code="not_found"), status=404)
    return Reply(text_stream() if request.json.get("stream") else completion_json())
