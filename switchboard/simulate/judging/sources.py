"""One text, read for every value in it."""

import re
from dataclasses import dataclass

from switchboard.simulate.judging.moments import Day, find_days, find_times
from switchboard.simulate.judging.numbers import numbers_in
from switchboard.tools.json_text import read_json
from switchboard.tools.walks import walk
from switchboard.wire import Json

_LONGEST = 2**21
_NO_LETTER = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """The words of a text, lower case, a space between them and at both ends."""
    return f" {_NO_LETTER.sub(' ', text.casefold()).strip()} "


@dataclass(frozen=True, slots=True)
class Source:
    """One text, read for every value in it."""

    raw: str
    """Lower case; of JSON each key and value on a line of its own."""

    words: str
    """As ``plain`` gives it."""

    joined: str
    """The words without spaces."""

    vocabulary: frozenset[str]
    numbers: tuple[float, ...]
    """In order of size, without signs; how long each list is among them."""

    days: tuple[Day, ...]
    times: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, text: str) -> "Source":
        """Of any text; one of more than two million characters is read as far as that."""
        whole, counted = _unfolded(text[:_LONGEST])
        words = plain(whole)
        return cls(
            raw=whole.casefold(),
            words=words,
            joined=words.replace(" ", ""),
            vocabulary=frozenset(words.split()),
            numbers=tuple(sorted({*numbers_in(whole), *counted})),
            days=tuple({day for _, days in find_days(whole) for day in days}),
            times=frozenset(time for _, time in find_times(whole)),
        )


def _unfolded(text: str) -> tuple[str, list[float]]:
    """The text, of JSON its keys and values; and the numbers that are to be counted."""
    reading = read_json(text)
    if not reading.is_json:
        return text, [] if text.strip() else [0]
    items = [item for _, item in walk(reading.value)]
    keys = [key for item in items if isinstance(item, dict) for key in item]
    lengths = [float(len(item)) for item in items if isinstance(item, list)]
    nothing = [] if reading.value or lengths else [0.0]
    return "\n".join([*keys, *map(_written, items)]), [*lengths, *nothing]


def _written(item: Json) -> str:
    return "" if item is None or isinstance(item, bool | dict | list) else str(item)
