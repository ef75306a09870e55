"""What a call is about: its words and the arguments worth repeating."""

import re
from dataclasses import dataclass
from typing import Self
from zlib import crc32

from switchboard.wire import Json, JsonObject

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_a-zA-Z]+")
_LONGEST_TEXT = 80
_LONGEST_LIST = 5


@dataclass(frozen=True, slots=True)
class Subject:
    """A call as far as a plausible result depends on it."""

    name: str
    name_words: tuple[str, ...]
    """Lower case, in order: ``getWeather`` and ``get_weather`` give the same."""

    description_words: tuple[str, ...]
    arguments: JsonObject

    @classmethod
    def of(cls, name: str, description: str | None, arguments: JsonObject) -> Self:
        """The subject of a call to a function of that name."""
        return cls(name, _words(name), _words(description or ""), arguments)

    @property
    def telling(self) -> JsonObject:
        """The arguments that a result repeats: short texts, numbers, short lists of them."""
        return {key: value for key, value in self.arguments.items() if _is_short(value)}

    @property
    def topic(self) -> str:
        """What the results of a search are called: the first text argument, or the name."""
        texts = (value for value in self.arguments.values() if isinstance(value, str) and value)
        return next(texts, " ".join(self.name_words[1:]) or self.name)[:_LONGEST_TEXT]

    @property
    def numbers(self) -> list[float]:
        """The number arguments, in order."""
        return [value for value in self.arguments.values() if _is_number(value)]  # type: ignore[misc]

    def pick(self, choices: int, salt: str = "") -> int:
        """A number below ``choices`` that only the call decides."""
        return crc32(f"{self.name}{self.arguments!r}{salt}".encode(errors="replace")) % choices


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text))


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_short(value: Json) -> bool:
    if isinstance(value, list):
        return len(value) <= _LONGEST_LIST and all(_is_scalar(item) for item in value)
    return _is_scalar(value)


def _is_scalar(value: Json) -> bool:
    if isinstance(value, str):
        return len(value) <= _LONGEST_TEXT
    return not isinstance(value, list | dict)
