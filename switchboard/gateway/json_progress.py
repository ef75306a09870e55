"""Whether growing text has become one complete JSON object or array, without parsing it again."""

import re

_OUTSIDE = re.compile(r'["{}\[\]]')
_INSIDE = re.compile(r'["\\]')


class JsonProgress:
    """Follows brackets and quotes. Each character is looked at once, and only when asked."""

    __slots__ = ("_depth", "_in_string", "_is_complete", "_position")

    def __init__(self) -> None:
        self._position = 0
        self._depth = 0
        self._in_string = False
        self._is_complete = False

    def catch_up(self, text: str) -> bool:
        """Whether the first object or array has been closed. ``text`` is all of it so far."""
        while not self._is_complete:
            found = (_INSIDE if self._in_string else _OUTSIDE).search(text, self._position)
            if found is None:
                self._position = max(self._position, len(text))
                break
            self._position = found.end()
            self._see(found[0])
        return self._is_complete

    def _see(self, mark: str) -> None:
        if mark == "\\":
            self._position += 1  # Past what it escapes, which may not have arrived yet.
        elif mark == '"':
            self._in_string = not self._in_string
        else:
            self._depth += 1 if mark in "{[" else -1
            self._is_complete = mark in "}]" and self._depth <= 0
