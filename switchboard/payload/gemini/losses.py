"""What a schema lost on its way down, collected as sentences."""

from typing import TypeAlias

Place: TypeAlias = tuple[str, ...]

INLINED = "`$ref` is replaced by what it points at"
CUT = "a schema that contains itself, or goes too deep, is cut off and ends in any object"
LOST_REF = "a `$ref` that points at nothing here is left out"
MERGED = "`allOf` is merged into one schema"
ONE_OF = "`oneOf` becomes `anyOf`"
ROOT = "the alternatives at the top become one object with the properties of all"
NULLABLE = "the type null becomes `nullable`"
TYPES = "a list of types becomes `anyOf`"
CONST = "`const` becomes an `enum` of one"
TEXT_ENUM = "the values of `enum` become text, so the model answers with text"
EMPTY_TEXT = "the empty text is left out of the values of `enum`"
ANYTHING = "a schema that allows anything becomes text"
NO_ITEMS = "an array that does not say of what becomes an array of text"
TUPLE = "a list of `items` becomes one schema for all of them"
EXCLUSIVE = "an exclusive bound becomes an inclusive one"
NO_ARGUMENTS = "`parameters` without properties are left out"
_SHOWN = 3


class Losses:
    """Feed it what changed and where; each kind of change becomes one sentence."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = {}

    def add(self, what: str, place: Place) -> None:
        """Notes one change."""
        written = ".".join(place) or "the top"
        places = self._places.setdefault(what, [])
        if written not in places:
            places.append(written)

    def dropped(self, keyword: str, place: Place) -> None:
        """Notes a keyword that was left out."""
        self.add(f"`{keyword}` is left out", place)

    def sentences(self) -> tuple[str, ...]:
        """One for each kind of change, in the order in which they were met."""
        return tuple(f"{_capital(what)} ({_joined(at)})." for what, at in self._places.items())


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _joined(places: list[str]) -> str:
    more = len(places) - _SHOWN
    return ", ".join(places[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
