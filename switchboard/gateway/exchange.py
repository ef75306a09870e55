"""One request under way: its status, its headers, and the body as it arrives."""

from collections.abc import Iterator
from contextlib import ExitStack
from types import TracebackType

import requests

from switchboard.gateway.byte_mask import masked_pieces
from switchboard.gateway.echoes import without_echoes
from switchboard.gateway.line import Line
from switchboard.gateway.masking import masked_headers, masked_sent_headers
from switchboard.gateway.mishaps import NETWORK_ERRORS, reading_error
from switchboard.gateway.replies import ReplyReader
from switchboard.gateway.stop import StopSignal
from switchboard.settings import Timeouts

_PIECE = 65_536


class Exchange:
    """A reply whose headers have arrived. A context manager: leaving it closes the connection."""

    def __init__(
        self,
        response: requests.Response,
        line: Line,
        *,
        stop: StopSignal,
        timeouts: Timeouts,
        secrets: tuple[str, ...],
    ) -> None:
        self.status = response.status_code
        self.headers = masked_headers(dict(response.headers), secrets)
        self.request_headers = masked_sent_headers(_sent_headers(response), secrets)
        self.content_type = response.headers.get("content-type", "")
        self.location = response.headers.get("location", "")
        """Where a redirect points; it is never followed."""

        self._response = response
        self._line = line
        self._timeouts = timeouts
        self._secrets = secrets
        self._closing = ExitStack()
        self._closing.callback(response.close)
        self._closing.enter_context(stop.telling(self.stop))

    def reader(self) -> ReplyReader:
        """A reader for this reply."""
        return ReplyReader(
            status=self.status,
            content_type=self.content_type,
            secrets=self._secrets,
            location=self.location,
            url=self._response.url or "",
        )

    def pieces(self) -> Iterator[bytes]:
        """The body as it arrives; ends quietly after ``stop``. Raises ``GatewayTimeout`` on silence
        and ``StreamBroken`` on a cut connection. A key that the gateway echoes is masked, in its
        errors also what only looks like a part of one."""
        whole_keys_masked = masked_pieces(self._raw_pieces(), self._secrets)
        return without_echoes(whole_keys_masked, status=self.status)

    def _raw_pieces(self) -> Iterator[bytes]:
        received = 0
        self._line.allow_until(self._timeouts.first_byte_s)
        try:
            while not self._line.is_shut and (piece := self._read()):
                if not received:
                    self._line.allow_silence(self._timeouts.silence_s)
                received += len(piece)
                yield piece
        except NETWORK_ERRORS as error:
            if not self._line.is_shut:
                url = self._response.url or ""
                raise reading_error(
                    error, url, received=received, timeouts=self._timeouts
                ) from error

    def stop(self) -> None:
        """Ends the exchange from any thread, at once, also while the gateway is silent."""
        self._line.shut()

    def close(self) -> None:
        """Closes the connection; harmless when called again."""
        self._closing.close()

    def __enter__(self) -> "Exchange":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _read(self) -> bytes:
        # read1 gives what is there. iter_content and iter_lines wait for a full buffer, which on
        # a body without chunked transfer means for the end of the stream (measured).
        return self._response.raw.read1(_PIECE, decode_content=True) or b""


def _sent_headers(response: requests.Response) -> dict[str, str]:
    return {name: _text(value) for name, value in response.request.headers.items()}


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value
