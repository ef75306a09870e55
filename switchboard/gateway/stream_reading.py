"""An event stream, read into an assembly."""

from collections.abc import Iterable
from typing import Any

from switchboard.errors import GatewayError, ReplyUnreadable, StreamBroken
from switchboard.gateway import notes as said
from switchboard.gateway.assembly import ReplyAssembly
from switchboard.gateway.chunk_reading import ChunkReader
from switchboard.gateway.json_text import NotJson, read_what_can_be_kept
from switchboard.gateway.refusals import attempt_in, fault_in, kept_body
from switchboard.gateway.sse import SseDecoder, SseEvent
from switchboard.gateway.surrogates import may_hold_halves

_DONE = "[DONE]"
_LONGEST_SHOWN = 2_000
_KEPT = 4 * _LONGEST_SHOWN  # Bytes of a character, at most four.
_REPAIRS = {
    "invalid utf-8": said.NOT_UTF8,
    "no blank lines": said.NO_BLANK_LINES,
}


class StreamReading:
    """Bytes of an event stream in; the assembly grows."""

    def __init__(self, assembly: ReplyAssembly, secrets: Iterable[str]) -> None:
        self._assembly = assembly
        self._secrets = tuple(secrets)
        self._decoder = SseDecoder()
        self._chunks = ChunkReader()
        self._start = b""
        self._is_done = False
        self._fault: GatewayError | None = None

    def feed(self, piece: bytes) -> None:
        """Reads all of the piece, then raises ``StreamFault`` if an error was in it, so that text
        which came along with the error is not lost."""
        before = self._fault
        if len(self._start) <= _KEPT:
            self._start += piece
        if (only := self._decoder.feed_one(piece)) is not None:
            self._take("", only)
        else:
            for kind, text in self._decoder.feed(piece):
                self._take(kind, text)
            self._note_repairs()
        if self._fault is not None and before is None:
            raise self._fault

    def close(self) -> None:
        """The body has ended. Raises ``StreamBroken`` when the answer had not."""
        self._take_last(self._decoder.close())
        self._note_repairs()
        if self._fault is not None:
            raise self._fault
        assembly = self._assembly
        if not assembly.has_substance and (self._is_done or not assembly.has_choices):
            raise self._empty()
        if not (self._is_done or assembly.has_finish):
            raise _broken()
        if not self._is_done:
            assembly.notes.add(said.NO_DONE)
        assembly.end()

    def _empty(self) -> ReplyUnreadable:
        """Shows what came instead: a key is masked before the text is cut, which might cut it."""
        shown = kept_body(self._start.decode("utf-8", "replace"), self._secrets)
        cut = "…" if len(shown) > _LONGEST_SHOWN else ""
        return ReplyUnreadable(
            "The gateway sent an empty reply: a stream without any part of an answer.",
            advice="Try again, or try without streaming.",
            body=shown[:_LONGEST_SHOWN] + cut,
        )

    def _note_repairs(self) -> None:
        for repair in sorted(self._decoder.repairs):
            self._assembly.notes.add(_REPAIRS[repair])

    def _take_last(self, events: list[SseEvent]) -> None:
        """What no blank line ended: whole, when the gateway left the line out; else torn off."""
        for kind, text in events:
            if kind != "error" and _is_torn(text):
                self._assembly.notes.add(said.TORN_EVENT)
            else:
                self._assembly.notes.add(said.NO_FINAL_BLANK)
                self._take(kind, text)

    def _take(self, kind: str, text: str) -> None:
        try:
            chunk = self._read(text)
        except NotJson:
            self._take_words(kind, text)
            return
        if not isinstance(chunk, dict):
            self._take_odd(chunk, kind, text)
            return
        if "\\" in text and may_hold_halves(text):
            self._assembly.may_hold_halves = True
        self._assembly.take(chunk)
        if kind or "error" in chunk or "choices" not in chunk:
            self._look_for_error(chunk, kind, text)
        if self._assembly.error_in_choice:
            self._fail(self._assembly.error_in_choice, text)

    def _read(self, text: str) -> Any:
        try:
            return self._chunks.read(text)
        except NotJson:
            value = read_what_can_be_kept(text)
        self._assembly.notes.add(said.TOO_LARGE)
        return value

    def _look_for_error(self, chunk: dict[str, Any], kind: str, text: str) -> None:
        if kind == "error" or chunk.get("error") or ("choices" not in chunk and _is_error(chunk)):
            self._fail(chunk, text)

    def _take_odd(self, value: Any, kind: str, text: str) -> None:
        if kind == "error" or (isinstance(value, list) and value and _is_error(value[0])):
            self._fail(value, text)
        elif value:
            self._assembly.notes.add(said.NOT_CHUNKS)

    def _take_words(self, kind: str, text: str) -> None:
        text = text.strip()
        if text == _DONE:
            self._is_done = True
        elif kind == "error":
            self._fail(text, text)
        elif text.startswith(":"):
            self._assembly.notes.add(said.DATA_KEEP_ALIVE)
        elif text:
            self._assembly.notes.add(said.NOT_CHUNKS)

    def _fail(self, value: Any, text: str) -> None:
        if self._fault is None:
            self._fault = fault_in(value, text, self._secrets)
            if attempt := attempt_in(self._fault):
                self._assembly.notes.add(said.failed_generation(attempt))


def _is_torn(text: str) -> bool:
    try:
        read_what_can_be_kept(text)
    except NotJson:
        return text.strip() not in ("", _DONE)
    return False


def _is_error(value: Any) -> bool:
    """An error object that has no ``error`` key: vLLM's, FastAPI's, DashScope's."""
    if not isinstance(value, dict):
        return False
    if value.get("error") or value.get("object") == "error" or value.get("type") == "error":
        return True
    return bool(value.get("detail")) or bool(value.get("message") and "code" in value)


def _broken() -> StreamBroken:
    return StreamBroken(
        "The stream ended before the answer did; what had arrived is kept.",
        advice="Try again.",
    )
