import json

import pytest

from switchboard.tools import Tool, check_toolset

FUNCTION = {
    "name": "get_weather",
    "description": "Weather of a city",
    "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
    "strict": False,
    "x-unknown": {"kept": [1, None]},
}
ENVELOPE = {"type": "function", "function": FUNCTION}


@pytest.mark.parametrize(
    "value",
    [[ENVELOPE], ENVELOPE, FUNCTION, [FUNCTION]],
    ids=["list of tools", "single tool", "bare function", "list of bare functions"],
)
def test_every_way_to_write_a_tool_is_sent_the_same(value):
    toolset = check_toolset(json.dumps(value))

    assert toolset.is_sendable
    assert [tool.definition() for tool in toolset.tools] == [ENVELOPE]


def test_a_tool_knows_its_parts():
    (tool,) = check_toolset(json.dumps(ENVELOPE)).tools

    assert tool == Tool(
        name="get_weather",
        description="Weather of a city",
        parameters={"type": "object", "properties": {"city": {"type": "string"}}},
        strict=False,
        raw=FUNCTION,
    )


def test_a_function_without_parameters_takes_no_arguments():
    toolset = check_toolset('{"name": "now"}')

    assert toolset.is_sendable
    assert toolset.tools[0].parameters is None


def test_unknown_keys_of_the_envelope_are_sent_as_they_were_written():
    text = '{"type": "function", "function": {"name": "f"}, "cache_control": {"type": "ephemeral"}}'

    (tool,) = check_toolset(text).tools

    assert tool.definition() == json.loads(text)


@pytest.mark.parametrize("definition", [ENVELOPE, FUNCTION], ids=["a tool", "a bare function"])
def test_what_stands_in_the_margin_is_kept_and_never_sent(definition):
    text = json.dumps({**definition, "x-switchboard": {"examples": [{"city": "Rome"}]}})

    (tool,) = check_toolset(text).tools

    assert tool.margin == {"examples": [{"city": "Rome"}]}
    assert tool.definition() == ENVELOPE


def test_a_margin_within_the_function_would_be_sent_so_it_is_a_problem():
    text = json.dumps({"type": "function", "function": {**FUNCTION, "x-switchboard": {}}})

    (problem,) = check_toolset(text).problems

    assert problem.path == ("function", "x-switchboard")
    assert problem.message == (
        "`x-switchboard` stands beside `function`, not in it: here it would be sent."
    )


def test_a_tool_knows_where_it_stands_in_the_text():
    toolset = check_toolset(json.dumps([ENVELOPE, {"name": "other"}]))

    assert [tool.path for tool in toolset.tools] == [(0, "function"), (1,)]


def test_kinds_of_entries_can_be_mixed():
    toolset = check_toolset(json.dumps([ENVELOPE, {"name": "other"}]))

    assert toolset.is_sendable
    assert [tool.name for tool in toolset.tools] == ["get_weather", "other"]


