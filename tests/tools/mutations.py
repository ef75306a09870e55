"""Good toolsets with one thing spoilt, and the place where it was."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from switchboard.problems import JsonPath
from switchboard.tools import example_toolsets
from switchboard.tools.subschemas import subschemas

RICH = [
    {
        "type": "function",
        "function": {
            "name": "find_flights",
            "description": "Find flights between two cities.",
            "parameters": {
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "type": "object",
                "title": "Flights",
                "properties": {
                    "from": {"$ref": "#/$defs/place"},
                    "to": {"anyOf": [{"$ref": "#/$defs/place"}, {"type": "null"}]},
                    "class": {"type": "string", "enum": ["economy", "business"]},
                    "code": {"type": "string", "pattern": "^[A-Z]{3}$", "minLength": 3},
                    "seats": {"type": "integer", "minimum": 1, "maximum": 9, "default": 1},
                    "stops": {
                        "type": "array",
                        "items": {"type": "string", "format": "date"},
                        "minItems": 1,
                        "uniqueItems": True,
                    },
                    "fare": {"oneOf": [{"type": "number"}, {"const": "any"}], "examples": [1]},
                    "notes": {"not": {"type": "boolean"}, "description": "Anything else"},
                },
                "required": ["from", "to"],
                "additionalProperties": False,
                "$defs": {
                    "place": {
                        "type": "object",
                        "properties": {"city": {"type": "string"}},
                        "required": ["city"],
                    }
                },
            },
        },
    },
    {"type": "function", "function": {"name": "now", "description": "The time of day."}},
]
# Most real tools name this draft, whose ``items`` and ``dependencies`` may be two things.
DRAFT_7 = [
    {
        "type": "function",
        "function": {
            "name": "draw_chart",
            "description": "Draw a chart of rows.",
            "parameters": {
                "$schema": "http://json-schema.org/draft-07/schema#",
                "type": "object",
                "properties": {
                    "rows": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {
                                "cells": {"type": "array", "items": {"type": "number"}},
                                "label": {"type": "string", "enum": ["a", "b"]},
                            },
                            "required": ["cells"],
                            "additionalProperties": False,
                        },
                    },
                    "pair": {"items": [{"type": "string"}, {"$ref": "#/definitions/size"}]},
                },
                "dependencies": {"pair": {"required": ["rows"]}, "rows": ["pair"]},
                "definitions": {"size": {"type": "integer", "minimum": 1}},
            },
        },
    }
]
TOOLSETS: list[list[Any]] = [RICH, DRAFT_7, *(json.loads(each.text) for each in example_toolsets())]


@dataclass(frozen=True, slots=True)
class Mutation:
    """A spoilt text."""

    what: str
    text: str
    start: int
    """Problems that stand between this offset …"""

    end: int
    """… and this one point at what was spoilt."""

    path: JsonPath | None = None
    """So do those with this path."""


TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+')
OTHER = {"{": "[", "[": "{", "}": "]", "]": "}"}


def spoilt_texts(toolset: list[Any], indent: int | str | None) -> Iterator[Mutation]:
    """Every way to spoil one token of the text."""
    text = json.dumps(toolset, indent=indent)
    tokens = list(TOKEN.finditer(text))
    for at, token in enumerate(tokens):
        start = tokens[max(at - 1, 0)].start()
        after = tokens[min(at + 1, len(tokens) - 1)].end()
        for what, new in _spoilt_token(token[0]):
            changed = text[: token.start()] + new + text[token.end() :]
            grown = len(new) - len(token[0])
            yield Mutation(f"{what} {token[0][:20]}", changed, start, after + grown)
        cut = text[: token.start()]
        if cut.strip():
            yield Mutation(f"cut before {token[0][:20]}", cut, start, len(cut))


def _spoilt_token(token: str) -> Iterator[tuple[str, str]]:
    if token in OTHER or token in ",:":
        yield "delete", ""
    if token in OTHER:
        yield "another bracket", OTHER[token]
    if token in OTHER or token in ",:":
        yield "double", token * 2
    if token.startswith('"'):
        yield "no opening quote", token[1:]
        yield "no closing quote", token[:-1]
        yield "single quotes", f"'{token[1:-1]}'"
        yield "line break", token[:-1] + '\n"'
    elif token in ("true", "false", "null"):
        yield "Python's word", {"true": "True", "false": "False", "null": "None"}[token]
    yield "comment", f"/* note */ {token}"


def spoilt_values(toolset: list[Any]) -> Iterator[Mutation]:
    """Every way to spoil one value or key of the toolset, in a text of a line for each."""
    for path, keyword in keys_of(toolset):
        for slip in sorted(slips_of(keyword)):
            renamed = _renamed(toolset, path, slip)
            yield _mutation(f"{keyword} written {slip}", renamed, (*path[:-1], slip))
        for wrong in WRONG.get(keyword, ()):
            changed = _with(toolset, path, wrong)
            yield _mutation(f"{keyword} is {wrong!r}"[:60], changed, path)
        twice = _written_twice(toolset, path)
        yield Mutation(f"{keyword} twice", twice, 0, 0, path)
    for at, entry in enumerate(toolset):
        for wrong in (5, "get_weather", None, [], True):
            yield _mutation(f"a tool is {wrong!r}", _with(toolset, (at,), wrong), (at,))
        again = [*toolset, entry]
        yield _mutation("a tool twice", again, (len(toolset), "function", "name"))
        for missing in ("type", "function"):
            yield _mutation(f"no {missing}", _without(toolset, (at, missing)), (at,))
        nameless = _without(toolset, (at, "function", "name"))
        yield _mutation("no name", nameless, (at, "function"))
    yield from _spoilt_strictness(toolset)


def _spoilt_strictness(toolset: list[Any]) -> Iterator[Mutation]:
    for path, keyword in keys_of(toolset):
        is_strict = toolset[int(path[0])]["function"].get("strict")
        if is_strict and keyword == "additionalProperties":
            yield _mutation("an open strict tool", _with(toolset, path, True), path)
        if is_strict and keyword == "required":
            yield _mutation("an optional of a strict tool", _with(toolset, path, []), path)


WRONG: dict[str, tuple[Any, ...]] = {
    "type": (5, None, "strin", "String", "", [], ["string", "text"], {}),
    "function": (5, "f", [], None),
    "name": (5, None, "", "get weather", "天气", "a" * 65, ["f"]),
    "description": (5, None, ["a"], {}),
    "parameters": (5, None, [], "none", True),
    "strict": ("true", 1, []),
    "properties": ([], None, "city", {"city": "string"}, {"city": None}, {"city": ["string"]}),
    "required": (None, True, "city", [5], ["a", "a"], {}),
    "additionalProperties": ("false", None, 0, []),
    "enum": ("a", None, {}, 5),
    "items": ("string", None, 5),
    "anyOf": ({}, [], None, ["string"]),
    "oneOf": ({}, [], None, ["string"]),
    "not": ("boolean", None, []),
    "minimum": ("1", None, []),
    "maximum": ("9", None, True),
    "minLength": (-1, "3", 1.5, None),
    "minItems": (-1, "1", None),
    "uniqueItems": ("yes", 1, None),
    "pattern": ("(", "[a", "*", 5, None),
    "format": (5, None, []),
    "title": (5, None, []),
    "examples": ("a", 5, {}),
    "$ref": ("#/$defs/nowhere", "#nowhere", "https://example.com/a", "file:///etc/passwd", 5, None),
    "$defs": ([], None, 5),
    "$schema": (5, None, "https://example.com/draft"),
}
"""Keyword -> values that it can't have."""


