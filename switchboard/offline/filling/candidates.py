"""The values that a message offers to one parameter, the likeliest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from switchboard.offline.filling.enums import named_values
from switchboard.offline.filling.numbers import fitted_number, nearest_number
from switchboard.offline.filling.phrases import said_words, topic_words, words_after
from switchboard.offline.filling.places import place_text
from switchboard.offline.filling.pool import Pool
from switchboard.offline.filling.wanting import wanted_kinds, wants_prose, wants_topic
from switchboard.offline.reading import Finding
from switchboard.offline.reading.findings import Kind
from switchboard.offline.words import terms
from switchboard.wire import Json, JsonObject

_ANY_TEXT: tuple[Kind, ...] = ("quoted", "name", "code", "place")
_STANDS_IN: dict[Kind, tuple[Kind, ...]] = {
    "email": ("name",),
    "place": ("quoted", "name"),
    "name": ("quoted", "place"),
    "code": ("quoted", "number", "name"),
    "formula": ("quoted",),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value and the finding it came from, if it came from one."""

    value: Json
    source: Finding | None = None


def enum_candidates(schema: JsonObject, pool: Pool) -> Iterator[Candidate]:
    """The allowed values that the message names."""
    values = schema.get("enum")
    listed = values if isinstance(values, list) else [schema["const"]]
    for text in (pool.text, pool.whole):
        yield from (Candidate(value) for value in named_values(listed, text))


def number_candidates(
    schema: JsonObject, name: str, pool: Pool, *, required: bool
) -> Iterator[Candidate]:
    """The number next to the parameter's words; when it is a must, any that is left."""
    free = list(pool.free(("number",)))
    nearest = nearest_number(free, pool.text, name, schema)
    ordered = [nearest] if nearest else []
    if required:
        ordered += [finding for finding in free if finding is not nearest]
        ordered += pool.elsewhere(("number",))
    for finding in ordered:
        yield from (Candidate(value, finding) for value in fitted_number(finding, schema))


def text_candidates(
    schema: JsonObject, name: str, pool: Pool, *, required: bool
) -> Iterator[Candidate]:
    """What suits the kind of text that is wanted; when it is a must, whatever there is."""
    kinds = wanted_kinds(name, schema)
    yield from _of_kinds(kinds, schema, name, pool)
    if wants_prose(name):
        yield from _prose(pool, required=required)
    elif wants_topic(name):
        yield from _topic(pool, required=required)
    elif not kinds or required:
        yield from _named(name, pool)
    if required:
        yield from _whatever(kinds, schema, name, pool)


def _of_kinds(
    kinds: tuple[Kind, ...], schema: JsonObject, name: str, pool: Pool
) -> Iterator[Candidate]:
    if "name" in kinds and _is_sender(name):
        return
    for finding in (*pool.free(kinds), *pool.elsewhere(kinds)):
        yield Candidate(_worded(finding, name, schema), finding)


def _is_sender(name: str) -> bool:
    return name in ("from", "sender")


def _prose(pool: Pool, *, required: bool) -> Iterator[Candidate]:
    yield from (Candidate(finding.value, finding) for finding in pool.free(("quoted",)))
    said = said_words(pool.text)
    if said:
        yield Candidate(said)
    if required:
        yield Candidate(topic_words(pool.text))


def _topic(pool: Pool, *, required: bool) -> Iterator[Candidate]:
    yield from (Candidate(finding.value, finding) for finding in pool.free(("quoted",)))
    if required:
        yield Candidate(topic_words(pool.text))


def _named(name: str, pool: Pool) -> Iterator[Candidate]:
    words = words_after(name, pool.text)
    if words:
        yield Candidate(words)


def _whatever(
    kinds: tuple[Kind, ...], schema: JsonObject, name: str, pool: Pool
) -> Iterator[Candidate]:
    others = _STANDS_IN.get(kinds[0], ()) if kinds else _ANY_TEXT
    for finding in (*pool.free(others), *pool.elsewhere(others)):
        yield Candidate(_worded(finding, name, schema), finding)


def _worded(finding: Finding, name: str, schema: JsonObject) -> Json:
    if finding.kind == "place":
        return place_text(finding.text, name, schema)
    if finding.kind == "date":
        return _dated(finding, schema)
    return str(finding.value)


def _dated(finding: Finding, schema: JsonObject) -> str:
    if schema.get("format") == "date-time":
        return f"{finding.value}T09:00:00Z"
    return str(finding.value)


def boolean_candidates(name: str, pool: Pool) -> Iterator[Candidate]:
    """``True`` where the message speaks of it, ``False`` where it says without."""
    wanted = set(terms(name.replace("_", " "))) - {"is", "includ", "enabl", "allow"}
    said = terms(pool.text)
    if not wanted or not wanted & set(said):
        return
    lowered = pool.text.lower()
    refused = any(f"{word} " in lowered for word in ("without", "no", "not", "don't", "exclude"))
    yield Candidate(not refused)
