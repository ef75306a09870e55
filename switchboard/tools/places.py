"""Where in a JSON text a path is, for showing a problem in the editor."""

from dataclasses import dataclass
from json import JSONDecoder
from re import compile as pattern

from switchboard.problems import JsonPath
from switchboard.tools.deadline import OutOfTime, stop_when_late

# The mark that editors of Windows put first is passed over too.
_SPACE = pattern("[ \t\n\r\ufeff]*")
_DECODER = JSONDecoder()


@dataclass(frozen=True, slots=True)
class Place:
    """A position as editors count: both 1-based, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class _Member:
    """One entry of an object or array: what to show, and where its value begins."""

    shown_at: int
    """Of the key in an object, of the value in an array."""

    value_at: int


def place_of(text: str, offset: int) -> Place:
    """The line and column of a character offset."""
    return Place(
        line=text.count("\n", 0, offset) + 1,
        column=offset - text.rfind("\n", 0, offset),
    )


def locate(text: str, path: JsonPath) -> Place:
    """Where the path begins: its key in an object, its value in an array.

    As far as it leads: a path that is not there gives its nearest ancestor that is. Of a key
    written twice, the last one, as JSON readers do.
    """
    return Places(text).at(path)


class Places:
    """Many paths of one text, each container scanned once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._members: dict[int, dict[str | int, _Member]] = {}

    def at(self, path: JsonPath) -> Place:
        """See ``locate``."""
        try:
            return place_of(self._text, self._offset(path))
        except (OutOfTime, ValueError, IndexError, RecursionError):
            return place_of(self._text, self._skip(0))

    def span(self, path: JsonPath) -> tuple[int, int] | None:
        """Where the value at this path begins and ends, as offsets; ``None``: there is none."""
        try:
            value_at = self._skip(0)
            for part in path:
                value_at = self._members_of(value_at)[part].value_at
            return value_at, _DECODER.raw_decode(self._text, value_at)[1]
        except (KeyError, OutOfTime, ValueError, IndexError, RecursionError):
            return None

    def begin(self, path: JsonPath) -> int | None:
        """Where the key of this value begins, or the value in a list; ``None``: there is none."""
        return None if self.span(path) is None else self._offset(path)

    def _offset(self, path: JsonPath) -> int:
        shown_at = value_at = self._skip(0)
        for part in path:
            member = self._members_of(value_at).get(part)
            if member is None:
                break
            shown_at, value_at = member.shown_at, member.value_at
        return shown_at

    def _members_of(self, at: int) -> dict[str | int, _Member]:
        if at not in self._members:
            opening = self._text[at : at + 1]
            scan = {"{": self._object, "[": self._array}.get(opening)
            self._members[at] = scan(at + 1) if scan else {}
        return self._members[at]

    def _object(self, at: int) -> dict[str | int, _Member]:
        members: dict[str | int, _Member] = {}
        key_at = self._skip(at) if self._text[self._skip(at)] == '"' else None
        while key_at is not None:
            key, end = _DECODER.raw_decode(self._text, key_at)
            value_at = self._skip(self._skip(end) + 1)
            members[key] = _Member(key_at, value_at)
            key_at = self._next(value_at)
        return members

    def _array(self, at: int) -> dict[str | int, _Member]:
        members: dict[str | int, _Member] = {}
        item_at = self._skip(at) if self._text[self._skip(at)] != "]" else None
        while item_at is not None:
            members[len(members)] = _Member(item_at, item_at)
            item_at = self._next(item_at)
        return members

    def _next(self, value_at: int) -> int | None:
        """Where the member after that value begins; ``None`` after the last."""
        stop_when_late()
        _, end = _DECODER.raw_decode(self._text, value_at)
        comma_at = self._skip(end)
        return self._skip(comma_at + 1) if self._text[comma_at] == "," else None

    def _skip(self, at: int) -> int:
        match = _SPACE.match(self._text, at)
        return match.end() if match else at
