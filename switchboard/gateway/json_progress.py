"""Whether growing text has become one complete JSON object or array, without parsing it again."""

import re

_OUTSIDE = re.compile(r'["{}\[\]]')
_INSIDE = re.compile(r'["\\]')


class JsonProgress:
    """Follows brackets and quotes. Each character is looked at once, and only when asked."""

    __slots__ = ("_depth", "_in_string", "_pending", "_skip", "is_complete")

    def __init__(self) -> None:
        self._pending: list[str] = []
        self._depth = 0
        self._in_string = False
        self._skip = False
        self.is_complete = False

    def add(self, piece: str) -> None:
        """Appends text; costs nothing until somebody asks."""
        self._pending.append(piece)

    def catch_up(self) -> bool:
        """Whether the first object or array has been closed."""
        if self._pending:
            text = "".join(self._pending)
            self._pending.clear()
            self._scan(text)
        return self.is_complete

    def _scan(self, text: str) -> None:
        position = 0
        while position < len(text):
            if self._skip:
                self._skip = False
                position += 1
                continue
            found = (_INSIDE if self._in_string else _OUTSIDE).search(text, position)
            if found is None:
                return
            position = found.end()
            self._see(found[0])

    def _see(self, mark: str) -> None:
        if mark == "\\":
            self._skip = True
        elif mark == '"':
            self._in_string = not self._in_string
        elif mark in "{[":
            self._depth += 1
        else:
            self._depth -= 1
            self.is_complete = self.is_complete or self._depth <= 0
