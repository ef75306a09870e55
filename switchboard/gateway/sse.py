"""Bytes to server-sent events, however they are cut. Does no I/O.

Source: WHATWG HTML Living Standard, "Server-sent events", plus one leniency named below.
"""

import json
import re
from typing import TypeAlias

# Only these three end a line. str.splitlines() also splits at U+2028 and U+0085, which may stand
# unescaped inside a JSON string, so split the bytes first and decode after.
_LINE_END = re.compile(rb"\r\n|\n|\r")
_BOM = b"\xef\xbb\xbf"
_DONE = "[DONE]"


SseEvent: TypeAlias = tuple[str, str]
"""One event: its type, empty where none was given, and its data. A bare tuple, because a stream
makes one per chunk and a named one takes a quarter of the time that reading the chunk does."""


class SseDecoder:
    """Feed it pieces of a stream; it gives the events that have become complete."""

    def __init__(self) -> None:
        self._held: list[bytes] = []
        self._after_cr = False
        self._at_start = True
        self._is_between_events = False
        self._kind = ""
        self._data: list[str] = []
        self._has_no_blank_lines = False
        self.repairs: set[str] = set()
        """What was mended: ``invalid utf-8``, ``no blank lines``."""

    def feed(self, piece: bytes) -> list[SseEvent]:
        """The events that this piece completes, in order."""
        events = self._feed(piece)
        self._is_between_events = not (self._held or self._data or self._kind or self._after_cr)
        return events

    def feed_one(self, piece: bytes) -> str | None:
        """The data of a piece that is exactly one event of one line, as most gateways send them;
        for any other piece ``None``, and it has to be given to ``feed``."""
        return _only_data(piece) if self._is_between_events else None

    def _feed(self, piece: bytes) -> list[SseEvent]:
        if self._after_cr and piece.startswith(b"\n"):
            piece = piece[1:]
            self._after_cr = False
        if not piece:
            return []
        if (plain := self._plain_events(piece)) is not None:
            return plain
        self._after_cr = piece.endswith(b"\r")
        return self._read(self._whole_lines(piece))

    def close(self) -> list[SseEvent]:
        """What a stream without a last blank line, or a last line end, still held.

        The standard drops such an event; gateways do send the last one like this.
        """
        rest = b"".join(self._held)
        self._held = []
        events = self._read([rest]) if rest else []
        self._dispatch(events)
        return events

    def _plain_events(self, piece: bytes) -> list[SseEvent] | None:
        """The events of a piece whose events are one line of data each, split in one go; ``None``
        for any other piece. Nearly all are like this, and reading line by line costs four times
        as much."""
        if self._data or self._kind or b"\r" in piece:
            return None
        end = len(piece) if piece.endswith(b"\n\n") else piece.rfind(b"\n\n") + 2
        rest = piece[end:]
        if end < 2 or b"\n" in rest:
            return None
        texts = _plain_data(b"".join([*self._held, piece[:end]]) if self._held else piece[:end])
        if texts:
            self._at_start = False
            self._held = [rest] if rest else []
        return [("", text) for text in texts] or None

    def _whole_lines(self, piece: bytes) -> list[bytes]:
        lines = _LINE_END.split(piece) if b"\r" in piece else piece.split(b"\n")
        if len(lines) == 1:
            self._held.append(piece)
            return []
        if self._held:
            lines[0] = b"".join([*self._held, lines[0]])
        self._held = [lines.pop()]
        return lines

    def _read(self, lines: list[bytes]) -> list[SseEvent]:
        events: list[SseEvent] = []
        if self._at_start and lines:
            self._at_start = False
            lines[0] = lines[0].removeprefix(_BOM)
        for line in lines:
            if not line:
                if self._data or self._kind:
                    self._dispatch(events)
            elif line.startswith(b"data:"):
                text = self._decode(line[6:] if line.startswith(b"data: ") else line[5:])
                if self._data or self._has_no_blank_lines:
                    self._go_on(text, events)
                else:
                    self._data.append(text)
            else:
                self._read_field(line)
        return events

    def _go_on(self, text: str, events: list[SseEvent]) -> None:
        """Takes a line of data that follows another: of the same event, unless the first was JSON
        by itself, which cannot be the first of several lines of one JSON text. Gateways that leave
        out the blank lines are read like this, and nothing legal is lost."""
        if len(self._data) == 1 and _is_whole(self._data[0]):
            self._has_no_blank_lines = True
            self.repairs.add("no blank lines")
            self._dispatch(events)
        self._data.append(text)
        if self._has_no_blank_lines and _is_whole(text):
            self._dispatch(events)

    def _read_field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        if name == b"event":
            self._kind = self._decode(value.removeprefix(b" "))
        elif name == b"data":  # A line that is only the word: an empty line of data.
            self._data.append("")

    def _decode(self, raw: bytes) -> str:
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            self.repairs.add("invalid utf-8")
            return raw.decode("utf-8", "replace")

    def _dispatch(self, events: list[SseEvent]) -> None:
        data = self._data
        if data:
            events.append((self._kind, data[0] if len(data) == 1 else "\n".join(data)))
            self._data = []
        self._kind = ""


def _only_data(piece: bytes) -> str | None:
    # In the order of what is cheapest to look at: this is done for every piece.
    try:
        text = piece.decode()
    except UnicodeDecodeError:
        return None
    end = len(text) - 2
    if text.find("\n") != end or text[-1] != "\n" or text[:6] != "data: " or "\r" in text:
        return None
    return text[6:end]


def _plain_data(events: bytes) -> list[str]:
    """The data of each event; nothing unless all are one line of data and a blank one."""
    if not events.startswith(b"data: "):
        return []
    try:
        text = events.decode("utf-8")
    except UnicodeDecodeError:
        return []
    line_ends = text.count("\n")
    texts = [text[6:-2]] if line_ends == 2 else text[6:-2].split("\n\ndata: ")
    return texts if line_ends == 2 * len(texts) else []


def _is_whole(text: str) -> bool:
    text = text.strip()
    if text == _DONE:
        return True
    if not text.startswith("{") or not text.endswith("}"):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
