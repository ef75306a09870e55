"""A whole reply of which only a part has arrived, read as far as that goes."""

import codecs
from collections.abc import Callable

from switchboard.gateway import notes as said
from switchboard.gateway.assembly import ReplyAssembly
from switchboard.gateway.cut_json import arrived_value
from switchboard.gateway.surrogates import may_hold_halves


class CutReading:
    """Reads again only when more has arrived, as it is asked for while the reply still comes."""

    def __init__(self, make_id: Callable[[], str]) -> None:
        self._make_id = make_id
        self._length = 0
        self._assembly: ReplyAssembly | None = None

    def read(self, pieces: list[bytes], length: int) -> ReplyAssembly | None:
        """What the pieces hold of an answer, ``None`` when there is nothing to see in them.
        ``length`` is that of all pieces together."""
        if length != self._length:
            self._length = length
            self._assembly = self._read(b"".join(pieces))
        return self._assembly

    def _read(self, body: bytes) -> ReplyAssembly | None:
        # Not final: half a character at the end is left out.
        text = codecs.getincrementaldecoder("utf-8-sig")("replace").decode(body)
        value = arrived_value(text)
        if not isinstance(value, dict):
            return None
        assembly = ReplyAssembly(self._make_id)
        assembly.may_hold_halves = may_hold_halves(text)
        assembly.take(value, whole=True)
        assembly.notes.add(said.CUT_WHOLE)
        return assembly if assembly.has_visible else None
