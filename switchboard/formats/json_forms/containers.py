"""The tools in a value, wherever they stand: a list, a request's body, a reply, a wrapper."""

from collections.abc import Iterator

from switchboard.formats.json_forms.found import Found
from switchboard.formats.json_forms.recognition import DECLARATIONS, bare_function, recognise
from switchboard.formats.wording import code, shown
from switchboard.problems import JsonPath, Problem
from switchboard.wire import Json, JsonObject

# ``functions``: Chat's older field. The others wrap a body or a reply: JSON-RPC, google-genai's
# config, recorded requests.
_LISTS = ("tools", "functions")
_WRAPPERS = ("result", "config", "body", "request")
# What MCP's ``tools/list`` and JSON-RPC say of the reply, not of a tool.
_OF_THE_REPLY = frozenset(
    ("jsonrpc", "id", "_meta", "ttlMs", "cacheScope", "resultType", "nextCursor")
)


def tools_in(value: Json, path: JsonPath = ()) -> Iterator[Found | Problem | str]:
    """Each tool, each thing that is none, and sentences on what was left beside them."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from tools_in(item, (*path, index))
    elif isinstance(value, dict):
        yield from _object(value, path)
    else:
        yield Problem(f"A tool is an object, as in `{{ … }}`; this is {shown(value)}.", path)


def _object(value: JsonObject, path: JsonPath) -> Iterator[Found | Problem | str]:
    if found := recognise(value, path):
        yield found
    elif declared := next((key for key in DECLARATIONS if key in value), None):
        yield from _declarations(value, declared, path)
    elif held := next((key for key in _LISTS if isinstance(value.get(key), list)), None):
        yield from _held(value, held, path)
    elif found := bare_function(value, path):
        yield found
    elif wrapped := next((key for key in _WRAPPERS if isinstance(value.get(key), dict)), None):
        yield from tools_in(value[wrapped], (*path, wrapped))
    else:
        yield Problem(_misfit(value), path)


def _held(value: JsonObject, key: str, path: JsonPath) -> Iterator[Found | Problem | str]:
    yield from tools_in(value[key], (*path, key))
    if value.get("nextCursor"):
        yield "The list goes on: `nextCursor` asks the server for more tools."
    if others := [each for each in value if each != key and each not in _OF_THE_REPLY]:
        yield f"Only the tools were read; beside them stand {code(*others)}."


def _declarations(value: JsonObject, key: str, path: JsonPath) -> Iterator[Found | Problem | str]:
    declared = value[key]
    # Google's libraries take one declaration for a list of one.
    each = enumerate(declared) if isinstance(declared, list) else [(None, declared)]
    for index, item in each:
        place = (*path, key) if index is None else (*path, key, index)
        if isinstance(item, dict):
            yield Found("gemini", item, place)
        else:
            yield Problem(f"A declaration is an object; this is {shown(item)}.", place)
    for other in value:
        if other != key:
            yield Problem(f"Only functions can be read; {code(other)} is none.", (*path, other))


def _misfit(value: JsonObject) -> str:
    """What the object seems to be instead of a tool."""
    kind = value.get("type")
    if isinstance(value.get("error"), dict):
        return "This is an error's reply, not a list of tools. Ask again, and paste what comes."
    if kind == "object" or "properties" in value or "$schema" in value:
        return (
            "This is a schema without a function. Give it a name:"
            ' `{"name": "…", "parameters": { … }}`.'
        )
    if isinstance(kind, str) and kind != "function":
        return f"Only functions can be read; this is of type {shown(kind)}."
    if isinstance(value.get("function"), str) or kind == "function":
        return "This function has no definition. Give it a `name`, and `parameters` if it has any."
    return "No tool is recognised in this object. A tool has at least a `name`."