# id: text, pointer, words of the sentence
MISFITS = {
    "a number": ("5", "$", "A list of tools is expected"),
    "a string in the list": ('["get_weather"]', "$[0]", "A tool is an object"),
    "a list in the list": ('[[{"name": "f"}]]', "$[0]", "A tool is an object"),
    "null in the list": ("[null]", "$[0]", "this is `null`"),
    "no type": ('[{"function": {"name": "f"}}]', "$[0]", 'needs `"type": "function"`'),
    "another type": (
        '[{"type": "tool", "function": {"name": "f"}}]',
        "$[0].type",
        'needs `"type": "function"`; this is `"tool"`',
    ),
    "a margin that is none": (
        '{"name": "f", "x-switchboard": 5}',
        "$[x-switchboard]",
        "`x-switchboard` must be an object; it is `5`.",
    ),
    "function is a name": (
        '{"type": "function", "function": "f"}',
        "$.function",
        "must be an object with a `name`",
    ),
    "no name": ('[{"type": "function", "function": {}}]', "$[0].function", "has no name"),
    "empty object": ("{}", "$", "has no name"),
    "name is a number": ('{"name": 5}', "$.name", "`name` must be a string; it is `5`"),
    "name is empty": ('{"name": ""}', "$.name", "1 to 64 letters"),
    "name has a space": ('{"name": "get weather"}', "$.name", "1 to 64 letters"),
    "name has a dot": ('{"name": "weather.get"}', "$.name", "1 to 64 letters"),
    "name ends in a line break": ('{"name": "f\\n"}', "$.name", "1 to 64 letters"),
    "name in Chinese": ('{"name": "天气"}', "$.name", '"天气"'),
    "name of 65": ('{"name": "' + "a" * 65 + '"}', "$.name", "1 to 64 letters"),
    "description is a list": (
        '{"name": "f", "description": []}',
        "$.description",
        "`description` must be a string; it is `[]`",
    ),
    "description is null": ('{"name": "f", "description": null}', "$.description", "it is `null`"),
    "strict is a text": (
        '{"name": "f", "strict": "true"}',
        "$.strict",
        "must be `true` or `false`",
    ),
    "strict is a number": ('{"name": "f", "strict": 1}', "$.strict", "must be `true` or `false`"),
    "parameters are null": ('{"name": "f", "parameters": null}', "$.parameters", "Leave it out"),
    "parameters are true": ('{"name": "f", "parameters": true}', "$.parameters", "object schema"),
    "parameters are a list": ('{"name": "f", "parameters": []}', "$.parameters", "object schema"),
    "parameters without type": (
        '{"name": "f", "parameters": {"properties": {}}}',
        "$.parameters",
        '"type": "object"',
    ),
    "parameters are a string schema": (
        '{"name": "f", "parameters": {"type": "string"}}',
        "$.parameters.type",
        'Arguments are always an object: `parameters` needs `"type": "object"`; it is `"string"`.',
    ),
    "MCP's name for parameters": (
        '{"name": "f", "inputSchema": {"type": "object"}}',
        "$.inputSchema",
        "Rename `inputSchema`",
    ),
    "Anthropic's name for parameters": (
        '{"name": "f", "input_schema": {"type": "object"}}',
        "$.input_schema",
        "Rename `input_schema`",
    ),
    "a whole request": ('{"model": "m", "tools": []}', "$", "Keep that list only"),
    "the flat form": ('{"type": "function", "name": "f"}', "$", "Put the definition under `func"),
    "a bare schema": ('{"type": "object", "properties": {}}', "$", "a schema without a function"),
    "another kind of tool": ('[{"type": "web_search"}]', "$[0]", 'this is `"web_search"`'),
}


@pytest.mark.parametrize(("text", "pointer", "words"), MISFITS.values(), ids=MISFITS.keys())
def test_what_is_no_tool_says_where_and_what_to_do(text, pointer, words):
    toolset = check_toolset(text)

    (problem,) = toolset.problems
    assert problem.pointer == pointer
    assert words in problem.message
    assert problem.line == 1
    assert not toolset.is_sendable


def test_names_of_64_characters_with_digits_and_dashes_are_good():
    assert check_toolset('{"name": "' + "aZ_9-" * 12 + 'abcd"}').is_sendable


def test_a_name_used_twice_is_named_at_its_second_place():
    text = '[{"name": "f"},\n {"name": "g"},\n {"type": "function", "function": {"name": "f"}}]'

    (problem,) = check_toolset(text).problems

    assert problem.message == 'Another tool is already called `"f"`. Rename one of them.'
    assert problem.pointer == "$[2].function.name"
    assert (problem.line, problem.column) == (3, 36)


def test_a_request_takes_128_tools_and_no_more():
    tools = [{"name": f"f{number}"} for number in range(129)]

    assert check_toolset(json.dumps(tools[:128])).is_sendable
    (problem,) = check_toolset(json.dumps(tools)).problems
    assert problem.message == ("There are 129 tools; a request takes at most 128. Remove some.")


def test_all_problems_are_told_at_once_each_at_its_place():
    text = """[
  {"name": "a b", "parameters": {"type": "object",
    "properties": {"x": {"type": "strin"}, "y": 5},
    "required": null}},
  7,
  {"type": "function", "function": {"name": "g", "strict": "yes",
    "parameters": {"type": "object", "minProperties": -1}}}
]"""

    found = {(each.pointer, each.line, each.column) for each in check_toolset(text).problems}

    assert found == {
        ("$[0].name", 2, 4),
        ("$[0].parameters.properties.x.type", 3, 26),
        ("$[0].parameters.properties.y", 3, 44),
        ("$[0].parameters.required", 4, 5),
        ("$[1]", 5, 3),
        ("$[2].function.strict", 6, 50),
        ("$[2].function.parameters.minProperties", 7, 38),
    }


def test_tools_with_problems_are_still_shown():
    toolset = check_toolset('[{"name": "a b"}, {"name": "g", "parameters": []}, {"name": 1}]')

    assert [tool.name for tool in toolset.tools] == ["a b", "g"]
