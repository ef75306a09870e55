"""Tools written in the six JSON forms, and what each can't hold."""

import json

import pytest

from switchboard.formats import FORMATS, Loss, write_tools
from switchboard.tools import check_toolset

SCHEMA = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
FUNCTION = {"name": "get_weather", "description": "The weather.", "parameters": SCHEMA}
PLAIN = {"type": "function", "function": FUNCTION}
FULL = {
    "type": "function",
    "function": {**FUNCTION, "strict": True, "timeout": 5},
    "cache_control": {"type": "ephemeral"},
    "x-switchboard": {
        "title": "Weather",
        "output_schema": {"type": "object"},
        "annotations": {"readOnlyHint": True},
        "examples": [{"city": "Oslo"}],
        "http": {"method": "GET", "path": "/weather", "server": ""},
        "mcp": {"icons": []},
        "anthropic": {"defer_loading": True},
    },
}


def written(entry, form):
    tools = check_toolset(json.dumps([entry])).tools
    writing = write_tools(tools, form)
    return json.loads(writing.text), writing.losses


@pytest.mark.parametrize(
    ("form", "value"),
    [
        ("openai-chat", [PLAIN]),
        ("mistral", [PLAIN]),
        ("openai-responses", [{"type": "function", **FUNCTION, "strict": False}]),
        (
            "anthropic",
            [{"name": "get_weather", "description": "The weather.", "input_schema": SCHEMA}],
        ),
        (
            "mcp",
            {
                "tools": [
                    {"name": "get_weather", "description": "The weather.", "inputSchema": SCHEMA}
                ]
            },
        ),
        (
            "gemini",
            [
                {
                    "functionDeclarations": [
                        {
                            "name": "get_weather",
                            "description": "The weather.",
                            "parameters": {
                                "type": "OBJECT",
                                "properties": {"city": {"type": "STRING"}},
                                "required": ["city"],
                            },
                        }
                    ]
                }
            ],
        ),
    ],
)
def test_a_tool_is_written_as_each_interface_asks(form, value):
    assert written(PLAIN, form)[0] == value


@pytest.mark.parametrize(
    ("form", "names"),
    [
        (
            "openai-chat",
            "`title`, `output_schema`, `annotations`, `examples`, `http`, `mcp`, `anthropic`",
        ),
        (
            "mistral",
            "`title`, `output_schema`, `annotations`, `examples`, `http`, `mcp`, `anthropic`",
        ),
        (
            "openai-responses",
            "`timeout`, `cache_control`, `title`, `annotations`, `examples`, `http`, `mcp`,"
            " `anthropic`",
        ),
        (
            "anthropic",
            "`timeout`, `cache_control`, `title`, `output_schema`, `annotations`, `http`, `mcp`",
        ),
        (
            "gemini",
            "`strict`, `timeout`, `cache_control`, `title`, `annotations`, `examples`, `http`,"
            " `mcp`, `anthropic`",
        ),
        ("mcp", "`strict`, `timeout`, `cache_control`, `examples`, `http`, `anthropic`"),
    ],
)
def test_everything_that_has_no_place_is_named(form, names):
    name = next(each.name for each in FORMATS if each.id == form)

    assert written(FULL, form)[1] == (
        Loss("get_weather", f"Left out, because {name} has no place for it: {names}."),
    )


def test_what_came_from_a_form_goes_back_into_it():
    (anthropic,) = written(FULL, "anthropic")[0]
    (mcp,) = written(FULL, "mcp")[0]["tools"]

    assert anthropic["input_examples"] == [{"city": "Oslo"}]
    assert anthropic["defer_loading"] is True
    assert mcp["title"] == "Weather"
    assert mcp["icons"] == []


def test_a_schema_beyond_geminis_words_goes_where_json_schema_is_read():
    entry = {
        "type": "function",
        "function": {**FUNCTION, "parameters": {**SCHEMA, "additionalProperties": False}},
    }

    value, losses = written(entry, "gemini")

    (declaration,) = value[0]["functionDeclarations"]
    assert declaration["parametersJsonSchema"] == {**SCHEMA, "additionalProperties": False}
    assert "parameters" not in declaration
    assert losses == (
        Loss(
            "get_weather",
            "The schema stands under `parametersJsonSchema`, which newer models read:"
            " `parameters` can't hold `additionalProperties`.",
        ),
    )


@pytest.mark.parametrize(
    ("form", "key"),
    [("anthropic", "input_schema"), ("mcp", "inputSchema"), ("mistral", "parameters")],
)
def test_a_tool_without_arguments_gets_an_empty_schema_where_one_must_be(form, key):
    value, losses = written({"type": "function", "function": {"name": "now"}}, form)

    (tool,) = value["tools"] if form == "mcp" else value
    assert tool.get("function", tool)[key] == {"type": "object", "properties": {}}
    assert losses == (
        Loss(
            "now",
            "`parameters` is not given: an empty object's schema stands in its place.",
        ),
    )


def test_what_strict_means_when_it_is_left_out_is_kept_from_chat_to_responses():
    assert written(PLAIN, "openai-responses")[1] == (
        Loss("get_weather", "`strict` is written as `false`, which leaving it out means in Chat."),
    )


@pytest.mark.parametrize("format", ["openapi", "xml"])
def test_a_format_that_cannot_be_written_is_the_callers_mistake(format):
    with pytest.raises(ValueError, match=format):
        write_tools((), format)
