"""Ways through a JSON value that do not depend on Python's recursion limit."""

from collections.abc import Iterator

from switchboard.problems import JsonPath
from switchboard.wire import Json


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
    layer = [value]
    while layer and depth <= levels:
        layer = [child for item in layer for child in _items(item)]
        depth += 1
    return depth > levels


def _items(value: Json) -> list[Json]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
