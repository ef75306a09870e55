"""Whatever is pasted gives a reading, and whatever was read can be written."""

import json

from generated_code import assert_is_only_definitions, run
from hypothesis import given, settings
from hypothesis import strategies as st

from switchboard.formats import FORMATS, read_tools, write_tools
from switchboard.tools import check_toolset

KEYS = st.sampled_from(
    [
        *("name", "description", "parameters", "strict", "type", "function", "tools", "result"),
        *("input_schema", "inputSchema", "parametersJsonSchema", "functionDeclarations"),
        *("functions", "config", "response", "title", "outputSchema", "annotations", "_meta"),
        *("x-switchboard", "mcp", "anthropic", "responses", "gemini", "examples", "error"),
        *("properties", "items", "anyOf", "oneOf", "allOf", "enum", "nullable", "$ref", "$defs"),
        *("required", "additionalProperties", "minItems", "maximum", "pattern", "default", "ref"),
        *("prefixItems", "patternProperties", "const", "format", "nextCursor", "http", "source"),
    ]
)
WORDS = st.sampled_from(
    ["object", "OBJECT", "array", "string", "function", "custom", "#", "#/$defs/a", '"""', "*/"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(-1e9, 1e9) | WORDS | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(), inner),
    max_leaves=25,
)
READ = st.sampled_from([None, *(each.id for each in FORMATS if each.reads)])
WRITTEN = st.sampled_from([each.id for each in FORMATS if each.writes])
SIX = st.sampled_from([each.id for each in FORMATS if each.reads and each.writes])


@settings(deadline=None)
@given(st.text(), READ, st.sampled_from(["", "a.json", "a.yaml", "a.py"]))
def test_any_text_gives_a_reading(text, format, name):
    reading = read_tools(text, format=format, name=name)

    assert reading.entries or reading.problems or reading.notes or text.strip() == "[]"


@settings(deadline=None)
@given(VALUES, READ)
def test_any_json_gives_a_reading_whose_text_is_a_toolset(value, format):
    reading = read_tools(json.dumps(value), format=format)

    assert len(check_toolset(reading.text).tools) <= len(reading.entries)


@settings(deadline=None)
@given(VALUES, WRITTEN)
def test_whatever_was_read_can_be_written(value, format):
    entries = [{"type": "function", "function": {"name": "a", "parameters": value}}, value]

    tools = check_toolset(json.dumps(entries)).tools

    assert "a" in write_tools(tools, format).text


@settings(deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=6), SIX)
def test_a_tool_with_any_keys_is_written_so_that_it_can_be_read(tool, format):
    text = json.dumps([{"type": "function", "function": {"name": "a"}, "x-switchboard": tool}])

    writing = write_tools(check_toolset(text).tools, format)

    assert len(read_tools(writing.text, format=format).entries) == 1


LIMITS = st.one_of(
    VALUES,
    st.sampled_from(
        [-1, 0, 1.5, 2**70, 1e300, "[", "(?=a)", "\\p{L}", [], ["a", "a"], {"$ref": "#"}]
    ),
)
LIMIT_KEYS = st.sampled_from(
    [
        *("type", "minLength", "maxLength", "pattern", "format", "minimum", "exclusiveMinimum"),
        *("maximum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems"),
        *("minProperties", "maxProperties", "enum", "const", "default", "examples", "title"),
        *("required", "additionalProperties", "items", "prefixItems", "deprecated", "anyOf"),
        *("allOf", "oneOf", "$ref", "properties", "description"),
    ]
)
KINDS = ["string", "integer", "number", "boolean", "null", "array", "object"]
WILD = st.builds(
    lambda kind, limits: {"type": kind, **limits},
    st.sampled_from(KINDS) | st.lists(st.sampled_from(KINDS), min_size=1, max_size=3),
    st.dictionaries(LIMIT_KEYS, LIMITS, max_size=4),
)


@settings(deadline=None)
@given(st.dictionaries(st.text(), WILD, max_size=3), st.sampled_from(["pydantic", "python"]))
def test_whatever_limits_a_schema_has_the_code_can_be_run(properties, format):
    function = {"name": "a", "parameters": {"type": "object", "properties": properties}}
    tools = check_toolset(json.dumps([{"type": "function", "function": function}])).tools

    source = write_tools(tools, format).text

    assert_is_only_definitions(source)
    run(source)
