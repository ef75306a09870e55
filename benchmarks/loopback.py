"""A gateway on loopback that does what an order says, and tells when: ``GET /log``.

``python -m benchmarks.loopback`` serves on a free port and prints its address.
"""

import asyncio
import json
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.answers import pieces
from benchmarks.orders import Order

MODEL = "benchmark"

_AT_ONCE = 200
"""Chunks per write when there is no rate."""


@dataclass(slots=True)
class Delivery:
    """When an answer left, in Unix seconds; ``None``: not (yet)."""

    mark: str
    first_byte_at: float | None = None
    last_byte_at: float | None = None
    closed_at: float | None = None
    """When the client was seen to be gone."""


class Loopback:
    """The server's memory: every delivery since it began."""

    def __init__(self) -> None:
        self._deliveries: list[Delivery] = []

    async def serve(self) -> None:
        """Serves until it is cancelled."""
        server = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", flush=True)
        async with server:
            await server.serve_forever()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            path, body = await _read_request(reader)
            if path.endswith("/chat/completions"):
                await self._stream(json.loads(body), reader, writer)
            elif path.endswith("/log"):
                _write_json(writer, [asdict(delivery) for delivery in self._deliveries])
            else:
                _write_json(writer, {"object": "list", "data": [{"id": MODEL, "object": "model"}]})
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client left, which is what some benchmarks are about
        finally:
            writer.close()

    async def _stream(
        self, request: Any, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        order = Order.read(_last_user_text(request))
        delivery = Delivery(order.mark)
        self._deliveries.append(delivery)
        watch = asyncio.create_task(_note_end(reader, delivery))
        try:
            await _deliver(order, delivery, writer)
        finally:
            writer.close()
            await watch


async def _read_request(reader: asyncio.StreamReader) -> tuple[str, bytes]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    lengths = [
        int(line.split(":")[1])
        for line in head.splitlines()
        if line.lower().startswith("content-length:")
    ]
    return head.split(" ")[1], await reader.readexactly(sum(lengths))


def _last_user_text(request: Any) -> str:
    said = [message["content"] for message in request["messages"] if message["role"] == "user"]
    return said[-1] if isinstance(said[-1], str) else said[-1][0]["text"]


async def _note_end(reader: asyncio.StreamReader, delivery: Delivery) -> None:
    with suppress(ConnectionError):  # a reset is an end too
        await reader.read()
    delivery.closed_at = time.time()


async def _deliver(order: Order, delivery: Delivery, writer: asyncio.StreamWriter) -> None:
    events = [_event({"content": piece}) for piece in pieces(order)]
    events += [_event({}, finish_reason="stop"), _framed("data: [DONE]\n\n")]
    if order.silent_after >= 0:
        events = events[: order.silent_after]
    writer.write(_HEAD)
    delivery.first_byte_at = time.time()
    await (_in_time(events, order.rate, writer) if order.rate else _at_once(events, writer))
    delivery.last_byte_at = time.time()
    while order.silent_after >= 0 and delivery.closed_at is None:
        await asyncio.sleep(0.005)
    writer.write(b"0\r\n\r\n")


async def _at_once(events: list[bytes], writer: asyncio.StreamWriter) -> None:
    for start in range(0, len(events), _AT_ONCE):
        writer.write(b"".join(events[start : start + _AT_ONCE]))
        await writer.drain()


async def _in_time(events: list[bytes], rate: float, writer: asyncio.StreamWriter) -> None:
    began, sent = time.monotonic(), 0
    while sent < len(events):
        due = 1 + int((time.monotonic() - began) * rate)
        writer.write(b"".join(events[sent:due]))
        sent = max(sent, due)
        await writer.drain()
        await asyncio.sleep(max(0.0, began + sent / rate - time.monotonic()))


_HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
    b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
)


def _event(delta: dict[str, str], finish_reason: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    chunk = {
        "id": "chatcmpl-benchmark",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": MODEL,
        "choices": [choice],
    }
    return _framed(f"data: {json.dumps(chunk)}\n\n")


def _framed(text: str) -> bytes:
    data = text.encode()
    return b"%x\r\n%b\r\n" % (len(data), data)


def _write_json(writer: asyncio.StreamWriter, value: object) -> None:
    body = json.dumps(value).encode()
    writer.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
        b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
    )


if __name__ == "__main__":
    asyncio.run(Loopback().serve())
