"""References inside one document, followed; nothing is ever fetched."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from switchboard.formats.openapi.shapes import object_in
from switchboard.problems import JsonPath, Problem
from switchboard.tools.quoting import code
from switchboard.wire import Json, JsonObject

_LONGEST_CHAIN = 50


@dataclass(frozen=True, slots=True)
class Found:
    """What a reference leads to."""

    value: Json
    fault: str = ""
    """Why it leads nowhere, as a sentence."""


def pointed_at(document: JsonObject, reference: str) -> Found:
    """The value in the document that the reference names (RFC 6901, as a URI fragment)."""
    if not reference.startswith("#"):
        return Found(
            None,
            f"The reference {code(reference)} leads out of this document, and nothing is fetched."
            " Bundle the document into one file first.",
        )
    value: Json = document
    try:
        for step in steps_of(reference):
            value = _child(value, step)
    except LookupError:
        return Found(None, f"The reference {code(reference)} leads to nothing.")
    return Found(value)


def steps_of(reference: str) -> list[str]:
    """The keys on the way, from the root."""
    if reference in ("#", "#/"):
        return []
    steps = unquote(reference.removeprefix("#/")).split("/")
    return [step.replace("~1", "/").replace("~0", "~") for step in steps]


def followed(
    document: JsonObject, value: Json, path: JsonPath = ()
) -> tuple[JsonObject, tuple[Problem, ...]]:
    """The object itself or, if it is a reference, what that leads to at last; the problem if that
    is nothing."""
    for _ in range(_LONGEST_CHAIN):
        reference = object_in(value).get("$ref")
        if not isinstance(reference, str):
            return object_in(value), ()
        found = pointed_at(document, reference)
        if found.fault:
            return {}, (Problem(found.fault, (*path, "$ref")),)
        value = found.value
    return {}, (Problem("This reference leads back to itself.", (*path, "$ref")),)


def _child(value: Json, step: str) -> Json:
    """Raises ``LookupError`` where there is none."""
    if isinstance(value, list) and re.fullmatch("[0-9]{1,9}", step):
        return value[int(step)]
    return object_in(value)[step]
