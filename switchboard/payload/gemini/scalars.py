"""The keywords of one schema that need no look at the schemas inside it."""

import json

from switchboard.payload.gemini import losses
from switchboard.payload.gemini.losses import Losses, Place
from switchboard.wire import Json, JsonObject

_ALWAYS = frozenset({"type", "title", "description", "nullable", "default", "enum", "format"})
KEPT: dict[str, frozenset[str]] = {
    "string": _ALWAYS | {"minLength", "maxLength", "pattern"},
    "number": _ALWAYS | {"minimum", "maximum"},
    "integer": _ALWAYS | {"minimum", "maximum"},
    "boolean": _ALWAYS,
    "array": _ALWAYS | {"items", "minItems", "maxItems"},
    "object": _ALWAYS
    | {"properties", "required", "propertyOrdering", "minProperties", "maxProperties"},
}
# The only formats of text that are taken (google-genai, `types.Schema.format`).
TEXT_FORMATS = ("enum", "date-time")
_INSIDE = frozenset({"anyOf", "oneOf", "allOf", "items", "prefixItems", "properties"})


def with_one_type(node: JsonObject) -> JsonObject:
    """With a ``type``, by what the other keywords are about; text where nothing says more."""
    kind = node.get("type")
    if isinstance(kind, str) and kind in KEPT:
        return node
    if "properties" in node or "required" in node or "additionalProperties" in node:
        return node | {"type": "object"}
    if "items" in node or "prefixItems" in node:
        return node | {"type": "array"}
    is_number = "minimum" in node or "maximum" in node
    return node | {"type": "number" if is_number else "string"}


def with_text_enum(node: JsonObject, place: Place, lost: Losses) -> JsonObject:
    """With ``const`` and ``enum`` as an enum of text; a null among them as ``nullable``.

    An empty text is refused there ("enum[0]: cannot be empty").
    """
    if "const" in node:
        lost.add(losses.CONST, place)
        node = {key: value for key, value in node.items() if key != "const"} | {
            "enum": [node["const"]]
        }
    if "enum" not in node:
        return node
    values = node["enum"]
    if not isinstance(values, list):
        lost.dropped("enum", place)
        return {key: value for key, value in node.items() if key != "enum"}
    texts: list[Json] = [as_text(value) for value in values if value not in (None, "")]
    if "" in values:
        lost.add(losses.EMPTY_TEXT, place)
    if any(not isinstance(value, str) for value in values if value is not None):
        lost.add(losses.TEXT_ENUM, place)
    node = {key: value for key, value in node.items() if key != "enum"} | {"type": "string"}
    return node | ({"enum": texts} if texts else {}) | _nullable(None in values, place, lost)


def with_inclusive_bounds(node: JsonObject, place: Place, lost: Losses) -> JsonObject:
    """With ``minimum`` and ``maximum`` in place of the exclusive ones."""
    for exclusive, inclusive, step in (
        ("exclusiveMinimum", "minimum", 1),
        ("exclusiveMaximum", "maximum", -1),
    ):
        bound = node.get(exclusive)
        if not isinstance(bound, int | float) or isinstance(bound, bool):
            continue
        is_whole = node.get("type") == "integer" and isinstance(bound, int)
        node = {key: value for key, value in node.items() if key != exclusive}
        node.setdefault(inclusive, bound + step if is_whole else bound)
        if not is_whole:
            lost.add(losses.EXCLUSIVE, place)
    return node


def only_known(node: JsonObject, place: Place, lost: Losses) -> JsonObject:
    """Without the keywords that are refused for this type."""
    known = KEPT[str(node["type"])]
    kept = {key: value for key, value in node.items() if key in known}
    if kept["type"] == "string" and kept.get("format", "enum") not in TEXT_FORMATS:
        del kept["format"]
    for key in node:
        if key not in kept and key not in _INSIDE:
            lost.dropped(key, place)
    return kept


def _nullable(is_nullable: bool, place: Place, lost: Losses) -> JsonObject:
    if is_nullable:
        lost.add(losses.NULLABLE, place)
    return {"nullable": True} if is_nullable else {}


def as_text(value: Json) -> str:
    """A value of an enum as the text that stands for it."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
