"""Every real tool: opened, linted, fitted, converted to every format and back."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from conformance.material import argument_vectors, real_tools
from switchboard.fitting import GOALS, fit
from switchboard.formats import FORMATS, Reading, read_tools, write_tools
from switchboard.lint import RULES, lint
from switchboard.messages import Call
from switchboard.tools import Tool, check_call, check_toolset

WRITTEN = tuple(each.id for each in FORMATS if each.writes)
BOTH_WAYS = tuple(each.id for each in FORMATS if each.writes and each.reads)


@cache
def opened() -> dict[int, Reading]:
    """By number, as it was found."""
    return {number: read_tools(json.dumps(raw)) for number, (_, raw) in real_tools().items()}


@cache
def tools() -> dict[int, Tool]:
    """By number, those that were understood."""
    found = {number: check_toolset(each.text).tools for number, each in opened().items()}
    return {number: each[0] for number, each in found.items() if each}


def not_opened() -> list[str]:
    """Tools of which anything was not understood."""
    return [
        str(number)
        for number, reading in opened().items()
        if number not in tools() or reading.problems or len(reading.entries) != 1
    ]


def not_sendable() -> list[str]:
    """Names of the tools that have to be mended first."""
    return [
        tools()[number].name
        for number, reading in opened().items()
        if not check_toolset(reading.text).is_sendable
    ]


def not_linted() -> list[str]:
    """Names of the tools whose judgement was given up, or breaks a rule that is in no table."""
    known = {each.id for each in RULES}
    return [
        tool.name
        for tool in tools().values()
        if any(each.rule.id == "BOUND" or each.rule.id not in known for each in lint([tool]))
    ]


def not_fitted() -> list[str]:
    """Tools and goals where a second time changes something more."""
    return [
        f"{tool.name} for {goal.id}"
        for tool in tools().values()
        for goal in GOALS
        if _refitted(tool, goal.id)
    ]


def not_converted(format: str) -> list[str]:
    """Names of the tools that this format has no text for, or that come back another one."""
    return [tool.name for tool in tools().values() if not _is_converted(tool, format)]


def disagreeing() -> list[str]:
    """Vectors on which the verdict or the places are others than two validators say."""
    return [each["variant"] for each in argument_vectors() if not _agrees(each)]


def _refitted(tool: Tool, goal: str) -> bool:
    after = fit(tool, goal).after()
    (fitted,) = check_toolset(json.dumps(after)).tools
    return bool(fit(fitted, goal).changes)


def _is_converted(tool: Tool, format: str) -> bool:
    writing = write_tools([tool], format)
    if format not in BOTH_WAYS:
        return tool.name in writing.text or bool(writing.losses)
    back = check_toolset(read_tools(writing.text, format=format).text).tools
    named = " ".join(each.message for each in writing.losses)
    return len(back) == 1 and all(f"`{key}`" in named for key in _changed(tool, back[0]))


def _changed(before: Tool, after: Tool) -> Iterator[str]:
    """The parts of the tool that are not the same."""
    one, other = _parts(before), _parts(after)
    yield from (key for key in {*one, *other} if one.get(key, ...) != other.get(key, ...))


def _parts(tool: Tool) -> dict[str, Any]:
    return {**tool.extra, **tool.raw, **tool.margin}


def _agrees(vector: dict[str, Any]) -> bool:
    tool = tools()[vector["tool_n"]]
    checked = check_call(Call("call_1", tool.name, json.dumps(vector["args"])), [tool])
    places = {("/".join(map(str, each.path)), each.keyword) for each in checked.problems}
    expected = {(path.strip("/"), keyword) for path, keyword in vector["errors"]}
    return (checked.is_valid, places) == (vector["valid"], expected)
