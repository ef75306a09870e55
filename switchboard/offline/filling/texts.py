"""The texts that a message offers to one parameter, the likeliest first."""

from collections.abc import Iterator, Mapping

from switchboard.offline.filling.candidates import Candidate
from switchboard.offline.filling.nearness import by_nearness
from switchboard.offline.filling.phrases import (
    naming_words,
    said_words,
    thing_words,
    topic_words,
    words_after,
)
from switchboard.offline.filling.places import country_of, is_country, place_text
from switchboard.offline.filling.pool import Pool
from switchboard.offline.filling.wanting import (
    wanted_kinds,
    wants_prose,
    wants_ticker,
    wants_title,
    wants_topic,
)
from switchboard.offline.reading import Finding
from switchboard.offline.reading.companies import ticker_of
from switchboard.offline.reading.findings import Kind
from switchboard.offline.words import is_empty
from switchboard.wire import Json, JsonObject

_ANY_TEXT: tuple[Kind, ...] = ("quoted", "code", "name", "place", "formula", "opener")
_STANDS_IN: Mapping[Kind, tuple[Kind, ...]] = {
    "email": ("name",),
    "place": ("name", "quoted"),
    "name": ("quoted", "place", "opener"),
    "code": ("quoted", "number", "name", "opener"),
    "formula": ("quoted",),
}
# These are what they are; a name may be the name of anything.
_UNMISTAKABLE: tuple[Kind, ...] = ("email", "url", "date", "time", "formula", "place")
# Nothing else will do for these: an invented time is better than a title in its place.
_EXACT: tuple[Kind, ...] = ("email", "url", "date", "time")


def text_candidates(
    schema: JsonObject, name: str, pool: Pool, *, required: bool
) -> Iterator[Candidate]:
    """What suits the kind of text that is wanted; when it is a must, whatever there is."""
    kinds = wanted_kinds(name, schema)
    if required and kinds and kinds[0] not in _UNMISTAKABLE:
        kinds += _STANDS_IN.get(kinds[0], ())
    yield from _of_kinds(kinds, schema, name, pool, required=required)
    if wants_prose(name):
        yield from _prose(schema, name, pool, required=required)
    elif wants_topic(name) and required:
        yield from _topic(pool)
    elif not kinds or required:
        yield from _named(name, pool)
    if required and not (kinds and kinds[0] in _EXACT):
        others = _STANDS_IN.get(kinds[0], _ANY_TEXT) if kinds else _ANY_TEXT
        yield from _of_kinds(others, schema, name, pool, required=True)


def _of_kinds(
    kinds: tuple[Kind, ...], schema: JsonObject, name: str, pool: Pool, *, required: bool
) -> Iterator[Candidate]:
    ranked = by_nearness(list(pool.free(kinds)), pool.text, name, schema)
    chosen = [f for near, f in ranked if required or near > 0 or f.kind in _UNMISTAKABLE]
    if "place" in kinds and is_country(name):
        yield from _countries(pool)
    for finding in (*chosen, *(pool.elsewhere(kinds) if required else ())):
        yield Candidate(_worded(finding, name, schema), finding)


def _countries(pool: Pool) -> Iterator[Candidate]:
    """Those of the places, whoever has taken them: a city's country is no other place."""
    for finding in (*pool.findings, *pool.others):
        country = country_of(finding.text) if finding.kind == "place" else None
        if country:
            yield Candidate(country)


def _prose(schema: JsonObject, name: str, pool: Pool, *, required: bool) -> Iterator[Candidate]:
    ranked = by_nearness(list(pool.free(("quoted",))), pool.text, name, schema)
    chosen = [finding for near, finding in ranked if required or near > 0]
    yield from (Candidate(finding.value, finding) for finding in chosen)
    if required:
        wordings = _titles(pool) if wants_title(name) else _texts(pool)
        yield from (Candidate(words) for words in wordings if words)


def _titles(pool: Pool) -> Iterator[str | None]:
    yield naming_words(pool.text)
    yield thing_words(pool.text)


def _texts(pool: Pool) -> Iterator[str | None]:
    yield said_words(pool.text)
    yield topic_words(pool.text)


def _topic(pool: Pool) -> Iterator[Candidate]:
    yield from (Candidate(finding.value, finding) for finding in pool.free(("quoted",)))
    yield Candidate(topic_words(pool.text))


def _named(name: str, pool: Pool) -> Iterator[Candidate]:
    # "to" and "from" lead to what they mean, but so they do in every sentence.
    words = None if is_empty(name) else words_after(name, pool.text)
    if words:
        yield Candidate(words)


def _worded(finding: Finding, name: str, schema: JsonObject) -> Json:
    if finding.kind == "place":
        return place_text(finding.text, name, schema)
    if finding.kind == "date" and schema.get("format") == "date-time":
        return f"{finding.value}T09:00:00Z"
    ticker = ticker_of(finding.text) if wants_ticker(name, schema) else None
    return ticker or str(finding.value)
