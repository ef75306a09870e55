"""The chunks of one stream, as JSON. Nearly all of them begin with the same text."""

from typing import Any

from switchboard.gateway.json_text import NotJson, read_json

# Chunks in a row that begin differently, after which no more is tried: some gateways date each.
_PATIENCE = 10


class ChunkReader:
    """Reads the keys in front of ``choices`` (id, model and so on) again only when their text has
    changed: they take half of the time that reading a chunk does."""

    def __init__(self) -> None:
        self._beginning = ""
        self._length = 0
        self._patience = _PATIENCE

    def read(self, text: str) -> Any:
        """The value; without its first keys when an earlier chunk began with the same. Raises
        ``NotJson``."""
        if self._length and text.startswith(self._beginning):
            self._patience = _PATIENCE
            return read_json("{" + text[self._length :])
        value = read_json(text)
        if self._patience:
            self._patience -= 1
            self._look_at(text)
        return value

    def _look_at(self, text: str) -> None:
        beginning = text[: max(text.find('"choices"'), 0)]
        self._length = len(beginning) if _is_plain(beginning) else 0
        self._beginning = beginning


def _is_plain(beginning: str) -> bool:
    """Whether it is an object as far as a comma of its own, and has nothing but plain values. Only
    then whatever follows means the same behind a brace."""
    try:
        head = read_json(beginning.rstrip().removesuffix(",") + "}")
    except NotJson:
        return False
    plain = all(value is None or isinstance(value, str | int | float) for value in head.values())
    return plain and "error" not in head
