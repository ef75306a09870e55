"""The properties of a schema as rows of a table, inner ones under their path."""

from collections.abc import Iterator
from dataclasses import dataclass

from switchboard.formats.limits_text import limit_texts
from switchboard.formats.markdown.kinds import kind_text
from switchboard.formats.shapes.merging import merged
from switchboard.wire import Json, JsonObject

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One property."""

    path: str
    """``place.city``, ``days[].hour``."""

    kind: str
    is_required: bool
    description: str
    limits: tuple[str, ...]


def rows_of(root: JsonObject) -> list[Row]:
    """A row for each property, in order, its own properties after it."""
    return [*_inner(plain(root, root), root, "", 0)]


def plain(schema: Json, root: JsonObject) -> JsonObject:
    """The schema with what it refers to, where that can be put into one."""
    if not isinstance(schema, dict):
        return {"not": {}} if schema is False else {}
    return merged(schema, root) or schema


def _inner(schema: JsonObject, root: JsonObject, path: str, depth: int) -> Iterator[Row]:
    properties, required = schema.get("properties"), schema.get("required")
    listed = required if isinstance(required, list) else []
    names = {**properties} if isinstance(properties, dict) else {}
    names |= {name: True for name in listed if isinstance(name, str) and name not in names}
    for name, child in names.items():
        place = f"{path}.{name}" if path else name
        yield from _property(plain(child, root), root, place, name in listed, depth)
    if isinstance(schema.get("items"), dict) and depth < _DEEPEST:
        yield from _inner(plain(schema["items"], root), root, f"{path}[]", depth + 1)


def _property(
    schema: JsonObject, root: JsonObject, path: str, is_required: bool, depth: int
) -> Iterator[Row]:
    said, kind = schema.get("description"), kind_text(schema, root)
    limits = [*limit_texts(schema), *_items(schema, root)]
    yield Row(path, kind, is_required, said if isinstance(said, str) else "", tuple(limits))
    if depth < _DEEPEST:
        yield from _inner(schema, root, path, depth + 1)


def _items(schema: JsonObject, root: JsonObject) -> list[str]:
    """The limits of a list's entries, which have no row of their own."""
    if not isinstance(schema.get("items"), dict):
        return []
    return [f"items {text}" for text in limit_texts(plain(schema["items"], root))]
