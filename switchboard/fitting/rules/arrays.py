"""Rules for arrays: entries of one schema."""

from collections.abc import Iterator

from switchboard.fitting.edits import At, Edit, without
from switchboard.fitting.naming import named
from switchboard.wire import Json, JsonObject


def with_items(node: JsonObject, at: At) -> Iterator[Edit]:
    """An array that does not say of what is one of text."""
    kind = node.get("type")
    is_array = kind == "array" or (isinstance(kind, list) and "array" in kind)
    if is_array and not isinstance(node.get("items"), dict | list) and "prefixItems" not in node:
        yield Edit(
            "items",
            f"The entries of {named(at.path)} become text",
            lambda now: {**now, "items": {"type": "string"}},
            "It did not say what its entries are.",
            beneath=("items",),
            loosens=node.get("items") is False,
            is_first=True,
        )


def without_tuples(node: JsonObject, at: At) -> Iterator[Edit]:
    """A row of schemas, one for each entry, becomes one schema for all entries."""
    key = "prefixItems" if isinstance(node.get("prefixItems"), list) else "items"
    rows = node.get(key)
    if isinstance(rows, list):
        yield Edit(
            "row",
            f"The entries of {named(at.path)} become all alike",
            lambda now: _alike(now, key, rows),
            "Which of them stands where is not checked any more.",
            beneath=(key,),
            loosens=True,
            is_first=True,
        )


def _alike(node: JsonObject, key: str, rows: list[Json]) -> JsonObject:
    rest = node.get("items" if key == "prefixItems" else "additionalItems")
    alike = _one_schema([*rows, *([rest] if isinstance(rest, dict) else [])])
    plain = {**without(node, "prefixItems", "additionalItems"), "items": alike}
    return {**plain, "maxItems": len(rows)} if rest is False and "maxItems" not in node else plain


def _one_schema(rows: list[Json]) -> Json:
    kinds: list[Json] = []
    for row in rows:
        if isinstance(row, dict) and row not in kinds:
            kinds.append(row)
    if not kinds:
        return {"type": "string"}
    return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
