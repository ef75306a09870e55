"""Values for what a message does not say and a tool must have."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from switchboard.offline.filling.phrases import topic_words
from switchboard.offline.filling.wanting import wanted_kinds
from switchboard.offline.reading.findings import Kind
from switchboard.offline.schema.checker import Checker
from switchboard.offline.schema.merging import variants
from switchboard.offline.schema.valid import NoValueError, make_valid
from switchboard.wire import Json, JsonObject

_EXAMPLE = re.compile(
    r"(?:e\.g\.,?|for example,?|such as|example:|例如|如[:\uff1a]|比如)[:\uff1a]?\s*[\"'“`「]?"
    r"(?P<value>[^\"'”`」();。\uff08\uff09\uff1b]+)",
    re.I,
)
_LONGEST_TOPIC = 48
_SAMPLES: Mapping[Kind, str] = {
    "email": "someone@example.com",
    "url": "https://example.com/",
    "time": "09:00",
}


def invent_all(checker: Checker, properties: JsonObject, names: list[str], text: str) -> JsonObject:
    """A value for each of these properties, but for those that nothing fits."""
    invented: JsonObject = {}
    for name in names:
        try:
            invented[name] = invent(checker, properties.get(name, True), name, text)
        except NoValueError:
            continue
    return invented


def invent(checker: Checker, schema: Json, name: str, text: str) -> Json:
    """Its default, ``null`` where allowed, the example of its description, what the message is
    about, else any that fits.

    Raises ``NoValueError`` where nothing fits.
    """
    for variant in variants(checker, schema):
        for value in _natural(variant, name, text, checker.today):
            if checker.accepts(value, schema):
                return value
    return make_valid(checker, schema, name)


def _natural(schema: JsonObject, name: str, text: str, today: date) -> Iterator[Json]:
    if "default" in schema:
        yield schema["default"]
    kinds = schema.get("type")
    if kinds == "null" or (isinstance(kinds, list) and "null" in kinds):
        yield None
    if kinds != "string":
        return
    example = _EXAMPLE.search(str(schema.get("description", "")))
    if example:
        yield example["value"].strip().rstrip(".,")
    known = {**_SAMPLES, "date": f"{today}"}
    wanted = wanted_kinds(name, schema)
    yield from (known[kind] for kind in wanted if wanted == (kind,) and kind in known)
    topic = topic_words(text)
    if len(topic) <= _LONGEST_TOPIC:
        yield topic
