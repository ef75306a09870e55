"""A schema as rows for reading: one for each parameter, what is within it beneath it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import unquote

from switchboard.tools.quoting import code
from switchboard.tools.schema_words import kind_in_words, limits_in_words
from switchboard.wire import Json, JsonObject

MOST_ROWS = 300
# References that branch double with every level, and need not give a single row.
_MOST_VISITS = 3_000
_FORMS = ("anyOf", "oneOf")


@dataclass(frozen=True, slots=True)
class Row:
    """One parameter, as a reader is told of it."""

    name: str
    kind: str
    """The type in words."""

    depth: int = 0
    """0 for what stands in the arguments themselves."""

    is_required: bool | None = None
    """``None`` where it is no property: an entry of a list, one of several forms."""

    limits: tuple[str, ...] = ()
    """Parts of a sentence, values between backticks."""

    description: str = ""
    shown_above: str = ""
    """The reference whose rows stand above already, because it leads back there."""


def outline(schema: Json) -> tuple[Row, ...]:
    """The first 300 rows; nothing for a schema that names no parameters.

    References within the schema are followed, and one that leads back to where it stands is
    named instead. Any value is taken, a wrong schema too.
    """
    walk = _Walk(schema)
    return tuple(islice(walk.within(schema, depth=0, above=("#",)), MOST_ROWS))


class _Walk:
    def __init__(self, root: Json) -> None:
        self._root = root
        self._visits = 0

    def within(self, schema: Json, *, depth: int, above: tuple[str, ...]) -> Iterator[Row]:
        """The rows of what stands in a value of this schema."""
        self._visits += 1
        if not isinstance(schema, dict) or self._visits > _MOST_VISITS:
            return
        if isinstance(address := schema.get("$ref"), str) and address not in above:
            yield from self.within(self._at(address), depth=depth, above=(*above, address))
        yield from self._properties(schema, depth, above)
        for name, entry in _entries(schema):
            yield from self._entry(name, entry, depth, above)
        for part in _dicts(schema.get("allOf")):
            yield from self.within(part, depth=depth, above=above)
        for keyword in _FORMS:
            yield from self._forms(_dicts(schema.get(keyword)), depth, above)

    def _properties(self, schema: JsonObject, depth: int, above: tuple[str, ...]) -> Iterator[Row]:
        required = schema.get("required")
        names = required if isinstance(required, list) else []
        for name, inner in _named(schema.get("properties")):
            yield from self._row(name, inner, depth, above, is_required=name in names)
        for pattern, inner in _named(schema.get("patternProperties")):
            yield from self._row(f"names that match {pattern}", inner, depth, above)
        if isinstance(others := schema.get("additionalProperties"), dict):
            yield from self._row("any other name", others, depth, above)

    def _entry(self, name: str, entry: Json, depth: int, above: tuple[str, ...]) -> Iterator[Row]:
        """A list's entries; without a row of their own where the list's row says it all."""
        own, *beneath = self._row(name, entry, depth, above)
        if own.limits or own.description or own.shown_above or "form" in own.kind:
            yield own
            yield from beneath
        else:
            yield from (replace(row, depth=row.depth - 1) for row in beneath)

    def _forms(self, forms: list[JsonObject], depth: int, above: tuple[str, ...]) -> Iterator[Row]:
        plain = {"type", "description"}
        if len(forms) == 1:
            yield from self.within(forms[0], depth=depth, above=above)
        elif not all(form.keys() <= plain for form in forms):
            for number, form in enumerate(forms, 1):
                yield from self._row(f"form {number}", form, depth, above)

    def _row(
        self,
        name: str,
        schema: Json,
        depth: int,
        above: tuple[str, ...],
        *,
        is_required: bool | None = None,
    ) -> Iterator[Row]:
        told, way = self._resolved(schema, above)
        loop = way[-1] if way and way[-1] in way[:-1] else ""
        elsewhere = way[-1] if way and self._at(way[-1]) is None else ""
        yield Row(
            name=name,
            kind=f"as in {code(elsewhere)}" if elsewhere else kind_in_words(told),
            depth=depth,
            is_required=is_required,
            limits=tuple(limits_in_words(told)),
            description=_description(schema) or _description(told),
            shown_above=loop,
        )
        if not loop:
            yield from self.within(_without_reference(told), depth=depth + 1, above=way)

    def _resolved(self, schema: Json, above: tuple[str, ...]) -> tuple[Json, tuple[str, ...]]:
        """The schema with what its references lead to, and the references that lead there."""
        told, way = schema, above
        while isinstance(told, dict) and isinstance(address := told.get("$ref"), str):
            target = self._at(address)
            is_loop = address in way
            way = (*way, address)
            if not isinstance(target, dict) or is_loop:
                return {**_dict(target), **_without_reference(told)}, way
            told = {**target, **_without_reference(told), **_reference(target)}
        return told, way

    def _at(self, address: str) -> Json:
        """What a reference within the schema leads to; ``None`` for any other."""
        if not address.startswith("#"):
            return None
        item = self._root
        for step in filter(None, unquote(address[1:]).split("/")):
            key = step.replace("~1", "/").replace("~0", "~")
            if isinstance(item, list) and key.isdecimal() and int(key) < len(item):
                item = item[int(key)]
            else:
                item = item.get(key) if isinstance(item, dict) else None
        return item


def _entries(schema: JsonObject) -> Iterator[tuple[str, Json]]:
    first = schema.get("prefixItems")
    fixed = first if isinstance(first, list) else []
    yield from ((f"entry {number}", each) for number, each in enumerate(fixed, 1))
    if isinstance(entries := schema.get("items"), dict):
        yield ("each other entry" if fixed else "each entry"), entries


def _reference(schema: JsonObject) -> JsonObject:
    return {"$ref": schema["$ref"]} if "$ref" in schema else {}


def _dict(schema: Json) -> JsonObject:
    return schema if isinstance(schema, dict) else {}


def _without_reference(schema: Json) -> JsonObject:
    if not isinstance(schema, dict):
        return {}
    return {key: value for key, value in schema.items() if key != "$ref"}


def _description(schema: Json) -> str:
    said = schema.get("description") if isinstance(schema, dict) else None
    return said if isinstance(said, str) else ""


def _named(value: Json) -> list[tuple[str, Json]]:
    return list(value.items()) if isinstance(value, dict) else []


def _dicts(value: Json) -> list[JsonObject]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
