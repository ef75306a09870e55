"""One call for each of the things a message lists: "the weather in Paris and Rome"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from switchboard.offline.clauses import split_clauses
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
# What stands before "to" or "from" is the other end of a way, and no entry of a list.
_LISTED = re.compile(r"\s*(?:[,、\uff0c;/&]|\b(?:and|or)\b|[和与跟及]|\s)+", re.IGNORECASE)
_LITTLE = re.compile(
    r"\b(?:and|or|in|for|of|the|to|at|what about|how about|too)\b|\W|[和与跟及呢]", re.I
)
_ALL = re.compile(r"\b(?:all|every|everywhere)\b|所有|全部|每个", re.IGNORECASE)
_MOST_CALLS = 16


def fan_out(checker: Checker, pool: Pool, first: Filled) -> list[Filled]:
    """The call, and one more for each further thing listed with what it took; in their order."""
    if _ALL.search(pool.text):
        return _each_choice(checker, first) or [first]
    name, others = _listed(checker, pool, first)
    calls = {first.sources[name].start: first} if others else {0: first}
    for other in others[: _MOST_CALLS - 1]:
        calls[other.start] = _instead(checker, pool, first, name, other)
    in_order = [calls[start] for start in sorted(calls)]
    return [call for call in in_order if checker.accepts(call.arguments, checker.root)] or [first]


def _each_choice(checker: Checker, first: Filled) -> list[Filled]:
    """A call for each allowed value of what was left open: "turn on all the lights"."""
    properties = checker.root.get("properties")
    schemas = properties if isinstance(properties, dict) else {}
    for name in first.arguments:
        values = checker.resolve(schemas.get(name)).get("enum")
        if name in first.invented and isinstance(values, list) and None not in values:
            calls = [replace(first, arguments={**first.arguments, name: v}) for v in values]
            return calls[:_MOST_CALLS]
    return []


def _listed(checker: Checker, pool: Pool, first: Filled) -> tuple[str, list[Finding]]:
    """The parameter that a list is about, with each entry that was not taken."""
    for name, source in first.sources.items():
        # A parameter that takes a list has taken all of it.
        if isinstance(first.arguments.get(name), list) or not _stands_in(pool.text, source):
            continue
        alike = _alike(checker, pool, name, source)
        found = [*_leading_to(source, alike, pool.text), *_joined_to(source, alike, pool.text)]
        if found:
            return name, found
    return "", []


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
    """Those that follow the source with nothing but commas and little words between, and those
    that stand alone behind it: "How is Apple doing, and Microsoft?"
    """
    last = source
    for finding in others:
        between = text[last.end : finding.start]
        if finding.start >= last.end and (_JOINED.fullmatch(between) or _is_alone(finding, text)):
            yield finding
            last = finding


def _leading_to(source: Finding, others: Sequence[Finding], text: str) -> Iterator[Finding]:
    """Those before the source in its list: "the price of Tesla and Nvidia shares"."""
    first = source
    for finding in reversed(others):
        if finding.end <= first.start and _LISTED.fullmatch(text[finding.end : first.start]):
            yield finding
            first = finding


def _is_alone(finding: Finding, text: str) -> bool:
    """Whether a clause is nothing but it."""
    clauses = (
        text[start:end] for start, end in split_clauses(text) if start <= finding.start < end
    )
    return any(_LITTLE.sub("", clause) == _LITTLE.sub("", finding.text) for clause in clauses)


def _instead(checker: Checker, pool: Pool, first: Filled, name: str, other: Finding) -> Filled:
    """The first call with one value exchanged for another of the list."""
    source = first.sources[name]
    ahead, behind = sorted((source, other), key=lambda finding: finding.start)
    start, end = (ahead.start, behind.start) if other is behind else (ahead.end, behind.end)
    again = fill_once(checker, pool.only(pool.text[:start] + pool.text[end:]))
    arguments: JsonObject = {**first.arguments, name: again.arguments.get(name, other.value)}
    return Filled(arguments, {**first.sources, name: other}, first.invented)
