"""Keys that are misspelt are problems; keys of a person's own are not."""

import json

import pytest

from switchboard.tools import check_toolset


def problems_of(parameters):
    function = {"name": "f", "parameters": {"type": "object", **parameters}}
    return check_toolset(json.dumps(function)).problems


@pytest.mark.parametrize(
    ("key", "value", "meant"),
    [
        ("propertys", {"a": {}}, "properties"),
        ("Required", ["a"], "required"),
        ("required_", ["a"], "required"),
        ("additional_properties", False, "additionalProperties"),
        ("any_of", [{}], "anyOf"),
        ("minlength", 3, "minLength"),
        ("emun", ["a"], "enum"),
        ("desciption", "What it is", "description"),
        ("ref", "#", "$ref"),
    ],
)
def test_a_keyword_that_is_misspelt_is_a_problem_at_its_place(key, value, meant):
    (problem,) = problems_of({"properties": {"a": {"items": {key: value}}}})

    assert problem.path == ("parameters", "properties", "a", "items", key)
    assert problem.message == f"`{key}` has no meaning here. Did you mean `{meant}`?"


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ('{"name": "f", "descripton": "x"}', "$.descripton"),
        ('{"name": "f", "paramters": {"type": "object"}}', "$.paramters"),
        ('{"name": "f", "Strict": true}', "$.Strict"),
        ('{"type": "function", "functon": {"name": "f"}}', "$.functon"),
        ('{"type": "function", "function": {"name": "f"}, "x-switchbord": {}}', "$[x-switchbord]"),
    ],
)
def test_a_key_of_a_tool_that_is_misspelt_is_a_problem_at_its_place(text, pointer):
    (problem,) = check_toolset(text).problems

    assert problem.pointer == pointer
    assert "Did you mean" in problem.message


@pytest.mark.parametrize(
    "schema",
    [
        {"nullable": True, "example": 1, "discriminator": {"propertyName": "a"}},
        {"x-typ": "string", "X-Requird": True},
        {"note": "not what the key `not` holds"},
        {"types": "string", "type": "string"},
        {"properties": {"typ": {"type": "string"}, "requird": {}}},
        {"default": {"typ": "string"}, "enum": [{"typ": "string"}]},
        {"ordering": 1, "widget": "slider", "label": "City", "min": 1},
    ],
    ids=["OpenAPI", "extensions", "another value", "beside", "names", "values", "words"],
)
def test_keys_of_a_person_s_own_are_no_problem(schema):
    assert problems_of({"properties": {"a": schema}}) == ()


def test_a_thousand_unknown_keys_are_no_burden():
    properties = {f"p{at}": {f"own{at}": at, f"proprties{at}": {}} for at in range(2_000)}

    problems = problems_of({"properties": properties})

    assert 0 < len(problems) <= 100
