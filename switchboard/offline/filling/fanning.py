"""One call for each of the things a message lists: "the weather in Paris and Rome"."""

import re
from collections.abc import Iterator

from switchboard.offline.filling.arguments import Filled, fill_once
from switchboard.offline.filling.pool import Pool
from switchboard.offline.reading import Finding
from switchboard.offline.schema.checker import Checker
from switchboard.wire import JsonObject

_JOINED = re.compile(
    r"(?:\s|[,、\uff0c;/&]|\b(?:and|or|plus|as well as|versus|vs|in|for|of|the|to|at|by|from)\b\.?"
    r"|[和与跟及]|还有|以及)+",
    re.IGNORECASE,
)
_MOST_CALLS = 16


def fan_out(checker: Checker, pool: Pool, first: Filled) -> list[Filled]:
    """The first call, and one more for each further thing listed with what it took."""
    calls = [first]
    for name, further in _listed(pool, first):
        calls.append(_instead(checker, pool, first, name, further))
        if len(calls) >= _MOST_CALLS:
            break
    return [call for call in calls if checker.accepts(call.arguments, checker.root)] or [first]


def _listed(pool: Pool, first: Filled) -> Iterator[tuple[str, Finding]]:
    """The parameter that a list is about, with each entry that was not taken."""
    for name, source in first.sources.items():
        last = source
        found = []
        for finding in pool.free((source.kind,)):
            if finding.start < last.end:
                continue
            if _JOINED.fullmatch(pool.text[last.end : finding.start]):
                found.append((name, finding))
                last = finding
        if found:
            yield from found
            return


def _instead(checker: Checker, pool: Pool, first: Filled, name: str, further: Finding) -> Filled:
    """The first call with one value exchanged for the next of the list."""
    text = f"{pool.text[: first.sources[name].start]}{further.text}"
    rest = pool.text[further.end :]
    again = fill_once(checker, Pool(text + rest, text + rest))
    arguments: JsonObject = {**first.arguments, name: again.arguments.get(name, further.value)}
    return Filled(arguments, {**first.sources, name: further}, first.invented)
