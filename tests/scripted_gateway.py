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

import threading
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from typing import Any, Self

from scripted_exchange import Recorded, Reply
from scripted_replies import completion_json, error_json, models_json, text_stream
from scripted_server import ScriptedServer

CHAT = "/v1/chat/completions"
MODELS = "/v1/models"


class ScriptedGateway:
    """A real HTTP server on a free loopback port. Leaving the block ends even hung replies."""

    def __init__(self) -> None:
        self.requests: list[Recorded] = []
        self._queues: dict[str, deque[Reply]] = defaultdict(deque)
        self._answer: Callable[[Recorded], Reply | None] | None = None
        self._lock = threading.Lock()
        self._arrived = threading.Condition(self._lock)
        self._server = ScriptedServer(self._take)
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
        self._server.close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _take(self, request: Recorded) -> Reply:
        """Records a request and picks its reply."""
        with self._arrived:
            self.requests.append(request)
            queue = self._queues[request.path.partition("?")[0]]
            queued = queue.popleft() if queue else None
            self._arrived.notify_all()
        return queued or (self._answer and self._answer(request)) or _default(request)


def _default(request: Recorded) -> Reply:
    path = request.path.partition("?")[0]
    if path == MODELS:
        return Reply(models_json("scripted-1"))
    if path != CHAT:
        return Reply(error_json(f"No such path: {path}", code="not_found"), status=404)
    return Reply(text_stream() if request.json.get("stream") else completion_json())
