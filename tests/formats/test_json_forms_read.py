"""Tools of the six JSON forms, read: each as it is written in its interface's reference."""

import json

import pytest

from switchboard.formats import read_tools
from switchboard.tools import check_toolset

SCHEMA = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
FUNCTION = {"name": "get_weather", "description": "The weather.", "parameters": SCHEMA}
CHAT = {"type": "function", "function": FUNCTION}
RESPONSES = {"type": "function", **FUNCTION, "strict": True}
ANTHROPIC = {"name": "get_weather", "description": "The weather.", "input_schema": SCHEMA}
MCP = {"name": "get_weather", "description": "The weather.", "inputSchema": SCHEMA}
GEMINI = {
    "name": "get_weather",
    "description": "The weather.",
    "parameters": {
        "type": "OBJECT",
        "properties": {"city": {"type": "STRING"}},
        "required": ["city"],
    },
}
GEMINI_PLAIN = {
    "name": "get_weather",
    "description": "The weather.",
    "parametersJsonSchema": SCHEMA,
}


def read(value, **options):
    return read_tools(json.dumps(value), **options)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        pytest.param([CHAT], "openai-chat", id="chat, a list"),
        pytest.param(CHAT, "openai-chat", id="chat, one"),
        pytest.param(FUNCTION, "openai-chat", id="chat, a bare function"),
        pytest.param({"model": "m", "tools": [CHAT]}, "openai-chat", id="chat, a request"),
        pytest.param({"functions": [FUNCTION]}, "openai-chat", id="chat, functions of 2023"),
        pytest.param([ANTHROPIC], "anthropic", id="anthropic, a list"),
        pytest.param(ANTHROPIC, "anthropic", id="anthropic, one"),
        pytest.param({**ANTHROPIC, "type": "custom"}, "anthropic", id="anthropic, with its type"),
        pytest.param({"max_tokens": 9, "tools": [ANTHROPIC]}, "anthropic", id="anthropic, request"),
        pytest.param(GEMINI, "gemini", id="gemini, one declaration"),
        pytest.param(GEMINI_PLAIN, "gemini", id="gemini, with JSON Schema"),
        pytest.param({"functionDeclarations": [GEMINI]}, "gemini", id="gemini, a Tool"),
        pytest.param({"function_declarations": [GEMINI]}, "gemini", id="gemini, as in Python"),
        pytest.param({"functionDeclarations": GEMINI}, "gemini", id="gemini, no list"),
        pytest.param({"tools": [{"functionDeclarations": [GEMINI]}]}, "gemini", id="gemini, body"),
        pytest.param({"config": {"tools": [{"functionDeclarations": [GEMINI]}]}}, "gemini"),
        pytest.param({"functionDeclarations": [FUNCTION]}, "gemini", id="gemini, lower case"),
        pytest.param([MCP], "mcp", id="mcp, a list"),
        pytest.param({"tools": [MCP]}, "mcp", id="mcp, a result"),
        pytest.param({"jsonrpc": "2.0", "id": 1, "result": {"tools": [MCP]}}, "mcp", id="mcp, rpc"),
    ],
)
def test_the_form_is_found_out_and_the_same_tool_is_read(value, form):
    reading = read(value)

    assert reading.format == form
    assert reading.entries == (CHAT,)
    assert reading.problems == ()


def test_a_tool_of_responses_keeps_its_strictness():
    reading = read({"model": "m", "input": "Hi", "tools": [RESPONSES]})

    assert reading.format == "openai-responses"
    assert reading.entries == ({"type": "function", "function": {**FUNCTION, "strict": True}},)


def test_a_tool_of_responses_without_strict_says_so_beside_the_tool():
    reading = read([{"type": "function", **FUNCTION}])

    assert reading.entries == ({**CHAT, "x-switchboard": {"responses": {"strict": None}}},)


def test_mistral_is_read_as_chat_is_and_only_known_when_said():
    assert read([CHAT]).format == "openai-chat"
    assert read([CHAT], format="mistral").format == "mistral"
    assert read([CHAT], format="mistral").entries == (CHAT,)


def test_what_chat_cannot_hold_of_mcp_stands_in_the_margin():
    tool = {
        **MCP,
        "title": "Weather",
        "outputSchema": {"type": "object"},
        "annotations": {"readOnlyHint": True},
        "_meta": {"com.example/a": 1},
        "icons": [],
    }

    reading = read({"tools": [tool]})

    assert reading.entries[0]["x-switchboard"] == {
        "title": "Weather",
        "output_schema": {"type": "object"},
        "annotations": {"readOnlyHint": True},
        "mcp": {"_meta": {"com.example/a": 1}, "icons": []},
    }
    assert reading.notes == (
        "Kept under `x-switchboard`, which is never sent, with how many tools have it:"
        " `annotations` (1), `mcp._meta` (1), `mcp.icons` (1), `output_schema` (1), `title` (1).",
    )


