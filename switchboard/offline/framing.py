"""How a stream's chunks become events; the plain way is the reference's."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from switchboard.wire import Json, JsonObject


@dataclass(frozen=True, slots=True)
class Framing:
    """One way to write events."""

    start: bytes = b""
    """Before everything."""

    before: bytes = b""
    """Before each event."""

    field: bytes = b"data: "
    line_end: bytes = b"\n"
    has_blank_lines: bool = True
    has_done: bool = True
    has_last_blank: bool = True

    def pieces(self, chunks: Iterable[JsonObject]) -> Iterator[bytes]:
        """Each event by itself, ``[DONE]`` last."""
        texts = [_compact(chunk) for chunk in chunks] + [b"[DONE]"] * self.has_done
        for place, text in enumerate(texts):
            start = b"" if place else self.start
            is_last = place == len(texts) - 1
            ends = 1 + (self.has_blank_lines and (self.has_last_blank or not is_last))
            yield start + self.before + self.field + text + self.line_end * ends


PLAIN = Framing()


def _compact(chunk: Json) -> bytes:
    return json.dumps(chunk, ensure_ascii=False, separators=(",", ":")).encode()
