"""The chunks of one stream, as JSON. Nearly all of them begin with the same text."""

from typing import Any, cast

from switchboard.gateway.json_text import NotJson, read_json, read_json_at

# Chunks in a row that begin differently, after which no more is tried: some gateways date each.
_PATIENCE = 10
_CHOICES = '"choices":'


class ChunkReader:
    """Reads the keys in front of ``choices`` (id, model and so on) again only when their text has
    changed: they take half of the time that reading a chunk does."""

    def __init__(self) -> None:
        self._beginning = ""
        self._length = 0
        self._patience = _PATIENCE

    def read(self, text: str) -> Any:
        """The value; without the keys in front of ``choices`` when an earlier chunk began with the
        same. Raises ``NotJson``."""
        if self._length and text.startswith(self._beginning):
            try:
                choices, end = read_json_at(text, self._length)
                rest = text[end:]
                value = {"choices": choices} if rest == "}" else _with_rest(choices, rest)
            except NotJson:
                return read_json(text)  # Such as white space where the earlier one had none.
            self._patience = _PATIENCE
            return value
        value = read_json(text)
        if self._patience:
            self._patience -= 1
            self._look_at(text)
        return value

    def _look_at(self, text: str) -> None:
        before, found, after = text.partition(_CHOICES)
        spaces = len(after) - len(after.lstrip())
        self._beginning = before + found + after[:spaces]
        self._length = len(self._beginning) if found and _is_plain(before) else 0


def _is_plain(before: str) -> bool:
    """Whether it is an object as far as a comma of its own, and has nothing but plain values. Only
    then whatever follows means the same behind any such beginning."""
    try:
        head = read_json(before.rstrip().removesuffix(",") + "}")
    except NotJson:
        return False
    plain = all(value is None or isinstance(value, str | int | float) for value in head.values())
    return plain and "error" not in head


def _with_rest(choices: Any, rest: str) -> dict[str, Any]:
    """The choices with the keys after them, from where their value ends."""
    rest = rest.lstrip()
    if rest[:1] == "," and (more := read_json("{" + rest[1:])):
        more.setdefault("choices", choices)  # Of a key that is there twice, the later one counts.
        return cast(dict[str, Any], more)
    if rest.strip() != "}":
        raise NotJson("no end of an object")
    return {"choices": choices}
