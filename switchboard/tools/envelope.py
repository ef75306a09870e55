"""The functions in a value, however they were wrapped."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from switchboard.problems import JsonPath, Problem
from switchboard.tools.definitions import MARGIN
from switchboard.tools.quoting import shown
from switchboard.tools.slips import entry_slips
from switchboard.wire import Json, JsonObject

_OWN = ("type", "function", MARGIN)
_SCHEMA_WORDS = frozenset(("properties", "$schema", "$defs", "required", "additionalProperties"))


@dataclass(frozen=True, slots=True)
class Written:
    """A function definition as it stands in the text."""

    function: JsonObject
    path: JsonPath
    extra: JsonObject = field(default_factory=dict)
    """The envelope's other keys."""

    margin: JsonObject = field(default_factory=dict)
    """What the envelope holds that is never sent."""


def functions_in(value: Json) -> Iterator[Written | Problem]:
    """Every function of a list of tools, a single tool or a bare function, in order."""
    if isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _entry(entry, (index,))
    elif isinstance(value, dict):
        yield from _entry(value, ())
    else:
        yield Problem(f"A list of tools is expected, as in `[ … ]`; this is {shown(value)}.")


def _entry(entry: Json, path: JsonPath) -> Iterator[Written | Problem]:
    if not isinstance(entry, dict):
        yield Problem(f"A tool is an object, as in `{{ … }}`; this is {shown(entry)}.", path)
        return
    yield from _margin_problems(entry, path)
    slips = [replace(slip, path=(*path, *slip.path)) for slip in entry_slips(entry)]
    yield from slips
    if "function" in entry:
        yield from _enveloped(entry, path)
    elif slips:
        return
    elif misfit := _misfit(entry):
        yield Problem(misfit, path)
    elif MARGIN in entry:
        function = {key: item for key, item in entry.items() if key != MARGIN}
        yield Written(function, path, margin=_margin(entry))
    else:
        yield Written(entry, path)


def _enveloped(entry: JsonObject, path: JsonPath) -> Iterator[Written | Problem]:
    if "type" not in entry:
        yield Problem('A tool needs `"type": "function"` beside `function`. Add it.', path)
    elif entry["type"] != "function":
        message = f'A tool needs `"type": "function"`; this is {shown(entry["type"])}.'
        yield Problem(message, (*path, "type"))
    function = entry["function"]
    if isinstance(function, dict):
        if MARGIN in function:
            message = f"`{MARGIN}` stands beside `function`, not in it: here it would be sent."
            yield Problem(message, (*path, "function", MARGIN))
        extra = {key: item for key, item in entry.items() if key not in _OWN}
        yield Written(function, (*path, "function"), extra, _margin(entry))
    else:
        message = f"`function` must be an object with a `name`; this is {shown(function)}."
        yield Problem(message, (*path, "function"))


def _margin_problems(entry: JsonObject, path: JsonPath) -> Iterator[Problem]:
    if not isinstance(entry.get(MARGIN, {}), dict):
        message = f"`{MARGIN}` must be an object; it is {shown(entry[MARGIN])}."
        yield Problem(message, (*path, MARGIN))


def _margin(entry: JsonObject) -> JsonObject:
    margin = entry.get(MARGIN)
    return margin if isinstance(margin, dict) else {}


def _misfit(entry: JsonObject) -> str | None:
    """What else the object seems to be, and what to do with it."""
    kind = entry.get("type")
    if isinstance(entry.get("tools"), list) and "name" not in entry:
        return "This holds a list of tools under `tools`. Keep that list only."
    if kind == "function":
        return 'Put the definition under `function`: `{"type": "function", "function": { … }}`.'
    if "name" not in entry and (kind == "object" or _SCHEMA_WORDS & entry.keys()):
        return (
            "This is a schema without a function. Give it a name:"
            ' `{"name": "…", "parameters": { … }}`.'
        )
    if isinstance(kind, str) and "parameters" not in entry:
        return f'Only tools of `"type": "function"` can be checked and sent; this is {shown(kind)}.'
    return None
