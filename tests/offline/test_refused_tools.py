"""Wrong tools and choices among them get the reference's status and envelope."""

from typing import Any

import pytest
from toolbox import WEATHER, RefusalOf, Refused


def function(**fields: Any) -> dict[str, Any]:
    return {"type": "function", "function": {"name": "f", **fields}}


REFUSED: list[Refused] = [
    (
        "an empty list of tools",
        {"tools": []},
        "Invalid 'tools': empty array. Expected an array with minimum length 1, "
        "but got an empty array instead.",
        "tools",
        "empty_array",
    ),
    (
        "129 tools",
        {"tools": [function(name=f"f{index}") for index in range(129)]},
        "Invalid 'tools': array too long. Expected an array with maximum length 128, "
        "but got an array with length 129 instead.",
        "tools",
        "array_above_max_length",
    ),
    (
        "two tools of one name",
        {"tools": [function(), function()]},
        "Invalid 'tools[1].function.name': tool names must be unique, but 'f' is already the "
        "name of 'tools[0]'.",
        "tools[1].function.name",
        "invalid_value",
    ),
    (
        "a name with a blank",
        {"tools": [function(name="get weather")]},
        "Invalid 'tools[0].function.name': string does not match pattern. "
        "Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.",
        "tools[0].function.name",
        "invalid_value",
    ),
    (
        "a name of 65 characters",
        {"tools": [function(name="f" * 65)]},
        "Invalid 'tools[0].function.name': string too long. Expected a string with maximum "
        "length 64, but got a string with length 65 instead.",
        "tools[0].function.name",
        "string_above_max_length",
    ),
    (
        "parameters that are no object's",
        {"tools": [function(parameters={"type": "string"})]},
        "Invalid schema for function 'f': schema must be a JSON Schema of 'type: \"object\"', "
        "got 'type: \"string\"'.",
        "tools[0].function.parameters",
        "invalid_function_parameters",
    ),
    (
        "a strict schema that is not strict",
        {"tools": [function(strict=True, parameters={"type": "object", "properties": {}})]},
        "Invalid schema for function 'f': In context=(), 'additionalProperties' is required to be "
        "supplied and to be false.",
        "tools[0].function.parameters",
        "invalid_function_parameters",
    ),
    (
        "a choice of a tool that is not there",
        {
            "tools": [WEATHER],
            "tool_choice": {"type": "function", "function": {"name": "get_time"}},
        },
        "Invalid value for 'tool_choice': no function named 'get_time' was specified in the "
        "'tools' parameter.",
        "tool_choice",
        None,
    ),
    (
        "a choice of a word nobody offers",
        {"tools": [WEATHER], "tool_choice": "any"},
        "Invalid value: 'any'. Supported values are: 'none', 'auto', and 'required'.",
        "tool_choice",
        "invalid_value",
    ),
    (
        "a choice without tools",
        {"tool_choice": "auto"},
        "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are "
        "specified.",
        "tool_choice",
        None,
    ),
    (
        "parallel calls without tools",
        {"parallel_tool_calls": False},
        "Invalid value for 'parallel_tool_calls': 'parallel_tool_calls' is only allowed when "
        "'tools' are specified.",
        "parallel_tool_calls",
        None,
    ),
]


@pytest.mark.parametrize("case", REFUSED, ids=[case[0] for case in REFUSED])
def test_a_wrong_tool_is_refused_in_the_reference_s_words(refusal_of: RefusalOf, case: Refused):
    _, fields, message, param, code = case

    assert refusal_of(fields) == {
        "message": message,
        "type": "invalid_request_error",
        "param": param,
        "code": code,
    }
