"""A schema's limits as people read them."""

import json

from switchboard.wire import JsonObject

_STRUCTURE = frozenset(
    (
        *("type", "title", "description", "examples", "properties", "required", "items"),
        *("$ref", "$schema", "$id", "$defs", "definitions", "anyOf", "oneOf"),
    )
)


def limit_texts(schema: JsonObject) -> list[str]:
    """Every keyword that narrows a value, with what it asks: ``minimum: 1``."""
    return [
        f"{keyword}: {json.dumps(value, ensure_ascii=False)}"
        for keyword, value in schema.items()
        if keyword not in _STRUCTURE
    ]
