"""A reply as bytes, each as it is due, and how it ends."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

STREAM_TYPE = "text/event-stream; charset=utf-8"
JSON_TYPE = "application/json"

# Reasoning tokens pass this much faster than words: nobody reads them.
THOUGHTS_PER_WORD = 12

_FLUSH_S = 0.005


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast words come."""

    word_ms: float
    """Milliseconds per word; 0 for no delay."""

    async def wait(self, words: float) -> None:
        """Lets the time of that many words pass; other requests are served meanwhile."""
        await asyncio.sleep(self.word_ms * words / 1000)


class Ending(Enum):
    """What follows the last piece."""

    WHOLE = "the proper end"
    CUT = "the connection is closed"
    SILENCE = "nothing, and the connection stays"


@dataclass(frozen=True, slots=True)
class Sent:
    """One reply."""

    pieces: tuple[bytes, ...] = ()
    """The body, piece by piece."""

    content_type: str = JSON_TYPE
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    ending: Ending = Ending.WHOLE
    has_head: bool = True
    """Whether status and headers are sent at all; without them there are no pieces either."""

    words_before: float = 0
    """The time before the first piece, in words."""

    words_each: float = 0
    """The time after each piece, in words."""


def response_to(request: Request, sent: Sent) -> Response:
    """The reply as the server sends it."""
    if not sent.has_head:
        return _Unanswered(request, sent.ending)
    body = _pieces(request, sent)
    response = StreamingResponse(body, sent.status, dict(sent.headers))
    if sent.content_type:
        response.headers["content-type"] = sent.content_type
    if sent.ending is Ending.WHOLE and not sent.words_each:
        response.headers["content-length"] = str(sum(map(len, sent.pieces)))
    return response


async def _pieces(request: Request, sent: Sent) -> AsyncIterator[bytes]:
    """Ends early when the client has gone."""
    pace: Pace = request.app.state.pace
    await pace.wait(sent.words_before)
    for piece in sent.pieces:
        yield piece
        if sent.words_each:
            await pace.wait(sent.words_each)
    if sent.ending is Ending.CUT:
        await _hang_up(request)
    elif sent.ending is Ending.SILENCE:
        await asyncio.Event().wait()


async def _hang_up(request: Request) -> None:
    """Closes the connection, after which the server's own end of the body goes nowhere."""
    connection: asyncio.Transport = request.state.connection
    while connection.get_write_buffer_size():
        await asyncio.sleep(_FLUSH_S)
    connection.close()
    await asyncio.sleep(0)


class _Unanswered(Response):
    """No status, no headers: the connection is closed, or nothing happens at all."""

    def __init__(self, request: Request, ending: Ending) -> None:
        super().__init__()
        self._request = request
        self._ending = ending

    async def __call__(self, _scope: Scope, receive: Receive, _send: Send) -> None:
        """Returns when the client has gone."""
        if self._ending is Ending.CUT:
            await _hang_up(self._request)
        while (await receive())["type"] != "http.disconnect":
            pass
