"""Which parts of a result a person would miss most."""

from collections.abc import Iterable
from itertools import islice

from switchboard.problems import JsonPath
from switchboard.simulate.faults.rewriting import is_number
from switchboard.tools.walks import walk
from switchboard.wire import Json, JsonObject

_MOST_PARTS = 50
_MOST_LOOKED_AT = 1_000


def telling_keys(holder: JsonObject, arguments: JsonObject | None) -> list[str]:
    """The keys of an object: numbers first, what only repeats the arguments last."""
    return sorted(holder, key=lambda key: _rank(key, holder[key], arguments))


def telling_parts(value: Json, arguments: JsonObject | None) -> list[tuple[JsonPath, Json]]:
    """Parts of the value, the outer before the inner, and the value as a whole last; bounded."""
    parts: Iterable[tuple[JsonPath, Json]] = islice(walk(value), 1, _MOST_LOOKED_AT)
    ranked = sorted(parts, key=lambda part: (len(part[0]), _rank(part[0][-1], part[1], arguments)))
    return [*ranked[:_MOST_PARTS], ((), value)]


def _rank(name: str | int, value: Json, arguments: JsonObject | None) -> int:
    if name in (arguments or {}) or value in (arguments or {}).values():
        return 2
    return 0 if is_number(value) else 1
