"""Ways through a JSON value that do not depend on Python's recursion limit."""

from collections.abc import Iterable, Iterator

from switchboard.problems import JsonPath
from switchboard.wire import Json

_HOLDERS = (dict, list)


def walk(value: Json) -> Iterator[tuple[JsonPath, Json]]:
    """Every value within, with its path, in the order of the text."""
    waiting: list[tuple[JsonPath, Json]] = [((), value)]
    while waiting:
        path, item = waiting.pop()
        yield path, item
        if isinstance(item, dict):
            waiting += [((*path, key), child) for key, child in reversed(item.items())]
        elif isinstance(item, list):
            waiting += [((*path, at), item[at]) for at in reversed(range(len(item)))]


def is_deeper(value: Json, levels: int) -> bool:
    """Whether the value is nested deeper than that many levels."""
    depth = 0
    below = [value]
    while below and depth <= levels:
        holders = [item for item in below if isinstance(item, _HOLDERS)]
        below = [child for item in holders for child in _items(item)]
        depth += 1
    return depth > levels


def _items(holder: dict[str, Json] | list[Json]) -> Iterable[Json]:
    return holder.values() if isinstance(holder, dict) else holder
