"""Calls whose name does not come once, first and whole."""

import copy

from switchboard.offline.oddities.parts import Parts, entries, function_of, openings
from switchboard.wire import Json, JsonObject


def split_name(parts: Parts) -> Parts:
    """The name comes in two halves (continuedev/continue#5849)."""
    return [half for part in parts for half in _halves(part)]


def repeated_name(parts: Parts) -> Parts:
    """Every fragment repeats the name (openai/openai-agents-python#326)."""
    name: Json = None
    for entry in entries(parts):
        function = function_of(entry)
        name = function["name"] = function.get("name", name)
    return parts


def late_name(parts: Parts) -> Parts:
    """The name comes after the arguments (vercel/ai#15879)."""
    moved: list[JsonObject] = []
    held: JsonObject | None = None
    for part in parts:
        opening = next(openings([part]), None)
        if held is not None and (opening is not None or next(entries([part]), None) is None):
            moved.append(held)
            held = None
        moved.append(part)
        if opening is not None and "index" in opening:
            held = _name_alone(part)
            function_of(opening).pop("name")
    return moved


def _halves(part: JsonObject) -> list[JsonObject]:
    opening = next(openings([part]), None)
    if opening is None or "index" not in opening:
        return [part]
    name = str(function_of(opening)["name"])
    rest = copy.deepcopy(part)
    second = next(openings([rest]))
    del second["id"], second["type"]
    second["function"] = {"name": name[len(name) // 2 :]}
    function_of(opening)["name"] = name[: len(name) // 2]
    return [part, rest]


def _name_alone(part: JsonObject) -> JsonObject:
    late = copy.deepcopy(part)
    entry = next(openings([late]))
    entry["function"] = {"name": function_of(entry)["name"]}
    del entry["id"]
    return late
