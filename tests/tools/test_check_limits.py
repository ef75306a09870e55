"""Schemas and values made to take for ever. The time allowed is a guard against hangs."""

import json
from time import monotonic

import pytest

from switchboard.messages import Call
from switchboard.tools import check_call, check_toolset

GUARD_S = 10
LATE = "could not be checked in time"
ALMOST = "a" * 60 + "b"


def doubling(wrap, leaf):
    steps = {f"d{at}": wrap({"$ref": f"#/$defs/d{at + 1}"}) for at in range(40)}
    return {**steps, "d40": leaf}


HEAVY = {
    "pattern": (
        {"properties": {"x": {"pattern": "^(a|aa)+$"}}},
        {"x": ALMOST},
    ),
    "pattern of a name": ({"patternProperties": {"^(a|aa)+$": {}}}, {ALMOST: 1}),
    "pattern of an additional name": (
        {"patternProperties": {"^(a|aa)+$": False}, "additionalProperties": False},
        {ALMOST: 1},
    ),
    "pattern of an unevaluated name": (
        {"allOf": [{"patternProperties": {"^(a|aa)+$": {}}}], "unevaluatedProperties": False},
        {ALMOST: 1},
    ),
    "pattern under a draft of its own": (
        {"properties": {"x": {"$schema": "http://json-schema.org/draft-07/schema#",
                              "$id": "urn:x", "pattern": "^(a|aa)+$"}}},
        {"x": ALMOST},
    ),
    "anyOf that doubles": (
        {
            "properties": {"x": {"$ref": "#/$defs/d0"}},
            "$defs": doubling(lambda ref: {"anyOf": [ref, ref]}, {"type": "integer"}),
        },
        {"x": "text"},
    ),
    "dependentSchemas that double": (
        {
            "$ref": "#/$defs/d0",
            "$defs": doubling(lambda ref: {"dependentSchemas": {"x": ref, "y": ref}}, {}),
            "unevaluatedProperties": False,
        },
        {"x": 1, "y": 2},
    ),
    "enum times list": (
        {"properties": {"x": {"items": {"enum": [{"a": at} for at in range(3_000)]}}}},
        {"x": [{"a": 2_999}] * 20_000},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("schema", "arguments"), HEAVY.values(), ids=HEAVY.keys())
def test_what_takes_too_long_is_given_up(schema, arguments):
    text = json.dumps({"name": "f", "parameters": {"type": "object", **schema}})
    started = monotonic()

    toolset = check_toolset(text)
    found = check_call(Call("call_1", "f", json.dumps(arguments)), toolset.tools)

    assert toolset.is_sendable
    assert LATE in found.problems[-1].message
    assert found.arguments == arguments
    assert monotonic() - started < GUARD_S


def test_ten_thousand_different_objects_are_told_apart_quickly():
    schema = {"type": "object", "properties": {"x": {"uniqueItems": True}}}
    (tool,) = check_toolset(json.dumps({"name": "f", "parameters": schema})).tools
    arguments = {"x": [{"a": at, "b": [at]} for at in range(10_000)]}

    assert check_call(Call("call_1", "f", json.dumps(arguments)), [tool]).is_valid


def test_a_value_nested_as_deep_as_may_be_is_checked():
    schema = {"type": "object", "properties": {"x": {"$ref": "#"}}}
    (tool,) = check_toolset(json.dumps({"name": "f", "parameters": schema})).tools

    found = check_call(Call("call_1", "f", '{"x":' * 98 + "1" + "}" * 98), [tool])

    (problem,) = found.problems
    assert problem.path == ("x",) * 98


HUGE = {
    "open brackets": "[" * 2**20,
    "open objects": '{"a":' * 200_000,
    "quotes": '["' + '"' * (2**20 - 10),
    "escaped quotes": '"' + '\\"' * (2**19 - 2),
    "spaces": "[" + " " * (2**20 - 10),
    "numbers": "[1" + ",1" * 500_000 + ",]",
    "empty tools": "[" + "{}," * 300_000 + "{}]",
    "repeated keys": "{" + ",".join(f'"a{at % 45_000}":1' for at in range(90_000)) + "}",
    "problems on every level": (
        '{"name":"f","parameters":' + '{"type":"bogus","properties":{"a":' * 45
        + '{"x":[' + "1," * 400_000 + "1]}" + '},"required":5}' * 45 + "}"
    ),
    "many identifiers": json.dumps({"name": "f", "parameters": {"type": "object", "properties": {
        f"p{at}": {"$id": f"http://x.test/{at}", "$ref": "http://y.test/"} for at in range(5_000)
    }}}),
}  # fmt: skip


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_any_huge_text_has_its_problems_told(text):
    started = monotonic()

    toolset = check_toolset(text)

    assert toolset.problems
    assert len(toolset.problems) <= 100
    assert monotonic() - started < GUARD_S


def test_five_mebibytes_are_refused_at_once():
    (problem,) = check_toolset("[" + "1," * 2_600_000 + "1]").problems

    assert "longer than 1 MiB" in problem.message


def test_a_good_schema_of_300_kibibytes_is_sendable():
    properties = {
        f"property_{at}": {"type": "string", "description": "x" * 30, "enum": ["a", "b"]}
        for at in range(4_000)
    }
    function = {"name": "f", "parameters": {"type": "object", "properties": properties}}

    assert check_toolset(json.dumps(function)).is_sendable
