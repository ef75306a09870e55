"""What a schema tells of its values, looked at from outside."""

from switchboard.formats.shapes.words import COMBINERS, HELD, KINDS, inferred_kind, is_typed
from switchboard.wire import JsonObject


def combiner_of(schema: JsonObject) -> str:
    """``anyOf`` or ``oneOf`` where they alone tell the type."""
    if len(found := [key for key in COMBINERS if key in schema]) != 1:
        return ""
    listed, own = schema[found[0]], schema.keys() & HELD
    if not isinstance(listed, list) or own - {"type"}:
        return ""
    return found[0] if not own or all(map(is_typed, listed)) else ""


def kinds_of(schema: JsonObject) -> list[str]:
    """The types it allows, written or plainly meant, in a fixed order."""
    written = schema.get("type", inferred_kind(schema))
    listed = written if isinstance(written, list) else [written]
    return [each for each in KINDS if each in listed]


def has_known_keys(schema: JsonObject) -> bool:
    """Whether an object of it is a record, not a map."""
    properties, required = schema.get("properties"), schema.get("required")
    return bool(properties or required) or schema.get("additionalProperties") is False


def is_exactly(count: int, schema: JsonObject) -> bool:
    """Whether a list of it has that many entries, no more and no fewer."""
    rest = schema.get("items") if "prefixItems" in schema else schema.get("additionalItems")
    ends = rest is False or schema.get("maxItems") == count
    return ends and schema.get("minItems") == count
