"""One call for each of the things a message lists: "the weather in Paris and Rome"."""

import re
from collections.abc import Iterator, Sequence

from switchboard.offline.filling.arguments import Filled, fill_once
from switchboard.offline.filling.candidates import choice_candidates
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
    for name, further in _listed(checker, pool, first):
        calls.append(_instead(checker, pool, first, name, further))
        if len(calls) >= _MOST_CALLS:
            break
    return [call for call in calls if checker.accepts(call.arguments, checker.root)] or [first]


def _listed(checker: Checker, pool: Pool, first: Filled) -> Iterator[tuple[str, Finding]]:
    """The parameter that a list is about, with each entry that was not taken."""
    for name, source in first.sources.items():
        # A parameter that takes a list has taken all of it.
        if isinstance(first.arguments.get(name), list) or not _stands_in(pool.text, source):
            continue
        found = list(_joined_to(source, _alike(checker, pool, name, source), pool.text))
        if found:
            yield from ((name, finding) for finding in found)
            return


def _stands_in(text: str, source: Finding) -> bool:
    """Whether it was found in this part of the message and not in another."""
    return text[source.start : source.end].lower() == source.text.lower()


def _alike(checker: Checker, pool: Pool, name: str, source: Finding) -> Sequence[Finding]:
    """What could have stood in the source's place, in text order."""
    if source.kind != "choice":
        return list(pool.free((source.kind,)))
    properties = checker.root.get("properties")
    schema = checker.resolve(properties.get(name)) if isinstance(properties, dict) else {}
    named = [candidate.source for candidate in choice_candidates(schema, name, pool)]
    fresh = {f.start: f for f in named if f is not None and not pool.is_taken(f)}
    return [fresh[start] for start in sorted(fresh)]


def _joined_to(source: Finding, others: Sequence[Finding], text: str) -> Iterator[Finding]:
    """Those that follow the source with nothing but commas and little words between."""
    last = source
    for finding in others:
        if finding.start >= last.end and _JOINED.fullmatch(text[last.end : finding.start]):
            yield finding
            last = finding


def _instead(checker: Checker, pool: Pool, first: Filled, name: str, further: Finding) -> Filled:
    """The first call with one value exchanged for the next of the list."""
    text = f"{pool.text[: first.sources[name].start]}{pool.text[further.start :]}"
    again = fill_once(checker, pool.only(text))
    arguments: JsonObject = {**first.arguments, name: again.arguments.get(name, further.value)}
    return Filled(arguments, {**first.sources, name: further}, first.invented)