def keys_of(toolset: list[Any]) -> Iterator[tuple[JsonPath, str]]:
    """Each key that has a meaning of its own, with its path."""
    for at, entry in enumerate(toolset):
        yield from (((at, key), key) for key in entry)
        function = entry["function"]
        yield from (((at, "function", key), key) for key in function)
        for each in subschemas(function.get("parameters"), (at, "function", "parameters")):
            yield from (((*each.path, key), key) for key in each.schema)


def slips_of(word: str) -> set[str]:
    """As it is written in a hurry; ``example`` is OpenAPI's own word."""
    return {
        word[:-1],
        word + word[-1],
        word[:-2] + word[-1] + word[-2],
        word[0] + word[2:],
        word[0].upper() + word[1:],
    } - {word, "example"}


def _mutation(what: str, toolset: list[Any], path: JsonPath) -> Mutation:
    return Mutation(what, json.dumps(toolset, indent=2, ensure_ascii=False), 0, 0, path)


def _with(toolset: list[Any], path: JsonPath, value: Any) -> list[Any]:
    changed, owner = _copied(toolset, path)
    owner[path[-1]] = value
    return changed


def _without(toolset: list[Any], path: JsonPath) -> list[Any]:
    changed, owner = _copied(toolset, path)
    del owner[path[-1]]
    return changed


def _renamed(toolset: list[Any], path: JsonPath, name: str) -> list[Any]:
    changed, owner = _copied(toolset, path)
    members = {(name if key == path[-1] else key): value for key, value in owner.items()}
    owner.clear()
    owner.update(members)
    return changed


def _written_twice(toolset: list[Any], path: JsonPath) -> str:
    mark = "\N{BLACK SQUARE}"
    changed, owner = _copied(toolset, path)
    owner[mark] = owner[path[-1]]
    return json.dumps(changed, indent=2, ensure_ascii=False).replace(mark, str(path[-1]))


def _copied(toolset: list[Any], path: JsonPath) -> tuple[list[Any], Any]:
    """A copy, and what within it holds the last step of the path."""
    changed = deepcopy(toolset)
    owner: Any = changed
    for step in path[:-1]:
        owner = owner[step]
    return changed, owner
