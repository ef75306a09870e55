"""Everything of a schema that no column of its own tells."""

import json

from switchboard.formats.limits_text import limit_texts
from switchboard.wire import Json, JsonObject

_TOLD_LAST = ("title", "examples", "$ref")


def details(schema: JsonObject) -> list[str]:
    """As ``keyword: value``: limits, the title, examples, and choices of more than types."""
    more: JsonObject = {key: schema[key] for key in _TOLD_LAST if key in schema}
    for key in ("anyOf", "oneOf"):
        if key in schema and not _is_told(schema[key]):
            more[key] = schema[key]
    if isinstance(schema.get("items"), list | bool):
        more["items"] = schema["items"]
    told = [f"{key}: {json.dumps(item, ensure_ascii=False)}" for key, item in more.items()]
    return [*limit_texts(schema), *told]


def _is_told(choices: Json) -> bool:
    """Whether the column of types says all of it."""
    return isinstance(choices, list) and all(
        isinstance(each, dict) and each.keys() <= {"type"} for each in choices
    )
