"""Schemas joined into one: ``allOf``, and a branch with what stands beside it."""

from collections.abc import Iterator

from switchboard.offline.schema.checker import Checker
from switchboard.offline.schema.types import as_list
from switchboard.wire import Json, JsonObject

_UNITED = ("required",)
_HIGHER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
_LOWER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_BRANCHES = ("anyOf", "oneOf")


def merge(first: JsonObject, second: JsonObject) -> JsonObject:
    """A schema that asks for both, as far as one schema can say it."""
    merged = dict(first)
    for key, value in second.items():
        merged[key] = _join(key, merged[key], value) if key in merged else value
    return merged


def _join(key: str, first: Json, second: Json) -> Json:
    if key == "type":
        return _common_types(first, second)
    if key == "enum" and isinstance(first, list) and isinstance(second, list):
        return [value for value in first if value in second]
    if key in _UNITED and isinstance(first, list) and isinstance(second, list):
        return [*first, *(value for value in second if value not in first)]
    if isinstance(first, dict) and isinstance(second, dict):
        return _join_maps(key, first, second)
    return _join_bounds(key, first, second)


def _join_bounds(key: str, first: Json, second: Json) -> Json:
    if isinstance(first, int | float) and isinstance(second, int | float):
        if key in _HIGHER:
            return max(first, second)
        if key in _LOWER:
            return min(first, second)
    return second


def _join_maps(key: str, first: JsonObject, second: JsonObject) -> Json:
    if key != "properties":
        return merge(first, second)
    joined = dict(first)
    for name, schema in second.items():
        known = joined.get(name)
        both = isinstance(known, dict) and isinstance(schema, dict)
        joined[name] = {"allOf": [known, schema]} if both and known != schema else schema
    return joined


def _common_types(first: Json, second: Json) -> Json:
    one, other = as_list(first), as_list(second)
    common = [kind for kind in one if kind in other]
    if "integer" in one + other and "number" in one + other and "integer" not in common:
        common.append("integer")
    return common or first


def variants(checker: Checker, schema: Json) -> Iterator[JsonObject]:
    """The schema without references and branches, once for every way to satisfy it."""
    yield from _variants(checker, schema, 0)


def _variants(checker: Checker, schema: Json, depth: int) -> Iterator[JsonObject]:
    plain = checker.resolve(schema)
    if depth > 8:
        yield plain
        return
    for key in ("allOf", *_BRANCHES):
        parts = plain.get(key)
        if isinstance(parts, list) and parts:
            rest = {name: value for name, value in plain.items() if name != key}
            for joined in _joined(checker, key, rest, parts):
                yield from _variants(checker, joined, depth + 1)
            return
    yield from _conditional(checker, plain, depth)


def _joined(
    checker: Checker, key: str, rest: JsonObject, parts: list[Json]
) -> Iterator[JsonObject]:
    if key != "allOf":
        yield from (merge(rest, checker.resolve(part)) for part in parts if part is not False)
        return
    for part in parts:
        rest = merge(rest, _decided(rest, checker.resolve(part)))
    yield rest


def _decided(rest: JsonObject, part: JsonObject) -> JsonObject:
    """The part; with its first branch for good where its branches would overwrite others."""
    clash = any(key in rest and key in part for key in (*_BRANCHES, "not", "if", "pattern"))
    if not clash:
        return part
    first = next((b for b in as_list(part.get("anyOf", part.get("oneOf"))) if b), None)
    kept = {k: v for k, v in part.items() if k not in (*_BRANCHES, "not", "if", "pattern")}
    return merge(kept, first) if isinstance(first, dict) else kept


def _conditional(checker: Checker, plain: JsonObject, depth: int) -> Iterator[JsonObject]:
    if "if" not in plain:
        yield plain
        return
    rest = {key: value for key, value in plain.items() if key not in ("if", "then", "else")}
    met = merge(rest, checker.resolve(plain["if"]))
    yield from _variants(checker, merge(met, checker.resolve(plain.get("then"))), depth + 1)
    yield from _variants(checker, merge(rest, checker.resolve(plain.get("else"))), depth + 1)
