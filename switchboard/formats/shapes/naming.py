"""Names for types, each given once."""

import re
from collections.abc import Collection
from unicodedata import normalize

_SEPARATOR = re.compile(r"[\W_]+")


def pascal(text: str) -> str:
    """The words of a text as one name with capitals, ``get_weather`` as ``GetWeather``."""
    words = [word for word in _SEPARATOR.split(normalize("NFKC", text)) if word]
    name = "".join(word[:1].upper() + word[1:] for word in words)
    return name if name.isidentifier() else f"T{name}" if f"T{name}".isidentifier() else "Type"


class Names:
    """The names taken so far in one text."""

    def __init__(self, reserved: Collection[str] = ()) -> None:
        self._taken = set(reserved)
        self._last: dict[str, int] = {}

    def unique(self, wanted: str) -> str:
        """That name, or with the first number that nobody has."""
        name, number = wanted, self._last.get(wanted, 1)
        while name in self._taken:
            number += 1
            name = f"{wanted}{number}"
        self._last[wanted] = number
        self._taken.add(name)
        return name
