"""A tool in Chat's envelope, or its bare function, as a canonical one."""

from switchboard.formats.canonical import in_order
from switchboard.tools import MARGIN
from switchboard.wire import JsonObject

_OURS = ("type", "function", MARGIN)


def read_chat(value: JsonObject) -> JsonObject:
    """The canonical tool: the same one, with its envelope."""
    function = value.get("function")
    if isinstance(function, dict):
        extra = {key: item for key, item in value.items() if key not in _OURS}
    else:
        function = {key: item for key, item in value.items() if key != MARGIN}
        extra = {}
    margin: JsonObject = {MARGIN: value[MARGIN]} if value.get(MARGIN) else {}
    return {"type": "function", "function": in_order(function), **extra, **margin}
