"""The places of a reply that oddities change, in chunks and in whole replies alike."""

from collections.abc import Iterator
from typing import cast

from switchboard.wire import JsonObject

# A chunk, or the whole body: what one oddity is given a list of.
Parts = list[JsonObject]


def choices(parts: Parts) -> Iterator[JsonObject]:
    """Every choice object, in order."""
    for part in parts:
        yield from cast("list[JsonObject]", part["choices"])


def said(parts: Parts) -> Iterator[JsonObject]:
    """Every delta, or every message."""
    for choice in choices(parts):
        yield cast(JsonObject, choice.get("delta") or choice.get("message") or {})


def entries(parts: Parts) -> Iterator[JsonObject]:
    """Every entry of every ``tool_calls``: whole calls, or fragments of them."""
    for each in said(parts):
        yield from cast("list[JsonObject]", each.get("tool_calls") or [])


def function_of(entry: JsonObject) -> JsonObject:
    """The ``function`` object of an entry."""
    return cast(JsonObject, entry["function"])


def openings(parts: Parts) -> Iterator[JsonObject]:
    """The entries that begin a call."""
    return (entry for entry in entries(parts) if "id" in entry)
