"""What a reference within a schema points to (RFC 6901)."""

from urllib.parse import unquote

from switchboard.wire import Json


def target_of(root: Json, address: str) -> Json:
    """The value there; ``None`` when the address leads out of the schema or nowhere."""
    if address == "#":
        return root
    if not address.startswith("#/"):
        return None
    for part in unquote(address[2:]).split("/"):
        root = _step(root, part.replace("~1", "/").replace("~0", "~"))
    return root


def _step(value: Json, part: str) -> Json:
    if isinstance(value, dict):
        return value.get(part)
    if isinstance(value, list) and part.isascii() and part.isdecimal() and len(part) < 9:
        return value[int(part)] if int(part) < len(value) else None
    return None
