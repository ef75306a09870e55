"""The canonical tool: Chat's envelope, and beside the function what Chat can't hold."""

from collections.abc import Mapping

from switchboard.tools import MARGIN
from switchboard.wire import Json, JsonObject


def entry(function: JsonObject, margin: JsonObject) -> JsonObject:
    """The tool's object; without a margin when there is nothing to keep."""
    kept: JsonObject = {MARGIN: margin} if margin else {}
    return {"type": "function", "function": in_order(function), **kept}


def in_order(function: Mapping[str, Json]) -> JsonObject:
    """The function's keys in the order in which people read them."""
    first = ("name", "description", "parameters", "strict")
    known = {key: function[key] for key in first if key in function}
    return {**known, **function}
