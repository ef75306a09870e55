"""Invalid samples: one per constraint, each refused by the check for the reason it names."""

import json
from time import monotonic

import pytest
from hypothesis import given, settings

from switchboard.simulate import invalid_samples, sample
from switchboard.tools import check_schema, value_problems
from tests.forms.schemas import SCHEMAS
from tests.tools.test_tools_fuzz import objects


def of_property(schema, *, is_required=True):
    whole = {"type": "object", "properties": {"a": schema}}
    return {**whole, "required": ["a"]} if is_required else whole


BROKEN = {
    "missing": (of_property({}), "`a` is missing", (), "required"),
    "null": (of_property({"type": "string"}), "`a` is null", ("a",), "type"),
    "written as a text": (
        of_property({"type": "number"}),
        "`a` is written as a text",
        ("a",),
        "type",
    ),
    "no whole number": (
        of_property({"type": "integer"}),
        "`a` is no whole number",
        ("a",),
        "type",
    ),
    "none of its choices": (
        of_property({"enum": [1, None, "x"]}),
        "`a` is none of its choices",
        ("a",),
        "enum",
    ),
    "wrong case": (of_property({"enum": ["x"]}), "`a` is in the wrong case", ("a",), "enum"),
    "not the one value": (of_property({"const": 1}), "`a` is not its one value", ("a",), "const"),
    "below": (
        of_property({"type": "integer", "minimum": 3}),
        "`a` is below its minimum",
        ("a",),
        "minimum",
    ),
    "above": (
        of_property({"type": "number", "maximum": 3}),
        "`a` is above its maximum",
        ("a",),
        "maximum",
    ),
    "at the limit": (
        of_property({"type": "number", "exclusiveMinimum": 3}),
        "`a` is at its lower limit",
        ("a",),
        "exclusiveMinimum",
    ),
    "no multiple": (
        of_property({"type": "integer", "multipleOf": 5}),
        "`a` is no multiple of 5",
        ("a",),
        "multipleOf",
    ),
    "too short": (
        of_property({"type": "string", "minLength": 3}),
        "`a` is too short",
        ("a",),
        "minLength",
    ),
    "too long": (
        of_property({"type": "string", "maxLength": 3}),
        "`a` is too long",
        ("a",),
        "maxLength",
    ),
    "pattern": (
        of_property({"type": "string", "pattern": "^[A-Z]{3}-\\d+$"}),
        "`a` does not match its pattern",
        ("a",),
        "pattern",
    ),
    "too few": (
        of_property({"type": "array", "minItems": 2}),
        "`a` has too few entries",
        ("a",),
        "minItems",
    ),
    "too many": (
        of_property({"type": "array", "maxItems": 2, "items": {"type": "integer"}}),
        "`a` has too many entries",
        ("a",),
        "maxItems",
    ),
    "twice": (
        of_property({"type": "array", "uniqueItems": True, "items": {"type": "integer"}}),
        "`a` has an entry twice",
        ("a",),
        "uniqueItems",
    ),
    "wrong entry": (
        of_property({"type": "array", "items": {"type": "boolean"}}),
        "`a[0]` is null",
        ("a", 0),
        "type",
    ),
    "extra": (
        {"type": "object", "additionalProperties": False},
        "a property that is not described",
        (),
        "additionalProperties",
    ),
    "none of its alternatives": (
        of_property({"anyOf": [{"type": "string"}, {"type": "null"}]}),
        "`a` is none of its alternatives",
        ("a",),
        "anyOf",
    ),
    "inside a reference": (
        {**of_property({"$ref": "#/$defs/x"}), "$defs": {"x": {"type": "boolean"}}},
        "`a` is null",
        ("a",),
        "type",
    ),
    "inside allOf": (
        of_property({"allOf": [{"type": "integer"}, {"minimum": 2}]}),
        "`a` is below its minimum",
        ("a",),
        "minimum",
    ),
}


@pytest.mark.parametrize(("schema", "says", "path", "keyword"), BROKEN.values(), ids=BROKEN)
def test_each_constraint_is_broken(schema, says, path, keyword):
    offered = {each.says: (each.path, each.keyword) for each in invalid_samples(schema)}

    assert offered.get(says) == (path, keyword)


@given(SCHEMAS | objects)
@settings(max_examples=80, deadline=None)
def test_what_is_offered_as_invalid_is_invalid_at_the_place_it_names(schema):
    for each in invalid_samples(schema):
        problems = [(one.path, one.keyword) for one in value_problems(each.value, schema)]
        assert (each.path, each.keyword) in problems


@given(SCHEMAS)
@settings(max_examples=80, deadline=None)
def test_invalid_samples_differ_in_what_they_say_and_in_their_values(schema):
    offered = invalid_samples(schema)

    assert len({each.says for each in offered}) == len(offered) <= 40
    assert len({json.dumps(each.value) for each in offered}) == len(offered)


def test_a_schema_that_allows_everything_has_none():
    assert invalid_samples({}) == ()


def test_a_broken_schema_has_none():
    assert check_schema({"type": "nothing"})
    assert invalid_samples({"type": "nothing"}) == ()


HOSTILE = {
    "pattern that never ends": of_property({"type": "string", "pattern": "^(a+)+$"}),
    "doubling": {
        "type": "object",
        "properties": {name: {"$ref": "#/$defs/d0"} for name in "abcdefgh"},
        "required": [*"abcdefgh"],
        "$defs": {
            **{f"d{at}": {"anyOf": [{"$ref": f"#/$defs/d{at + 1}"}] * 2} for at in range(40)},
            "d40": {"type": "integer"},
        },
    },
    "endless": {"type": "object", "properties": {"next": {"$ref": "#"}}, "required": ["next"]},
    "a circle": {"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/a"}}},
    "enormous": of_property({"type": "string", "minLength": 10**9, "maxLength": 10**12}),
    "many": of_property({"type": "array", "minItems": 10**9, "items": {"enum": [1]}}),
    "wide": {
        "type": "object",
        "properties": {f"p{at}": {"type": "string", "maxLength": 3} for at in range(800)},
        "required": [f"p{at}" for at in range(800)],
    },
}


@pytest.mark.parametrize("schema", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_schema_ends_in_time(schema):
    begun = monotonic()

    sample(schema)
    assert len(invalid_samples(schema)) <= 40

    assert monotonic() - begun < 20
