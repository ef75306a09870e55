"""The tools of a request and the choice among them."""

import re

from switchboard.offline.checking.fields import check_length
from switchboard.offline.checking.kinds import (
    expect,
    expect_array,
    expect_choice,
    expect_object,
    expect_string,
    require,
)
from switchboard.offline.checking.schemas import check_parameters
from switchboard.offline.refusals import Refusal
from switchboard.wire import Json, JsonObject

_NAME = re.compile(r"[a-zA-Z0-9_-]+")


def check_tools(body: JsonObject) -> None:
    """Refuses malformed or repeated tools, and a choice that the tools don't offer."""
    tools = body.get("tools")
    if tools is None:
        _refuse_without_tools(body)
        return
    entries = expect_array(tools, "tools")
    check_length(entries, "tools", least=1, most=128)
    names = [_check_tool(expect_object(e, f"tools[{i}]"), i) for i, e in enumerate(entries)]
    _refuse_repeated(names)
    _check_choice(body.get("tool_choice"), names)


def _refuse_without_tools(body: JsonObject) -> None:
    for key in ("tool_choice", "parallel_tool_calls"):
        if body.get(key) is not None and body[key] != "none":
            raise Refusal(
                f"Invalid value for '{key}': '{key}' is only allowed when 'tools' are specified.",
                param=key,
            )


def _check_tool(tool: JsonObject, index: int) -> str:
    path = f"tools[{index}]"
    expect_choice(require(tool, "type", f"{path}.type"), f"{path}.type", "function")
    path = f"{path}.function"
    function = expect_object(require(tool, "function", path), path)
    name = expect_string(require(function, "name", f"{path}.name"), f"{path}.name")
    check_name(name, f"{path}.name")
    if function.get("description") is not None:
        expect(function["description"], f"{path}.description", "string")
    if function.get("strict") is not None:
        expect(function["strict"], f"{path}.strict", "boolean")
    check_parameters(function, path)
    return name


def check_name(name: str, path: str) -> None:
    """Refuses a name that is too long or holds other characters than the reference allows."""
    if len(name) > 64:
        raise Refusal(
            f"Invalid '{path}': string too long. Expected a string with maximum length 64, "
            f"but got a string with length {len(name)} instead.",
            param=path,
            code="string_above_max_length",
        )
    if not _NAME.fullmatch(name):
        raise Refusal(
            f"Invalid '{path}': string does not match pattern. "
            "Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.",
            param=path,
            code="invalid_value",
        )


def _refuse_repeated(names: list[str]) -> None:
    for index, name in enumerate(names):
        if name in names[:index]:
            raise Refusal(
                f"Invalid 'tools[{index}].function.name': tool names must be unique, but "
                f"'{name}' is already the name of 'tools[{names.index(name)}]'.",
                param=f"tools[{index}].function.name",
                code="invalid_value",
            )


def _check_choice(choice: Json, names: list[str]) -> None:
    if choice is None:
        return
    if isinstance(choice, str):
        expect_choice(choice, "tool_choice", "none", "auto", "required")
        return
    chosen = expect_object(choice, "tool_choice")
    kind = expect_choice(
        require(chosen, "type", "tool_choice.type"),
        "tool_choice.type",
        "function",
        "allowed_tools",
    )
    if kind == "function":
        _check_named(chosen, "tool_choice", names)
    else:
        _check_allowed(chosen, names)


def _check_named(choice: JsonObject, path: str, names: list[str]) -> None:
    path = f"{path}.function"
    function = expect_object(require(choice, "function", path), path)
    name = expect_string(require(function, "name", f"{path}.name"), f"{path}.name")
    if name not in names:
        raise Refusal(
            f"Invalid value for 'tool_choice': no function named '{name}' was specified in the "
            "'tools' parameter.",
            param="tool_choice",
        )


def _check_allowed(choice: JsonObject, names: list[str]) -> None:
    path = "tool_choice.allowed_tools"
    allowed = expect_object(require(choice, "allowed_tools", path), path)
    expect_choice(require(allowed, "mode", f"{path}.mode"), f"{path}.mode", "auto", "required")
    tools = expect_array(require(allowed, "tools", f"{path}.tools"), f"{path}.tools")
    check_length(tools, f"{path}.tools", least=1, most=128)
    for index, tool in enumerate(tools):
        where = f"{path}.tools[{index}]"
        _check_named(expect_object(tool, where), where, names)
