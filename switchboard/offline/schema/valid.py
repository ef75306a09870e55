"""A value that fits a schema, made from the schema alone."""

from collections.abc import Iterator
from itertools import islice

from switchboard.offline.schema.checker import Checker
from switchboard.offline.schema.merging import as_list, variants
from switchboard.offline.schema.numbers import suggest_numbers
from switchboard.offline.schema.patterns import may_match
from switchboard.offline.schema.texts import suggest_texts
from switchboard.wire import Json, JsonObject

_TYPES = ("string", "integer", "number", "object", "array", "boolean", "null")
_MOST_TRIES = 60
_DEEPEST = 7

_KEYWORD_TYPES = {
    "properties": "object",
    "required": "object",
    "additionalProperties": "object",
    "patternProperties": "object",
    "propertyNames": "object",
    "minProperties": "object",
    "items": "array",
    "prefixItems": "array",
    "minItems": "array",
    "contains": "array",
    "uniqueItems": "array",
    "minimum": "number",
    "maximum": "number",
    "exclusiveMinimum": "number",
    "exclusiveMaximum": "number",
    "multipleOf": "number",
}


class NoValueError(Exception):
    """No value that fits was found: the schema can't be satisfied, or only in an odd way."""


def make_valid(checker: Checker, schema: Json, name: str = "", depth: int = 0) -> Json:
    """A value that fits; raises ``NoValueError``. ``name`` is whose value it is to be."""
    tries = 6 if depth > 3 else _MOST_TRIES
    for value in islice(suggest(checker, schema, name, depth), tries):
        if checker.accepts(value, schema):
            return value
    raise NoValueError(name)


def suggest(checker: Checker, schema: Json, name: str, depth: int) -> Iterator[Json]:
    """Values that might fit, the most natural first."""
    if depth > _DEEPEST:
        return
    if schema is True or schema == {}:
        yield from ("example", 1, {}, [], True, None)
        return
    for variant in variants(checker, schema):
        yield from _given(variant)
        for kind in types_of(variant):
            yield from _suggest_type(checker, variant, kind, name, depth)


def _given(schema: JsonObject) -> Iterator[Json]:
    """The values that the schema itself names."""
    if "const" in schema:
        yield schema["const"]
    if "default" in schema:
        yield schema["default"]
    for key in ("examples", "enum"):
        values = schema.get(key)
        yield from values if isinstance(values, list) else ()
    if "example" in schema:
        yield schema["example"]


def types_of(schema: JsonObject) -> list[str]:
    """The types a schema allows, or hints at by its keywords; all of them where it says none."""
    if "type" in schema:
        kinds = [str(kind) for kind in as_list(schema["type"])]
        return sorted(kinds, key=lambda kind: kind == "null")
    hinted = [kind for keyword, kind in _KEYWORD_TYPES.items() if keyword in schema]
    return list(dict.fromkeys([*hinted, *_TYPES]))


def _suggest_type(
    checker: Checker, schema: JsonObject, kind: str, name: str, depth: int
) -> Iterator[Json]:
    match kind:
        case "string":
            yield from suggest_texts(schema, name)
        case "integer" | "number":
            yield from suggest_numbers(schema, kind)
        case "boolean":
            yield from (True, False)
        case "null":
            yield None
        case "array":
            yield from _suggest_arrays(checker, schema, name, depth)
        case "object":
            yield from _suggest_objects(checker, schema, depth)


def _suggest_arrays(checker: Checker, schema: JsonObject, name: str, depth: int) -> Iterator[Json]:
    least = _count(schema, "minItems", 0)
    first = _items(checker, schema, name, depth, max(least, 1))
    if first is not None:
        yield first
    shortest = _items(checker, schema, name, depth, least)
    if shortest is not None:
        yield shortest
    with_contained = _items(
        checker, {**schema, "items": schema.get("contains")}, name, depth, least or 1
    )
    if "contains" in schema and with_contained is not None:
        yield with_contained


def _items(checker: Checker, schema: JsonObject, name: str, depth: int, count: int) -> Json:
    """That many entries, all different; ``None`` when there are not so many."""
    listed = as_list(schema.get("prefixItems") or [])
    if isinstance(schema.get("items"), list):
        listed = as_list(schema["items"])
    rest = schema.get("items", True) if not isinstance(schema.get("items"), list) else True
    entries: list[Json] = []
    for place in range(count):
        wanted = listed[place] if place < len(listed) else rest
        fresh = _fresh(checker, wanted, name, depth, entries)
        if fresh is None:
            return None
        entries.append(fresh[0])
    return entries


def _fresh(
    checker: Checker, schema: Json, name: str, depth: int, taken: list[Json]
) -> list[Json] | None:
    """A fitting value that is not taken yet, in a list of one."""
    for value in islice(suggest(checker, schema, name, depth + 1), _MOST_TRIES):
        if value not in taken and checker.accepts(value, schema):
            return [value]
    return None


def _suggest_objects(checker: Checker, schema: JsonObject, depth: int) -> Iterator[Json]:
    properties = schema.get("properties")
    known = properties if isinstance(properties, dict) else {}
    required = [str(key) for key in as_list(schema.get("required") or [])]
    least = _count(schema, "minProperties", 0)
    names = _named(schema, known, required, least)
    for wanted in dict.fromkeys((names, tuple(known), (*names, *_dependents(schema, names)))):
        built = _build(checker, schema, known, wanted, depth)
        if built is not None:
            yield built


def _named(
    schema: JsonObject, known: JsonObject, required: list[str], least: int
) -> tuple[str, ...]:
    """The required names, then known ones, then made-up ones, until there are enough."""
    names = list(dict.fromkeys(required))
    spare = [*known, *_invented_names(schema, least)]
    for name in spare:
        if len(names) >= least:
            break
        if name not in names:
            names.append(name)
    return tuple(names)


def _invented_names(schema: JsonObject, count: int) -> list[str]:
    rule = schema.get("propertyNames")
    asked: JsonObject = rule if isinstance(rule, dict) else {}
    patterns = schema.get("patternProperties")
    if isinstance(patterns, dict) and patterns and not asked:
        asked = {"pattern": next(iter(patterns))}
    return [str(text) for text in islice(suggest_texts(asked, "key"), count)] + [
        f"key{number}" for number in range(count)
    ]


def _dependents(schema: JsonObject, names: tuple[str, ...]) -> list[str]:
    table = schema.get("dependentRequired") or schema.get("dependencies")
    if not isinstance(table, dict):
        return []
    lists = [table[name] for name in names if isinstance(table.get(name), list)]
    return [str(name) for listed in lists for name in as_list(listed) if name not in names]


def _build(
    checker: Checker, schema: JsonObject, known: JsonObject, names: tuple[str, ...], depth: int
) -> JsonObject | None:
    built: JsonObject = {}
    for name in names:
        wanted = known.get(name, _unnamed(schema, name))
        try:
            built[name] = make_valid(checker, wanted, name, depth + 1)
        except NoValueError:
            return None
    return built


def _unnamed(schema: JsonObject, name: str) -> Json:
    """The schema of a property that has none of its own."""
    patterns = schema.get("patternProperties")
    for pattern, wanted in (patterns if isinstance(patterns, dict) else {}).items():
        if may_match(pattern, name):
            return wanted
    return schema.get("additionalProperties", True)


def _count(schema: JsonObject, key: str, otherwise: int) -> int:
    value = schema.get(key)
    return int(value) if isinstance(value, int | float) else otherwise
