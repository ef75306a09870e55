"""Arguments fit the tool's schema, whatever the schema is."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from referencing import Registry
from toolbox import SUNDAY, Ask

from switchboard.offline.asking import Tool
from switchboard.offline.filling import Scene, fill_arguments

MESSAGES = [
    "What is the weather like in Paris today?",
    'Send 3 of "the red ones" to ana@example.com by 2026-12-01, at 5% off',
    "给 li@example.cn 发三封邮件\uff0c然后查一下东京的天气",
    "",
]
NAMES = st.sampled_from(["city", "amount", "to", "query", "tags", "date", "数量", "x"])


def fits(schema: dict[str, Any], value: Any) -> bool:
    return jsonschema.Draft202012Validator(schema, registry=Registry()).is_valid(value)


def _bounded_integers() -> st.SearchStrategy[dict[str, Any]]:
    return st.tuples(st.integers(-1000, 1000), st.integers(0, 500)).map(
        lambda pair: {"type": "integer", "minimum": pair[0], "maximum": pair[0] + pair[1]}
    )


def _steps() -> st.SearchStrategy[dict[str, Any]]:
    return st.sampled_from(
        [
            {"type": "integer", "multipleOf": 7, "exclusiveMinimum": 70},
            {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
            {"type": "number", "multipleOf": 0.5, "maximum": -10},
        ]
    )


def _texts() -> st.SearchStrategy[dict[str, Any]]:
    return st.sampled_from(
        [
            {"type": "string"},
            {"type": "string", "minLength": 12},
            {"type": "string", "maxLength": 3},
            {"type": "string", "pattern": "^[A-Z]{3}-[0-9]{4}$"},
            {"type": "string", "pattern": "^(north|south)(-east)?$"},
            {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
            {"type": "string", "pattern": "^(a+)+$"},
            {"type": "string", "format": "email"},
            {"type": "string", "format": "date-time"},
            {"type": "string", "format": "ipv6"},
            {"type": "string", "format": "uuid"},
        ]
    )


def _plain() -> st.SearchStrategy[dict[str, Any]]:
    values = st.one_of(st.text(max_size=5), st.integers(-9, 9), st.booleans(), st.none())
    return st.one_of(
        st.just({}),
        _bounded_integers(),
        _steps(),
        _texts(),
        st.just({"type": "boolean"}),
        st.just({"type": ["null", "integer"]}),
        st.lists(values, min_size=1, max_size=4).map(lambda listed: {"enum": listed}),
        values.map(lambda value: {"const": value}),
    )


def _arrays(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.tuples(inner, st.integers(0, 2)).map(
        lambda pair: {"type": "array", "items": pair[0], "minItems": pair[1], "maxItems": 6}
    )


def _objects(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    properties = st.dictionaries(NAMES, inner, max_size=4)
    return st.tuples(properties, st.booleans(), st.booleans()).map(_object)


def _object(parts: tuple[dict[str, Any], bool, bool]) -> dict[str, Any]:
    properties, all_required, closed = parts
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties) if all_required else [],
        "additionalProperties": not closed,
    }


def _branches(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    several = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        several.map(lambda listed: {"anyOf": listed}),
        inner.map(lambda schema: {"allOf": [schema, {"description": "the same"}]}),
        inner.map(lambda schema: {"oneOf": [schema, {"type": "object", "required": ["zzz"]}]}),
    )


SCHEMAS = st.recursive(
    _plain(),
    lambda inner: st.one_of(_arrays(inner), _objects(inner), _branches(inner)),
    max_leaves=6,
)


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(schema=_objects(SCHEMAS), message=st.sampled_from(MESSAGES))
def test_arguments_fit_any_schema_of_these_shapes(schema, message):
    calls = fill_arguments(Tool("do_it", "", schema), message, Scene(message, SUNDAY))

    assert calls
    assert all(fits(schema, arguments) for arguments in calls)


TREE = {
    "type": "object",
    "properties": {"root": {"$ref": "#/$defs/node"}},
    "required": ["root"],
    "$defs": {
        "node": {
            "type": "object",
            "properties": {
                "label": {"type": "string"},
                "children": {"type": "array", "items": {"$ref": "#/$defs/node"}, "minItems": 0},
            },
            "required": ["label", "children"],
            "additionalProperties": False,
        }
    },
}
ODD_SCHEMAS = [
    TREE,
    {"type": "object", "minProperties": 3, "additionalProperties": {"type": "integer"}},
    {"type": "object", "patternProperties": {"^x-": {"type": "string"}}, "minProperties": 1},
    {
        "type": "object",
        "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}},
        "required": ["a"],
        "dependentRequired": {"a": ["b"]},
    },
    {
        "type": "object",
        "properties": {"kind": {"enum": ["x", "y"]}, "extra": {"type": "string"}},
        "required": ["kind"],
        "if": {"properties": {"kind": {"const": "x"}}},
        "then": {"required": ["extra"]},
    },
    {
        "type": "object",
        "properties": {
            "list": {"type": "array", "items": {"enum": [1, 2, 3]}, "minItems": 3},
            "set": {"type": "array", "uniqueItems": True, "minItems": 4},
            "pair": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]},
            "some": {"type": "array", "contains": {"const": 5}},
        },
        "required": ["list", "set", "pair", "some"],
    },
    {"properties": {"n": {"not": {"type": "string"}}}, "required": ["n"]},
    {"anyOf": [{"required": ["a"]}, {"required": ["b"]}], "properties": {"a": {"const": 1}}},
    {
        "allOf": [
            {"properties": {"a": {"type": "integer", "minimum": 5}}},
            {"properties": {"a": {"maximum": 6}}, "required": ["a"]},
        ]
    },
    {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "properties": {"where": {"$ref": "#/definitions/place"}},
        "required": ["where"],
        "definitions": {"place": {"type": "string", "minLength": 4}},
    },
    {"type": "object", "propertyNames": {"pattern": "^[a-z]{4}$"}, "minProperties": 2},
    {},
]


@pytest.mark.parametrize("message", MESSAGES)
@pytest.mark.parametrize("schema", ODD_SCHEMAS, ids=range(len(ODD_SCHEMAS)))
def test_arguments_fit_schemas_of_odd_shapes(schema, message):
    tool = Tool("do_it", "", schema if schema is not True else {})

    calls = fill_arguments(tool, message, Scene(message, SUNDAY))

    assert calls
    assert all(fits(schema, arguments) for arguments in calls)


BROKEN_SCHEMAS = [
    {"type": "object", "properties": {"a": {"$ref": "#/$defs/gone"}}, "required": ["a"]},
    {"type": "object", "properties": {"a": {"$ref": "#/properties/a"}}, "required": ["a"]},
    {"$ref": "#"},
    {"type": "object", "properties": {"a": {"$ref": "file:///etc/hostname"}}, "required": ["a"]},
    {"type": "object", "properties": {"a": {"$ref": "http://127.0.0.1:9/x"}}, "required": ["a"]},
    {"type": "object", "properties": {"a": False}, "required": ["a"]},
    {"type": "object", "properties": {"a": {"type": "string", "pattern": "("}}, "required": ["a"]},
    {"type": "object", "properties": {"a": {"type": "integer", "minimum": 5, "maximum": 1}}},
    {"type": "object", "properties": {"a": {"enum": []}}, "required": ["a"]},
    {"type": "object", "properties": {"a": {"minimum": "x"}}, "required": ["a"]},
    {"type": "object", "minProperties": 1, "maxProperties": 0},
    {"type": "object", "properties": {"a": {"type": "array", "minItems": 10**9}}},
    {"type": "object", "properties": {"a": {"minLength": 10**12}}, "required": ["a"]},
    {"type": "object", "properties": {"a": {"multipleOf": 0}}, "required": ["a"]},
    {"type": "object", "required": [1, None]},
    {"type": "object", "properties": {"a": {"type": "integer", "maximum": 1e400}}},
]


@pytest.mark.parametrize("schema", BROKEN_SCHEMAS, ids=range(len(BROKEN_SCHEMAS)))
def test_a_schema_that_nothing_fits_is_no_reason_to_fail(schema):
    calls = fill_arguments(
        Tool("do_it", "", schema), "Weather in Paris?", Scene("Weather in Paris?", SUNDAY)
    )

    assert len(calls) == 1
    json.dumps(calls[0])


def test_a_pattern_that_explodes_is_not_tried_on_a_long_text(ask: Ask):
    schema = {
        "type": "object",
        "properties": {"query": {"type": "string", "pattern": "^(a+)+$"}},
        "required": ["query"],
    }
    tool = {"type": "function", "function": {"name": "search", "parameters": schema}}

    reply = ask(f"search '{'a' * 40}!'", tool, tool_choice="required", timeout=10)

    assert json.loads(reply.choices[0].message.tool_calls[0].function.arguments) == {"query": "a"}
