"""One step of a turn: send, read as it arrives, and say how it ended.

The only module that knows the order. It touches no store and no screen; whoever iterates does.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from switchboard.errors import GatewayError
from switchboard.gateway import Exchange, ReplyReader, StopSignal, Transport, with_step_notes
from switchboard.messages import Answer
from switchboard.runs import Fault, StepStatus, Timing
from switchboard.wire import ChatRequest


@dataclass(frozen=True, slots=True)
class Opened:
    """The gateway has answered with a status; the body follows."""

    http_status: int
    request_headers: dict[str, str]
    response_headers: dict[str, str]
    reader: ReplyReader
    """Where the answer grows; ``reader.answer()`` may be called from any thread at any time."""


@dataclass(frozen=True, slots=True)
class Received:
    """A piece of the body, exactly as it came and already read."""

    piece: bytes
    timing: Timing


@dataclass(frozen=True, slots=True)
class Ended:
    """Nothing more will come. Always the last event, and there is always one."""

    status: StepStatus
    timing: Timing
    answer: Answer = field(default_factory=Answer)
    fault: Fault | None = None


Event: TypeAlias = Opened | Received | Ended


def run_step(
    request: ChatRequest, *, transport: Transport, stop: StopSignal
) -> Iterator[Opened | Received | Ended]:
    """Sends one request and yields what happens, ``Ended`` last. Raises nothing of the world's."""
    watch = _Stopwatch()
    reader: ReplyReader | None = None
    try:
        with transport.stream(request, stop=stop) as exchange:
            reader = exchange.reader()
            yield _opened(exchange, reader)
            for piece in exchange.pieces():
                watch.saw_byte()
                try:
                    reader.feed(piece)
                finally:
                    if reader.has_visible:
                        watch.saw_token()
                    yield Received(piece, watch.timing)
        if not stop.is_set:
            reader.close()
    except GatewayError as error:
        yield _ended(watch, reader, fault=None if stop.is_set else fault_of(error), stop=stop)
        return
    ended = _ended(watch, reader, fault=None, stop=stop)
    yield replace(ended, answer=with_step_notes(request, ended.answer))


def fault_of(error: GatewayError) -> Fault:
    """The error as it is kept."""
    return Fault(
        kind=type(error).__name__,
        message=error.message,
        advice=error.advice,
        status=error.status,
        type=error.type,
        param=error.param,
        code=error.code,
        body=error.body,
    )


def _opened(exchange: Exchange, reader: ReplyReader) -> Opened:
    return Opened(exchange.status, exchange.request_headers, exchange.headers, reader)


def _ended(
    watch: _Stopwatch, reader: ReplyReader | None, *, fault: Fault | None, stop: StopSignal
) -> Ended:
    status = StepStatus.FINISHED if fault is None else StepStatus.FAILED
    answer = reader.answer() if reader else Answer()
    if stop.is_set and not answer.complete:
        status = StepStatus.STOPPED
    return Ended(status, watch.end(), answer, fault)


class _Stopwatch:
    """Milliseconds since the request was sent."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self.timing = Timing()

    def saw_byte(self) -> None:
        if self.timing.first_byte_ms is None:
            self.timing = replace(self.timing, first_byte_ms=self._now())

    def saw_token(self) -> None:
        if self.timing.first_token_ms is None:
            self.timing = replace(self.timing, first_token_ms=self._now())

    def end(self) -> Timing:
        self.timing = replace(self.timing, total_ms=self._now())
        return self.timing

    def _now(self) -> float:
        return (time.monotonic() - self._start) * 1000
