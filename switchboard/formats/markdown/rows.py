"""The properties of a schema as rows of a table, inner ones under their path."""

from collections.abc import Iterator
from dataclasses import dataclass

from switchboard.formats.markdown.details import details
from switchboard.formats.markdown.kinds import kind_text
from switchboard.formats.shapes.merging import merged
from switchboard.wire import Json, JsonObject

_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One property."""

    path: str
    """``place.city``, ``days[].hour``."""

    kind: str
    is_required: bool
    description: str
    limits: tuple[str, ...]
    like: str = ""
    """The path of the row whose own properties it shares."""


def plain(schema: Json, root: JsonObject) -> JsonObject:
    """The schema with what it refers to, where that can be put into one."""
    if not isinstance(schema, dict):
        return {"not": {}} if schema is False else {}
    return merged(schema, root) or schema


class Rows:
    """The rows of one schema; what is referred to twice is told once."""

    def __init__(self, root: JsonObject) -> None:
        self._root = root
        self._told: dict[str, str] = {"#": "$"}

    def rows(self) -> list[Row]:
        """A row for each property, in order, its own properties after it."""
        return [*self._inner(plain(self._root, self._root), "", 0)]

    def _inner(self, schema: JsonObject, path: str, depth: int) -> Iterator[Row]:
        if depth > _DEEPEST:
            return
        properties, required = schema.get("properties"), schema.get("required")
        needed = required if isinstance(required, list) else []
        named = {**properties} if isinstance(properties, dict) else {}
        named |= {name: True for name in needed if isinstance(name, str) and name not in named}
        for name, child in named.items():
            place = f"{path}.{name}" if path else name
            yield from self._property(child, place, name in needed, depth)

    def _property(self, child: Json, path: str, is_required: bool, depth: int) -> Iterator[Row]:
        schema = plain(child, self._root)
        kind = kind_text(schema, self._root)
        said, limits = schema.get("description"), details(schema)
        description = said if isinstance(said, str) else ""
        like, entries = self._like(child, path), path
        while like is None and isinstance(item := schema.get("items"), dict):
            entries, depth = f"{entries}[]", depth + 1
            like, schema = self._like(item, entries), plain(item, self._root)
            limits += [f"items {text}" for text in details(schema)]
        yield Row(path, kind, is_required, description, tuple(limits), like or "")
        if like is None:
            yield from self._inner(schema, entries, depth + 1)

    def _like(self, schema: Json, path: str) -> str | None:
        """Where the schema that is referred to was told; now, when it was not yet."""
        address = schema.get("$ref") if isinstance(schema, dict) else None
        if not isinstance(address, str):
            return None
        if address in self._told:
            return self._told[address]
        self._told[address] = path
        return None
