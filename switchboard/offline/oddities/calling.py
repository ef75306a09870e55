"""Calls whose name or arguments come in another form."""

import copy
import json
from typing import cast

from switchboard.offline.oddities.parts import Parts, entries, function_of, openings
from switchboard.wire import Json, JsonObject


def object_arguments(parts: Parts) -> Parts:
    """Arguments as an object (ggml-org/llama.cpp#20198); a stream then has each call whole."""
    whole = whole_calls(parts)
    for entry in entries(whole):
        function = function_of(entry)
        function["arguments"] = _parsed(str(function["arguments"]))
    return whole


def empty_arguments(parts: Parts) -> Parts:
    """No arguments at all (sigoden/aichat#1217)."""
    for entry in entries(parts):
        function_of(entry)["arguments"] = ""
    return parts


def null_arguments(parts: Parts) -> Parts:
    """Arguments that are null."""
    for entry in entries(parts):
        function_of(entry)["arguments"] = None
    return parts


def whole_calls(parts: Parts) -> Parts:
    """Each call in a single delta (Ollama, Gemini)."""
    kept: Parts = []
    function: JsonObject = {}
    for part in parts:
        entry = next(entries([part]), None)
        if entry is None or "id" in entry:
            kept.append(part)
            function = function_of(entry) if entry else {}
        else:
            more = function_of(entry)["arguments"]
            function["arguments"] = f"{function['arguments']}{more}"
    return kept


def repeated_call(parts: Parts) -> Parts:
    """The whole of each call comes once more under another index (mudler/LocalAI#9722)."""
    whole = whole_calls(parts)
    doubled: list[JsonObject] = []
    for part in whole:
        doubled.append(part)
        again = copy.deepcopy(part)
        repeated = list(entries([again]))
        for entry in repeated:
            if "index" in entry:
                entry["index"] = int(str(entry["index"])) + 100
        if any("index" in entry for entry in repeated):
            doubled.append(again)
    return doubled


def extra_keys(parts: Parts) -> Parts:
    """A signature that wants to be sent back (Gemini 3, theopenco/llmgateway#1267)."""
    for place, entry in enumerate(openings(parts)):
        entry["extra_content"] = {"google": {"thought_signature": f"c2lnbmVk{place}"}}
    return parts


def _parsed(text: str) -> Json:
    """A cut call's arguments are no JSON; they stay text."""
    try:
        return cast(Json, json.loads(text))
    except ValueError:
        return text
