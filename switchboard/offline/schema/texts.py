"""Texts that fit a schema's format, pattern and length."""

from collections.abc import Iterator, Mapping
from datetime import date

from switchboard.offline.schema.patterns import samples_of
from switchboard.offline.schema.types import count_of
from switchboard.wire import JsonObject

_FORMATS: Mapping[str, str] = {
    "time": "09:00:00Z",
    "duration": "PT1H",
    "email": "someone@example.com",
    "idn-email": "someone@example.com",
    "hostname": "example.com",
    "idn-hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/",
    "uri-reference": "/example",
    "iri": "https://example.com/",
    "iri-reference": "/example",
    "url": "https://example.com/",
    "uuid": "123e4567-e89b-42d3-a456-426614174000",
    "json-pointer": "/example",
    "relative-json-pointer": "0",
    "uri-template": "https://example.com/{id}",
    "regex": ".*",
}


def suggest_texts(schema: JsonObject, name: str, today: date) -> Iterator[str]:
    """By format, by pattern, else the name of what is wanted; then stretched and numbered."""
    given = list(_natural(schema, name, today))
    for text in given:
        yield _fit(text, schema)
    yield from (text for text in given)
    for number in range(2, 40):
        yield _fit(f"{number}", schema) if _short(schema) else f"{_fit(given[0], schema)}{number}"


def _natural(schema: JsonObject, name: str, today: date) -> Iterator[str]:
    form = schema.get("format")
    dated = {**_FORMATS, "date": f"{today}", "date-time": f"{today}T09:00:00Z"}
    if isinstance(form, str) and form in dated:
        yield dated[form]
    pattern = schema.get("pattern")
    if isinstance(pattern, str):
        yield from samples_of(pattern)
        yield from (sample * 2 for sample in samples_of(pattern)[:1])
    yield name.replace("_", " ") or "example"


def _fit(text: str, schema: JsonObject) -> str:
    """The text cut or stretched to the length asked for."""
    least, most = count_of(schema, "minLength", 0), count_of(schema, "maxLength", len(text))
    stretched = text + (text[-1:] or "x") * max(0, min(least, 100_000) - len(text))
    return stretched[: max(most, least)]


def _short(schema: JsonObject) -> bool:
    return count_of(schema, "maxLength", 99) < 12
