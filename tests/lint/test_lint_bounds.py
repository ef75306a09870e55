"""Whatever a schema holds, the lint ends and never raises. Times are guards against hangs."""

import json
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from switchboard.lint import lint, portability
from switchboard.tools import check_toolset
from switchboard.tools.deadline import at_most
from tests.lint.lint_cases import LOOP, TEXT, closed, function, tool

GUARD_S = 10


def nested(levels, wrap):
    schema = {"type": "string"}
    for _ in range(levels):
        schema = wrap(schema)
    return schema


def chained(count):
    return {f"d{at}": {"$ref": f"#/$defs/d{at + 1}"} for at in range(count)}


KEYWORDS = [
    "$defs",
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "default",
    "description",
    "enum",
    "format",
    "items",
    "minItems",
    "minProperties",
    "not",
    "oneOf",
    "pattern",
    "properties",
    "required",
    "type",
    "x-mcp-header",
    "a",
    "b",
]
HOSTILE = {
    "no schema at all": None,
    "a list": [1],
    "required null": {"type": "object", "properties": {"a": {"required": None}}, "required": None},
    "properties a list": {"type": "object", "properties": ["a"]},
    "properties a text": {"type": "object", "properties": "a", "required": "a"},
    "types of the wrong type": {"type": {"object": 1}, "properties": {"a": {"type": [1, None]}}},
    "keywords of the wrong type": dict.fromkeys(KEYWORDS, 7),
    "enum of objects": {"properties": {"a": {"enum": [{}, [], None, True]}}},
    "names of objects in required": {"properties": {"a": {}}, "required": [{"a": 1}, ["a"], 1]},
    "itself": LOOP,
    "a reference to the root": {"properties": {"a": {"$ref": "#"}}},
    "a reference to itself": {"$ref": "#", "properties": {"a": {"$ref": "#/properties/a"}}},
    "references round in a circle": {
        "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}
    },
    "references that lead nowhere": {"properties": {"a": {"$ref": "#/%ZZ/~2"}, "b": {"$ref": ""}}},
    "a long chain": {"$defs": chained(3_000), "$ref": "#/$defs/d0"},
    "anyOf of thousands": {"anyOf": [closed(**{f"k{at}": TEXT}) for at in range(3_000)]},
    "doubling anyOf": nested(12, lambda schema: {"anyOf": [schema, schema]}),
    "deep for a text": nested(90, lambda schema: closed(city=schema)),
    "80 kB of properties": closed(**{f"property_{at}": TEXT for at in range(1_200)}),
    "one long description": {"description": "one of: a, b " * 20_000, "type": "object"},
    "a description of one endless list": closed(
        a={"type": "string", "description": "one of " + "a, " * 30_000}
    ),
    "a catastrophic pattern": closed(a={"type": "string", "pattern": "^(a+)+$" * 100}),
}  # fmt: skip


@pytest.mark.parametrize("parameters", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_schema_is_judged_in_time(parameters):
    started = monotonic()

    lint([tool({"name": "find_order", "parameters": parameters})])

    assert monotonic() - started < GUARD_S


@pytest.mark.parametrize("levels", [400, 5_000])
def test_what_is_too_deep_for_json_is_said_not_raised(levels):
    deep = tool(function(nested(levels, lambda schema: closed(city=schema))))

    (breach, *_) = [each for each in lint([deep], ["mcp"]) if each.rule.id in ("BOUND", "SCHEMA")]

    assert breach.path[:3] == (0, "function", "parameters")
    assert "nested too deeply" in breach.message or "could not be checked" in breach.message


def test_out_of_time_is_said_of_each_tool_not_raised():
    tools = [tool(function(closed(city=TEXT), name=f"late_{at}"), index=at) for at in range(3)]

    with at_most(0.0):
        late = lint(tools, ["openai"])

    assert [(each.rule.id, each.tool) for each in late] == [
        ("BOUND", 0),
        ("BOUND", 1),
        ("BOUND", 2),
    ]
    assert late[0].message == "The tool could not be judged in time. Make its schema simpler."
    assert lint(tools, ["openai"])[0].rule.id == "FW-STRICT-ADDL"


def test_one_rule_says_at_most_fifty_things_of_one_tool():
    many = tool(function({"type": "object", "properties": {f"k{at}": {} for at in range(200)}}))

    found = [each for each in lint([many], []) if each.rule.id == "W-PARAM"]

    assert len(found) == 50


plain = st.none() | st.booleans() | st.integers(-9, 9) | st.floats(allow_nan=False)
json_values = st.recursive(
    plain | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYWORDS), inner, max_size=5)
    ),
    max_leaves=25,
)


@given(parameters=json_values, strict=json_values, name=json_values, output=json_values)
@settings(deadline=None, max_examples=150)
def test_any_json_is_judged(parameters, strict, name, output):
    written = {"name": name, "parameters": parameters, "strict": strict, "description": name}
    one = tool(written, {"output_schema": output})

    breaches = lint([one, one])

    assert all(each.path[0] == 0 for each in breaches if each.path)
    assert {*portability([one]).rows[0]} >= {"openai", "mcp"}


@given(parameters=json_values)
@settings(deadline=None, max_examples=100)
def test_every_path_leads_to_something_there(parameters):
    text = json.dumps([{"type": "function", "function": {"name": "a", "parameters": parameters}}])

    for breach in lint(check_toolset(text).tools):
        value = json.loads(text)
        for step in breach.path:
            value = value[step]
