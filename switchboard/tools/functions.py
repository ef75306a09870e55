"""One function definition: its name, description, parameters and strictness."""

import json
import re
from collections.abc import Iterator

from switchboard.problems import Problem
from switchboard.tools.definitions import Tool
from switchboard.tools.envelope import Written
from switchboard.tools.quoting import shown
from switchboard.tools.remembering import remembered
from switchboard.tools.schemas import schema_problems, strictness_problems
from switchboard.tools.slips import function_slips, schema_slips
from switchboard.wire import Json, JsonObject

# OpenAI's reference: "a-z, A-Z, 0-9, or contain underscores and dashes, with a maximum length of
# 64". ``\Z``: ``$`` would let a line break pass.
_NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}\Z")


def tool_of(written: Written) -> Tool | None:
    """The tool, as far as it could be understood; ``None`` without a name."""
    function = written.function
    name, description = function.get("name"), function.get("description")
    parameters, strict = function.get("parameters"), function.get("strict")
    if not isinstance(name, str):
        return None
    return Tool(
        name=name,
        description=description if isinstance(description, str) else None,
        parameters=parameters if isinstance(parameters, dict) else None,
        strict=strict if isinstance(strict, bool) else None,
        raw=function,
        extra=written.extra,
        margin=written.margin,
        path=written.path,
    )


def function_problems(written: Written) -> Iterator[Problem]:
    """Everything wrong within one definition, with paths from the definition. May raise
    ``OutOfTime``."""
    function = written.function
    yield from _name_problems(function)
    yield from function_slips(function)
    if "description" in function and not isinstance(function["description"], str):
        message = f"`description` must be a string; it is {shown(function['description'])}."
        yield Problem(message, ("description",))
    if not isinstance(function.get("strict"), bool | None):
        message = f"`strict` must be `true` or `false`; it is {shown(function['strict'])}."
        yield Problem(message, ("strict",))
    if "parameters" in function:
        yield from _beneath(_parameter_problems(function["parameters"], function.get("strict")))
    else:
        yield from _misnamed_parameters(function)


def _name_problems(function: dict[str, Json]) -> Iterator[Problem]:
    name = function.get("name")
    if "name" not in function:
        yield Problem('The function has no name. Add `"name": "…"`.')
    elif not isinstance(name, str):
        yield Problem(f"`name` must be a string; it is {shown(name)}.", ("name",))
    elif not _NAME.match(name):
        yield Problem(
            "A name has 1 to 64 letters (a to z), digits, underscores or dashes;"
            f" this is {shown(name)}.",
            ("name",),
        )


def _misnamed_parameters(function: dict[str, Json]) -> Iterator[Problem]:
    for name in ("inputSchema", "input_schema", "parametersJsonSchema"):
        if name in function:
            message = f"The schema of the arguments is called `parameters` here. Rename `{name}`."
            yield Problem(message, (name,))


def _parameter_problems(parameters: Json, strict: Json) -> Iterator[Problem]:
    if not isinstance(parameters, dict):
        yield Problem(
            f"`parameters` must be an object schema; it is {shown(parameters)}. Leave it out for"
            " a function without arguments."
        )
        return
    yield from _remembered_problems(json.dumps([parameters, strict is True]))


@remembered
def _remembered_problems(canonical: str) -> tuple[Problem, ...]:
    """Of the parameters and whether they are strict, written in one text: all there is to know."""
    parameters, is_strict = json.loads(canonical)
    return tuple(_object_problems(parameters, is_strict=is_strict))


def _object_problems(parameters: JsonObject, *, is_strict: bool) -> Iterator[Problem]:
    faults = schema_problems(parameters)
    yield from faults
    kind = parameters.get("type")
    if kind != "object" and not any(each.path == ("type",) for each in faults):
        there = f"; it is {shown(kind)}" if "type" in parameters else ""
        message = f'Arguments are always an object: `parameters` needs `"type": "object"`{there}.'
        yield Problem(message, ("type",) if "type" in parameters else (), keyword="type")
    yield from schema_slips(parameters)
    if is_strict and not faults:
        yield from strictness_problems(parameters)


def _beneath(problems: Iterator[Problem]) -> Iterator[Problem]:
    for each in problems:
        yield Problem(each.message, ("parameters", *each.path), keyword=each.keyword)
