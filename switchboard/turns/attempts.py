"""One try of a request."""

from collections import deque
from collections.abc import Iterator, Mapping

from switchboard.errors import GatewayError, GatewayRefusal
from switchboard.gateway import Exchange, Failure, ReplyReader, StopSignal, Transport
from switchboard.gateway.rate_limits import limit_headers
from switchboard.messages import Answer
from switchboard.turns.events import Opened, Received
from switchboard.turns.stopwatch import Stopwatch
from switchboard.wire import ChatRequest


class Attempt:
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
        self.watch = Stopwatch(sent_at)
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
        goes_out = is_final
        for event in self._read():
            goes_out = goes_out or self._has_begun
            if goes_out:
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
                if not self.watch.has_seen_token and reader.has_visible:
                    self.watch.saw_token()
                yield Received(piece, self.watch.timing)
