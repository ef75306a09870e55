"""One step of a turn: send, read as it arrives, and say how it ended.

The only module that knows the order. It touches no store and no screen; whoever iterates does.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from switchboard.errors import GatewayError, GatewayRefusal
from switchboard.gateway import (
    Exchange,
    Failure,
    ReplyReader,
    StopSignal,
    Transport,
    Tries,
    with_step_notes,
)
from switchboard.gateway.rate_limits import limit_headers
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


@dataclass(frozen=True, slots=True)
class Waiting:
    """A try failed in a way that may pass; the next one follows by itself, unless stopped."""

    seconds: float
    until: datetime
    """UTC, aware: when the wait is over."""

    attempt: int
    """Which try comes next; 2 after the first."""

    of: int
    """How many tries there are at most."""

    because: str
    """What went wrong, as a sentence."""

    response_headers: dict[str, str] = field(default_factory=dict)
    """Of the reply that asks for the wait, secrets masked; empty when there was none."""


_ENDINGS = {
    StepStatus.FINISHED: "went through",
    StepStatus.FAILED: "failed too",
    StepStatus.STOPPED: "was stopped",
}

Event: TypeAlias = Opened | Received | Waiting | Ended


def run_step(request: ChatRequest, *, transport: Transport, stop: StopSignal) -> Iterator[Event]:
    """Sends one request and yields what happens, ``Ended`` last. Raises nothing of the world's.

    A try that is followed by another tells nothing but ``Waiting``. Of what it brought, only the
    headers on the account's limits are kept, for a last reply that has none of its own.
    """
    tries = transport.tries()
    sent_at = time.monotonic()
    while True:
        attempt = _Attempt(request, transport, stop, sent_at=sent_at, limits=tries.limits)
        yield from attempt.events(is_final=tries.is_last)
        waiting = _waiting(attempt.failure, tries)
        if waiting is None:
            break
        yield waiting
        if stop.wait(waiting.seconds):
            break
    yield from attempt.held()
    yield _ended(request, attempt, tries, stop)


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


class _Attempt:
    """One try. What it brings is held back until it cannot be undone any more."""

    def __init__(
        self,
        request: ChatRequest,
        transport: Transport,
        stop: StopSignal,
        *,
        sent_at: float,
        limits: Mapping[str, str],
    ) -> None:
        self.watch = _Stopwatch(sent_at)
        self.has_older_limits = False
        """Whether the headers it told hold limits that an earlier try brought."""

        self.error: GatewayError | None = None
        self._request = request
        self._transport = transport
        self._stop = stop
        self._limits = limits
        self._reader: ReplyReader | None = None
        self._headers: dict[str, str] = {}
        self._held: deque[Opened | Received] = deque()

    @property
    def failure(self) -> Failure | None:
        """Why it may be tried again; ``None`` when any of an answer has come, or for no reason."""
        if self.error is None or self._stop.is_set or self._has_begun or self._is_cut_json:
            return None
        return Failure(self.error, self._headers)

    @property
    def answer(self) -> Answer:
        """As far as it has come."""
        return self._reader.answer() if self._reader else Answer()

    def events(self, *, is_final: bool) -> Iterator[Opened | Received]:
        """What happens, once there is no going back: an answer has begun, or ``is_final``."""
        for event in self._read():
            if is_final or self._has_begun:
                yield from self.held()
                yield event
            else:
                self._held.append(event)

    def held(self) -> Iterator[Opened | Received]:
        """What is still held back."""
        while self._held:
            yield self._held.popleft()

    @property
    def _has_begun(self) -> bool:
        return self._reader is not None and self._reader.has_begun

    @property
    def _is_cut_json(self) -> bool:
        """Whether part of a whole reply has come; one that was a refusal had all of it."""
        is_json = self._reader is not None and self._reader.is_whole_json
        return is_json and not isinstance(self.error, GatewayRefusal)

    def _read(self) -> Iterator[Opened | Received]:
        try:
            with self._transport.stream(self._request, stop=self._stop) as exchange:
                self._reader = reader = exchange.reader()
                self._headers = exchange.headers
                yield self._opened(exchange, reader)
                yield from self._pieces(exchange, reader)
            if not self._stop.is_set:
                reader.close()
        except GatewayError as error:
            self.error = error

    def _opened(self, exchange: Exchange, reader: ReplyReader) -> Opened:
        own = limit_headers(exchange.headers)
        self.has_older_limits = bool(self._limits) and not own
        headers = exchange.headers if own else {**exchange.headers, **self._limits}
        return Opened(exchange.status, exchange.request_headers, headers, reader)

    def _pieces(self, exchange: Exchange, reader: ReplyReader) -> Iterator[Received]:
        for piece in exchange.pieces():
            self.watch.saw_byte()
            try:
                reader.feed(piece)
            finally:
                if reader.has_visible:
                    self.watch.saw_token()
                yield Received(piece, self.watch.timing)


def _waiting(failure: Failure | None, tries: Tries) -> Waiting | None:
    seconds = tries.wait_after(failure) if failure else None
    if failure is None or seconds is None:
        return None
    return Waiting(
        seconds=seconds,
        until=datetime.now(UTC) + timedelta(seconds=seconds),
        attempt=tries.number,
        of=tries.most,
        because=failure.error.message,
        response_headers=dict(failure.headers),
    )


def _ended(request: ChatRequest, attempt: _Attempt, tries: Tries, stop: StopSignal) -> Ended:
    error = None if stop.is_set else attempt.error
    answer = attempt.answer if error else with_step_notes(request, attempt.answer)
    status = StepStatus.FINISHED if error is None else StepStatus.FAILED
    if stop.is_set and not answer.complete:
        status = StepStatus.STOPPED
    if note := tries.note(_ENDINGS[status], has_older_limits=attempt.has_older_limits):
        answer = replace(answer, notes=(note, *answer.notes))
    fault = _told(fault_of(error), tries) if error else None
    return Ended(status, attempt.watch.end(), answer, fault)


def _told(fault: Fault, tries: Tries) -> Fault:
    """The fault, which is often shown without the answer and its notes."""
    if tries.number == 1:
        return fault
    so_far = f"This was try {tries.number} of {tries.most}."
    return replace(fault, advice=f"{so_far} {fault.advice}".strip())


class _Stopwatch:
    """Milliseconds since ``sent_at``, when the first try was sent, on the monotonic clock."""

    def __init__(self, sent_at: float) -> None:
        self._start = sent_at
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
