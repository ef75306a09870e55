"""The bytes of one reply, in whatever form, to one answer. Does no I/O."""

import threading
from collections.abc import Callable
from dataclasses import replace

from switchboard.errors import GatewayError, ReplyUnreadable
from switchboard.gateway import notes as said
from switchboard.gateway.assembly import ReplyAssembly
from switchboard.gateway.call_assembly import new_call_id
from switchboard.gateway.cut_reading import CutReading
from switchboard.gateway.page_advice import advice_on_address, advice_on_page
from switchboard.gateway.refusals import attempt_in, kept_body, redirect_of, refusal_of, title_of
from switchboard.gateway.reply_forms import PADDING, Form, form_of, kind_of
from switchboard.gateway.stream_reading import StreamReading
from switchboard.gateway.surrogates import mended
from switchboard.gateway.whole_reading import read_whole
from switchboard.messages import Answer

_LONGEST_WHOLE = 64 * 1024 * 1024


class ReplyReader:
    """Feed it the body as it arrives, then close it. ``answer`` may be called from any thread.

    ``url`` is where the request was sent, empty for a recording.
    """

    def __init__(
        self,
        *,
        status: int,
        content_type: str,
        secrets: tuple[str, ...] = (),
        location: str = "",
        url: str = "",
        make_id: Callable[[], str] = new_call_id,
    ) -> None:
        self.received = 0
        """Bytes of the body so far."""

        self._status = status
        self._content_type = content_type
        self._secrets = secrets
        self._location = location
        self._url = url
        self._lock = threading.Lock()
        self._assembly = ReplyAssembly(make_id)
        self._cut = CutReading(make_id)
        self._stream: StreamReading | None = None
        self._form: Form | None = None
        self._start = b""
        self._is_closed = False
        self._body: list[bytes] = []

    @property
    def has_visible(self) -> bool:
        """Whether text, reasoning or a call's name has arrived."""
        return self._assembly.has_visible

    @property
    def has_begun(self) -> bool:
        """Whether anything of an answer has been read, visible or not."""
        return self._assembly.has_begun

    @property
    def is_whole_json(self) -> bool:
        """Whether the body is JSON, of which nothing is read before all of it is there."""
        return self._form is Form.JSON

    def feed(self, data: bytes) -> None:
        """Reads a piece. Raises ``StreamFault`` for an error inside a stream that began well; what
        had arrived stays in ``answer()``."""
        self._lock.acquire()  # ``with`` takes twice as long, and this is done for every piece.
        try:
            self.received += len(data)
            if self._stream is not None:
                self._stream.feed(data)
            else:
                self._collect(data)
        finally:
            self._lock.release()

    def close(self) -> None:
        """The body has ended. Raises ``GatewayRefusal``, ``ReplyUnreadable`` or ``StreamBroken``
        when it was no whole answer; what had arrived stays in ``answer()``. Closing again does
        nothing."""
        with self._lock:
            if self._is_closed:
                return
            self._is_closed = True
            if self._stream is not None:
                self._stream.close()
            else:
                self._close_and_note(b"".join(self._body))

    def answer(self) -> Answer:
        """The answer as far as it has arrived; ``complete`` only after a close without an error."""
        with self._lock:
            assembly = self._cut_assembly() or self._assembly
            answer = assembly.read()
            if assembly is not self._assembly:
                notes = self._assembly.read().notes
                answer = replace(answer, notes=(*notes, *answer.notes))
        if assembly.may_hold_halves:
            answer = mended(answer, note=said.LONE_SURROGATES)
        return answer

    def _cut_assembly(self) -> ReplyAssembly | None:
        """What had arrived of JSON that is not whole, or not yet."""
        if self._form is not Form.JSON or self._assembly.has_choices:
            return None
        return self._cut.read(self._body, self.received)

    def _collect(self, data: bytes) -> None:
        self._body.append(data)
        if self.received > _LONGEST_WHOLE:
            raise self._unreadable("The gateway's reply is too long to read.", data)
        if self._form is None and self._status < 300:
            self._start = (self._start + data).lstrip(PADDING)[:16]
            self._form = form_of(self._start, self._content_type)
            if self._form is Form.STREAM:
                self._start_stream()

    def _start_stream(self) -> None:
        if "event-stream" not in self._content_type.lower():
            self._assembly.notes.add(said.STREAM_FOR_JSON)
        self._stream = StreamReading(self._assembly, self._secrets)
        body, self._body = b"".join(self._body), []
        self._stream.feed(body)

    def _close_and_note(self, body: bytes) -> None:
        try:
            self._close_whole(body)
        except GatewayError as error:
            if attempt := attempt_in(error):
                self._assembly.notes.add(said.failed_generation(attempt))
            raise

    def _close_whole(self, body: bytes) -> None:
        if self._status >= 400:
            raise refusal_of(self._status, body, self._secrets, url=self._url)
        if self._status >= 300:
            raise redirect_of(self._status, self._location, body, self._secrets)
        if self._form is not Form.JSON:
            raise self._no_reply(body)
        self._note_label()
        read_whole(self._assembly, body, status=self._status, secrets=self._secrets, url=self._url)

    def _note_label(self) -> None:
        """Says so when JSON came as something else; no label at all is no wrong one."""
        kind = kind_of(self._content_type)
        if "event-stream" in kind:
            self._assembly.notes.add(said.JSON_FOR_STREAM)
        elif kind and "json" not in kind:
            self._assembly.notes.add(said.json_labelled(kind))

    def _no_reply(self, body: bytes) -> GatewayError:
        if not body.strip():
            return self._unreadable("The gateway sent an empty reply.", body, advice="Try again.")
        if self._form is Form.PAGE:
            title = title_of(body.decode("utf-8", "replace"))
            named = f" titled {title!r}" if title else ""
            return self._unreadable(
                f"The gateway sent a web page{named} instead of an answer.",
                body,
                advice=advice_on_page(title, self._url),
            )
        return self._unreadable(
            "The gateway sent plain text instead of an answer.",
            body,
            advice=advice_on_address(self._url),
        )

    def _unreadable(self, message: str, body: bytes, *, advice: str = "") -> ReplyUnreadable:
        text = kept_body(body.decode("utf-8", "replace"), self._secrets)
        return ReplyUnreadable(message, advice=advice, status=self._status, body=text)