def test_examples_and_unknown_keys_of_anthropic_stand_in_the_margin():
    tool = {
        **ANTHROPIC,
        "input_examples": [{"city": "Oslo"}],
        "cache_control": {"type": "ephemeral"},
    }

    assert read(tool).entries[0]["x-switchboard"] == {
        "examples": [{"city": "Oslo"}],
        "anthropic": {"cache_control": {"type": "ephemeral"}},
    }


def test_unknown_keys_of_a_chat_tool_stay_where_they_are():
    tool = {**CHAT, "cache_control": {"type": "ephemeral"}}

    assert read([tool]).entries == (tool,)


def test_of_a_request_only_the_tools_are_read_and_that_is_said():
    reading = read({"model": "m", "messages": [], "tools": [CHAT]})

    assert reading.notes == ("Only the tools were read; beside them stand `model`, `messages`.",)


def test_a_list_that_goes_on_says_so():
    reading = read({"tools": [MCP], "nextCursor": "abc"})

    assert reading.notes == ("The list goes on: `nextCursor` asks the server for more tools.",)


def test_tools_of_several_forms_in_one_list_are_all_read():
    reading = read([CHAT, ANTHROPIC, MCP, MCP])

    assert reading.entries == (CHAT, CHAT, CHAT, CHAT)
    assert reading.format == "mcp"


@pytest.mark.parametrize(
    ("value", "message", "path"),
    [
        pytest.param(
            [CHAT, {"type": "web_search"}],
            'Only functions can be read; this is of type `"web_search"`.',
            (1,),
            id="a hosted tool",
        ),
        pytest.param(
            [{"type": "custom", "custom": {"name": "shell"}}],
            'Only functions can be read; this is of type `"custom"`.',
            (0,),
            id="a custom tool",
        ),
        pytest.param(
            {"tools": [{"functionDeclarations": [], "googleSearch": {}}]},
            "Only functions can be read; `googleSearch` is none.",
            ("tools", 0, "googleSearch"),
            id="a tool of Google's",
        ),
        pytest.param(
            [CHAT, 7],
            "A tool is an object, as in `{ … }`; this is `7`.",
            (1,),
            id="a number",
        ),
        pytest.param(
            {"type": "object", "properties": {}},
            "This is a schema without a function. Give it a name:"
            ' `{"name": "…", "parameters": { … }}`.',
            (),
            id="a schema",
        ),
        pytest.param(
            {"jsonrpc": "2.0", "id": 1, "error": {"code": -32601, "message": "No"}},
            "This is an error's reply, not a list of tools. Ask again, and paste what comes.",
            (),
            id="an error",
        ),
        pytest.param(
            {"a": 1},
            "No tool is recognised in this object. A tool has at least a `name`.",
            (),
            id="anything",
        ),
        pytest.param(
            [{"input_schema": SCHEMA}],
            "A tool needs a `name`, a string.",
            (0,),
            id="no name",
        ),
        pytest.param(
            [{"type": "function", "function": {"name": 7}}],
            "A tool needs a `name`, a string; it is `7`.",
            (0, "function"),
            id="a name that is a number",
        ),
        pytest.param(
            [{**GEMINI, "parametersJsonSchema": SCHEMA}],
            "`parameters` stands here in two ways; the one with `JsonSchema` was read.",
            (0, "parameters"),
            id="a schema in two ways",
        ),
    ],
)
def test_what_is_not_understood_is_a_problem_where_it_stands(value, message, path):
    problems = read(value).problems

    assert [(each.message, each.path) for each in problems] == [(message, path)]
    assert problems[0].line == 1


def test_a_tool_of_another_form_than_was_said_is_a_problem():
    reading = read([ANTHROPIC], format="gemini")

    assert reading.entries == ()
    assert [each.message for each in reading.problems] == [
        "This is no tool in the form `gemini`; it looks like `anthropic`."
    ]


def test_a_tool_that_could_have_any_form_has_the_one_that_was_said():
    bare = {"name": "now", "cache_control": {"type": "ephemeral"}}

    reading = read([bare], format="anthropic")

    assert reading.entries == (
        {
            "type": "function",
            "function": {"name": "now"},
            "x-switchboard": {"anthropic": {"cache_control": {"type": "ephemeral"}}},
        },
    )


def test_a_text_that_is_no_json_has_the_problem_of_the_editor():
    reading = read_tools("[{'name': 'a'}]")

    assert reading.entries == ()
    assert reading.problems[0].column == 3


def test_the_text_of_a_reading_is_a_toolset():
    reading = read({"tools": [{**MCP, "title": "Wetter in Zürich"}]})

    toolset = check_toolset(reading.text)

    assert toolset.problems == ()
    assert toolset.tools[0].margin == {"title": "Wetter in Zürich"}
    assert "Zürich" in reading.text


@pytest.mark.parametrize("format", ["markdown", "xml"])
def test_a_format_that_cannot_be_read_is_the_callers_mistake(format):
    with pytest.raises(ValueError, match=format):
        read_tools("[]", format=format)
