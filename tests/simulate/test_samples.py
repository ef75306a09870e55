import json

import pytest
from hypothesis import given, settings

from switchboard.simulate.samples import sample
from switchboard.tools import value_problems
from tests.tools.test_tools_fuzz import objects

SCHEMAS = {
    "text": ({"type": "string"}, "text"),
    "named text": (
        {"type": "object", "properties": {"city": {"type": "string"}}},
        {"city": "city"},
    ),
    "short text": ({"type": "string", "maxLength": 2}, "te"),
    "long text": ({"type": "string", "minLength": 6}, "textxx"),
    "date": ({"type": "string", "format": "date"}, "2026-01-15"),
    "default": ({"type": "integer", "default": 7}, 7),
    "default null": ({"type": ["integer", "null"], "default": None}, None),
    "enum": ({"enum": ["b", "a"]}, "b"),
    "const": ({"const": {"a": [1]}}, {"a": [1]}),
    "example": ({"type": "string", "examples": ["Oslo"]}, "Oslo"),
    "number": ({"type": "number"}, 1),
    "minimum": ({"type": "integer", "minimum": 5}, 5),
    "maximum": ({"type": "integer", "maximum": -5}, -5),
    "between": ({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}, 0.5),
    "above": ({"type": "integer", "exclusiveMinimum": 3}, 4),
    "multiple": ({"type": "integer", "minimum": 7, "multipleOf": 5}, 10),
    "boolean": ({"type": "boolean"}, True),
    "null": ({"type": "null"}, None),
    "value rather than null": ({"type": ["null", "boolean"]}, True),
    "list": ({"type": "array", "items": {"type": "integer"}}, [1]),
    "long list": ({"type": "array", "minItems": 3, "items": {"type": "boolean"}}, [True] * 3),
    "empty list": ({"type": "array", "maxItems": 0}, []),
    "tuple": (
        {"type": "array", "prefixItems": [{"type": "integer"}, {"const": "x"}], "items": False},
        [1, "x"],
    ),
    "tuple of Draft 7": (
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "type": "array",
            "items": [{"type": "integer"}, {"type": "boolean"}],
            "additionalItems": False,
        },
        [1, True],
    ),
    "one of two": ({"anyOf": [{"type": "null"}, {"type": "boolean"}]}, True),
    "all of two": (
        {
            "allOf": [
                {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]},
                {"properties": {"b": {"type": "boolean"}}, "required": ["b"]},
            ]
        },
        {"a": 1, "b": True},
    ),
    "reference": (
        {"$ref": "#/$defs/a~1b", "$defs": {"a/b": {"type": "boolean"}}},
        True,
    ),
    "required without description": ({"type": "object", "required": ["a"]}, {"a": "a"}),
    "pattern": ({"type": "string", "pattern": "^[A-Z]{2}-\\d+(?:x|y)?$"}, "AA-0"),
    "long pattern": ({"type": "string", "pattern": "^[a-f]+$", "minLength": 4}, "aaaa"),
    "pattern that the name fits": (
        {"type": "object", "properties": {"key": {"type": "string", "pattern": "^k"}}},
        {"key": "key"},
    ),
    "pattern without letters": ({"type": "string", "pattern": "^[^a-z\\d]+$"}, "A"),
    "default of another type": ({"type": "string", "default": None}, "text"),
    "numbers that differ": (
        {"type": "array", "items": {"type": "integer"}, "minItems": 3, "uniqueItems": True},
        [1, 2, 3],
    ),
    "choices that differ": (
        {"type": "array", "items": {"enum": ["a", "b"]}, "minItems": 2, "uniqueItems": True},
        ["a", "b"],
    ),
    "contains": ({"type": "array", "contains": {"const": 7}, "maxItems": 1}, [7]),
    "names by pattern": (
        {"type": "object", "minProperties": 1, "propertyNames": {"pattern": "^x-"}},
        {"x-": "x-"},
    ),
    "type told by a limit": ({"minimum": 3}, 3),
    "second of two": (
        {
            "anyOf": [{"type": "string", "pattern": "(?=b)a"}, {"type": "boolean"}],
            "not": {"type": "string"},
        },
        True,
    ),
    "limits of both": ({"allOf": [{"minimum": 2}, {"minimum": 5}], "type": "integer"}, 5),
    "types of both": ({"allOf": [{"type": ["integer", "null"]}, {"type": "integer"}]}, 1),
    "too many properties": (
        {
            "type": "object",
            "properties": {"a": {"type": "null"}, "b": {"type": "null"}},
            "required": ["b"],
            "maxProperties": 1,
        },
        {"b": None},
    ),
}


@pytest.mark.parametrize(("schema", "expected"), SCHEMAS.values(), ids=SCHEMAS.keys())
def test_a_sample_fits_its_schema(schema, expected):
    assert sample(schema) == expected
    assert value_problems(expected, schema) == []


def test_a_recursive_schema_has_a_sample_that_ends():
    tree = {
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "children": {"type": "array", "items": {"$ref": "#"}},
        },
        "required": ["name"],
        "additionalProperties": False,
    }

    assert value_problems(sample(tree), tree) == []


@pytest.mark.parametrize("keyword", ["allOf", "anyOf"])
def test_a_schema_that_doubles_has_a_sample_in_time(keyword):
    steps = {
        f"d{at}": {keyword: [{"$ref": f"#/$defs/d{at + 1}"}, {"$ref": f"#/$defs/d{at + 1}"}]}
        for at in range(40)
    }
    properties = {name: {"$ref": "#/$defs/d0"} for name in "abcdefgh"}
    schema = {"type": "object", "properties": properties, "$defs": {**steps, "d40": {}}}

    assert sample(schema).keys() in (set("abcdefgh"), set())


def test_a_value_without_end_is_cut_off():
    endless = {"type": "object", "properties": {"next": {"$ref": "#"}}, "required": ["next"]}

    assert "next" in sample(endless)


def test_a_schema_with_problems_has_an_empty_sample():
    assert sample({"type": "string", "minLength": None}) == {}


@given(objects)
@settings(max_examples=150, deadline=None)
def test_anything_that_may_be_a_schema_has_a_sample(schema):
    json.dumps(sample(schema))


@pytest.mark.timeout(20)
def test_of_a_very_long_enum_the_first_value_is_taken():
    values = [f"v{at}" for at in range(30_000)]

    assert sample({"type": "object", "properties": {"a": {"enum": values}}}) == {"a": "v0"}


def test_a_limit_that_is_too_large_to_be_divided_is_a_number_too():
    vast = {"type": "integer", "minimum": 10**400}

    assert sample({"type": "object", "properties": {"a": vast}}) == {"a": 10**400}
