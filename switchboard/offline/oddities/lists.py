"""Lists of models in other forms."""

from collections.abc import Callable, Mapping
from typing import cast

from switchboard.wire import Json, JsonObject


def _array(body: JsonObject) -> Json:
    return body["data"]


def _models_key(body: JsonObject) -> Json:
    return {"models": body["data"]}


def _names(body: JsonObject) -> Json:
    entries = cast("list[JsonObject]", body["data"])
    return {"data": [{"name": entry["id"]} for entry in entries]}


def _both_keys(body: JsonObject) -> Json:
    return {**body, "models": body["data"]}


LISTS: Mapping[str, Callable[[JsonObject], Json]] = {
    "models-array": _array,
    "models-key": _models_key,
    "models-names": _names,
    "models-both": _both_keys,
}
"""By header on ``GET /v1/models``: an array (Together), under ``models`` (vLLM's router), items
with nothing but a name, and under both keys (llama.cpp)."""
