"""Schemas that would blow up, and texts as large as may be: read and written all the same."""

import json

import pytest
from generated_code import written

from switchboard.formats import FORMATS, read_tools
from switchboard.tools import check_toolset

WRITTEN = [each.id for each in FORMATS if each.writes]


def nested(levels, outer):
    schema = {"type": "string"}
    for _ in range(levels):
        schema = outer(schema)
    return schema


def chained(outer, levels=300, end=None):
    """Definitions of which each refers to the next."""
    definitions = {f"d{at}": outer({"$ref": f"#/$defs/d{at + 1}"}) for at in range(levels)}
    return {
        "type": "object",
        "properties": {"x": {"$ref": "#/$defs/d0"}},
        "$defs": {**definitions, f"d{levels}": end or {}},
    }


HOSTILE = {
    "lists, 90 deep": nested(90, lambda inner: {"items": inner}),
    "objects, 45 deep": nested(45, lambda inner: {"type": "object", "properties": {"a": inner}}),
    "choices, 45 deep": nested(45, lambda inner: {"anyOf": [inner]}),
    "all of one, 45 deep": nested(45, lambda inner: {"allOf": [inner]}),
    "a long chain": chained(lambda inner: {"type": "object", "properties": {"a": inner}}),
    "a long chain of names": chained(lambda inner: inner),
    "doubling allOf": chained(lambda inner: {"allOf": [inner, inner]}),
    "doubling anyOf": chained(lambda inner: {"anyOf": [inner, {"items": inner}]}),
    "doubling anyOf of one name": chained(
        lambda inner: {"anyOf": [inner, inner]}, levels=30, end={"type": "string"}
    ),
    "doubling properties": chained(lambda inner: {"properties": {"a": inner, "b": inner}}),
    "everything leads to everything": {
        "properties": {"a": {"$ref": "#/$defs/d0"}},
        "$defs": {
            f"d{at}": {
                "type": "object",
                "properties": {f"e{to}": {"$ref": f"#/$defs/d{to}"} for to in range(40)},
            }
            for at in range(40)
        },
    },
    "what is required holds itself": {
        "properties": {"x": {"$ref": "#/$defs/x"}},
        "required": ["x"],
        "$defs": {
            "x": {
                "type": "object",
                "properties": {"x": {"$ref": "#/$defs/x"}},
                "required": ["x"],
            }
        },
    },
    "a circle": {"properties": {"x": {"allOf": [{"$ref": "#/properties/x"}]}}},
    "a value of JSON": {
        "properties": {"x": {"anyOf": [{"type": "string"}, {"items": {"$ref": "#/properties/x"}}]}}
    },
    "many choices": {"properties": {"x": {"enum": [f"v{at}" for at in range(9_000)]}}},
    "many shapes": {
        "properties": {
            "x": {"anyOf": [{"type": "object", "required": [f"a{at}"]} for at in range(900)]}
        }
    },
}


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("schema", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.timeout(20)
def test_no_schema_is_too_much(schema, form):
    text, _ = written({"type": "object", **schema}, form=form)

    assert "weather" in text.lower()


def test_of_a_large_text_every_tool_fits_into_a_toolset_again():
    tool = {"name": "a", "inputSchema": {"type": "object", "properties": {"a": {"enum": [0] * 20}}}}
    text = json.dumps([{**tool, "name": f"t{at}"} for at in range(4_000)], separators=(",", ":"))

    reading = read_tools(text)

    assert len(reading.entries) == 4_000
    assert len(check_toolset(reading.text).tools) == 1_024


@pytest.mark.timeout(20)
def test_of_many_problems_the_first_hundred_are_told():
    assert len(read_tools(f"[{'1,' * 50_000}1]").problems) == 100
