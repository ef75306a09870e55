"""Local references: what a ``$ref`` points at inside its own document."""

from urllib.parse import unquote

from switchboard.wire import Json, JsonObject


def pointed_at(root: JsonObject, reference: str) -> JsonObject | None:
    """The schema at ``#`` or ``#/a/b`` (RFC 6901); ``None`` for anything else, or for nothing."""
    if not reference.startswith("#"):
        return None
    found: Json = root
    for part in unquote(reference[1:]).split("/")[1:]:
        found = _inside(found, part.replace("~1", "/").replace("~0", "~"))
    is_there = isinstance(found, dict) and (reference == "#" or reference.startswith("#/"))
    return found if is_there and isinstance(found, dict) else None


def _inside(value: Json, part: str) -> Json:
    if isinstance(value, dict):
        return value.get(part)
    if isinstance(value, list) and part.isdecimal() and int(part) < len(value):
        return value[int(part)]
    return None
