"""Values for what a message does not say and a tool must have."""

import re

from switchboard.offline.filling.phrases import topic_words
from switchboard.offline.schema.checker import Checker
from switchboard.offline.schema.merging import variants
from switchboard.offline.schema.valid import make_valid
from switchboard.wire import Json, JsonObject

_EXAMPLE = re.compile(
    r"(?:e\.g\.,?|for example,?|such as|example:|例如|如[:\uff1a]|比如)[:\uff1a]?\s*[\"'“`「]?"
    r"(?P<value>[^\"'”`」();。\uff08\uff09\uff1b]+)",
    re.I,
)
_LONGEST_TOPIC = 48


def invent(checker: Checker, schema: Json, name: str, text: str) -> Json:
    """Its default, ``null`` where allowed, the example of its description, what the message is
    about, else any that fits.

    Raises ``NoValueError`` where nothing fits.
    """
    for variant in variants(checker, schema):
        for value in _natural(variant, text):
            if checker.accepts(value, schema):
                return value
    return make_valid(checker, schema, name)


def _natural(schema: JsonObject, text: str) -> list[Json]:
    values: list[Json] = [schema["default"]] if "default" in schema else []
    kinds = schema.get("type")
    if kinds == "null" or (isinstance(kinds, list) and "null" in kinds):
        values.append(None)
    example = _EXAMPLE.search(str(schema.get("description", "")))
    if example and kinds == "string":
        values.append(example["value"].strip().rstrip(".,"))
    if kinds == "string" and len(topic := topic_words(text)) <= _LONGEST_TOPIC:
        values.append(topic)
    return values
