"""Keys that mean nothing where they stand: most are slips of the hand."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from itertools import islice

from switchboard.problems import JsonPath, Problem
from switchboard.tools.definitions import MARGIN, Tool
from switchboard.tools.known_keys import KINDS, OFTEN_SEEN, Known
from switchboard.tools.places import Places
from switchboard.tools.quoting import code
from switchboard.wire import Json, JsonObject

_MOST = 20
# A single letter that is added, left out or changed in a word of four gives 0.75 and more.
_CLOSE = 0.75


def unknown_keys(tools: tuple[Tool, ...], text: str) -> tuple[Problem, ...]:
    """The first twenty, each with its place in the text; advice, since all of them are sent."""
    places = Places(text)
    found = islice((each for tool in tools for each in _of_tool(tool)), _MOST)
    return tuple(_placed(each, places) for each in found)


def _of_tool(tool: Tool) -> Iterator[Problem]:
    is_enveloped = tool.path[-1:] == ("function",)
    if is_enveloped:
        yield from _walk(tool.extra, tool.path[:-1], kind="entry")
    yield from _walk(tool.raw, tool.path, kind="function" if is_enveloped else "bare")
    entry = tool.path[:-1] if is_enveloped else tool.path
    yield from _walk(tool.margin, (*entry, MARGIN), kind="margin")


def _walk(value: Json, path: JsonPath, *, kind: str) -> Iterator[Problem]:
    waiting: list[tuple[Json, JsonPath, str]] = [(value, path, kind)]
    while waiting:
        item, at, what = waiting.pop()
        place = KINDS[what]
        if isinstance(item, dict):
            known = {**OFTEN_SEEN, **place.keys} if what == "schema" else place.keys
            if known:
                yield from _unknown(item, at, known)
            leads = {name: known[name].leads if name in known else place.each for name in item}
            waiting += [
                (item[name], (*at, name), leads[name]) for name in reversed(item) if leads[name]
            ]
        elif isinstance(item, list) and (inner := _each_of(what)):
            waiting += [(item[n], (*at, n), inner) for n in reversed(range(len(item)))]


def _each_of(kind: str) -> str:
    """Of draft 7's ``items`` too, which may be a list of schemas."""
    return "schema" if kind == "schema" else KINDS[kind].each


def _unknown(item: JsonObject, path: JsonPath, known: Mapping[str, Known]) -> Iterator[Problem]:
    names = {name.lower(): name for name in known}
    for key in item:
        if key in known or key.lower().startswith("x-"):
            continue
        close = get_close_matches(key.lower()[:60], names, n=1, cutoff=_CLOSE)
        yield Problem(_sentence(key, names[close[0]] if close else ""), (*path, key))


def _sentence(key: str, meant: str) -> str:
    if meant:
        return f"{code(key)}: did you mean {code(meant)}?"
    return f"{code(key)} has no meaning here. It is sent as it stands."


def _placed(problem: Problem, places: Places) -> Problem:
    place = places.at(problem.path)
    return replace(problem, line=place.line, column=place.column)
