"""The schema of schemas, in one piece.

Since 2019-09 the metaschema is a dozen documents that refer to each other dynamically, which
takes jsonschema seven times as long as Draft 7's single one. Here they are merged: same verdicts.
"""

from functools import cache
from typing import Any

from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]

from switchboard.tools.dialects import Validator, validator_for
from switchboard.wire import JsonObject


@cache
def metaschema_validator(dialect: Any) -> Validator:
    """A validator for schemas of that dialect."""
    return validator_for(_merged(dialect.META_SCHEMA), dialect)


def _merged(metaschema: Any) -> JsonObject:
    if "$vocabulary" not in metaschema:
        return dict(metaschema)
    base = metaschema["$id"].rpartition("/")[0]
    documents = [REGISTRY.contents(f"{base}/{each['$ref']}") for each in metaschema["allOf"]]
    merged: JsonObject = {"type": ["object", "boolean"], "properties": {}, "$defs": {}}
    for document in (*documents, metaschema):
        for part in ("properties", "$defs"):
            merged[part].update(_pointing_home(document.get(part, {})))  # type: ignore[union-attr]
    return merged


def _pointing_home(value: Any) -> Any:
    """The same value with every reference turned to the merged document."""
    if isinstance(value, list):
        return [_pointing_home(item) for item in value]
    if not isinstance(value, dict):
        return value
    # Where it is no string, it is the property of that name, described.
    if any(isinstance(value.get(word), str) for word in ("$dynamicRef", "$recursiveRef")):
        return {"$ref": "#"}
    kept = {key: _pointing_home(item) for key, item in value.items()}
    if isinstance(kept.get("$ref"), str):
        kept["$ref"] = "#" + kept["$ref"].partition("#")[2]
    return kept
