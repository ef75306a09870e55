"""Takes keys that a gateway echoes in part out of its errors, before anybody reads or keeps them.

A refusal shows the key it refuses by its first and last characters (``sk-ab***wxyz``), which no
search for the whole key finds. Only errors are searched: what a model writes passes as it is.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from switchboard.errors import GatewayError
from switchboard.gateway.masking import mask

_LONGEST_HELD = 1024 * 1024
_ERROR = re.compile(rb'"error"\s*:\s*(?!null|[\s"])|"error"\s*:\s*"')


def without_echoes(pieces: Iterable[bytes], *, status: int) -> Iterator[bytes]:
    """The pieces of a body. Of a refusal everything is held back until it ends, of any other body
    a line that has not ended, which nobody could read yet; of either at most 1 MiB."""
    if status >= 400:
        return _held(pieces, complete=lambda _: 0, masked=_masked)
    return _held(pieces, complete=_whole_lines, masked=_Lines().masked)


def _held(
    pieces: Iterable[bytes], *, complete: Callable[[bytes], int], masked: Callable[[bytes], bytes]
) -> Iterator[bytes]:
    """Gives what ``complete`` bytes of a piece, and what was held before them, amount to."""
    held: list[bytes] = []
    try:
        for piece in pieces:
            end = complete(piece)
            if not end and sum(map(len, held)) + len(piece) > _LONGEST_HELD:
                end = len(piece)
            if end:
                yield masked(b"".join([*held, piece[:end]]) if held else piece[:end])
                held = []
            if end < len(piece):
                held.append(piece[end:])
    except GatewayError:
        if held:
            yield masked(b"".join(held))
        raise
    if held:
        yield masked(b"".join(held))


def _whole_lines(piece: bytes) -> int:
    if piece.endswith(b"\n"):
        return len(piece)
    return max(piece.rfind(b"\n"), piece.rfind(b"\r")) + 1


def _masked(text: bytes) -> bytes:
    return mask(text.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")


class _Lines:
    """The lines of a body that is no refusal; some of them may tell of an error."""

    def __init__(self) -> None:
        self._is_error_event = False
        self._after_cr = False

    def masked(self, text: bytes) -> bytes:
        """Whole lines, with those masked that tell of an error."""
        after_cr, self._after_cr = self._after_cr, text.endswith(b"\r")
        if not self._is_error_event and _are_chunks(text):
            return text
        lines = text.splitlines(keepends=True)
        if after_cr and lines[0] == b"\n":  # The other half of a line end, and no blank line.
            return b"\n" + b"".join(map(self._line, lines[1:]))
        return b"".join(map(self._line, lines))

    def _line(self, line: bytes) -> bytes:
        if line.startswith(b"event:"):
            self._is_error_event = line[6:].strip() == b"error"
        elif not line.strip():
            self._is_error_event = False
        return _masked(line) if self._is_error_event or _is_error(line) else line


def _are_chunks(text: bytes) -> bool:
    """Whether the lines are plainly nothing but chunks: the commonest case by far."""
    return (
        text.startswith(b"data:")
        and b'"error"' not in text
        and b"event:" not in text
        and text.count(b"data:") <= text.count(b'"choices"')
    )


def _is_error(line: bytes) -> bool:
    """Whether a line of an event stream, or a body of one line, is an object that is no answer."""
    value = line.removeprefix(b"data:").removeprefix(b" ").rstrip()
    if not value.startswith((b"{", b"[{")):
        return False
    if _ERROR.search(value):
        return True
    return b'"choices"' not in value and value.endswith((b"}", b"]"))
