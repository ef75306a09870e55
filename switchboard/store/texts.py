"""Text and JSON in a form that every database takes."""

import json
import re
from typing import cast

from switchboard.wire import JsonObject

# Half of a UTF-16 pair. JSON may escape one alone, UTF-8 has no place for it.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

_INT64 = 2**63


def json_text(document: JsonObject) -> str:
    """The document as JSON that UTF-8 can hold and ``json_object`` reads back unchanged."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return _LONE_SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def json_object(text: str) -> JsonObject:
    """The document that ``json_text`` wrote."""
    return cast(JsonObject, json.loads(text))


def plain(text: str) -> str:
    """The text for a column: what databases refuse (NUL, lone surrogates) becomes U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text)


def whole(number: int | None) -> int | None:
    """The number for a 64-bit column; one that does not fit is unknown there."""
    return number if number is not None and -_INT64 <= number < _INT64 else None
