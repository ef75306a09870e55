"""A function's parameters changed one at a time: what is asked for, and nothing else."""

import pytest

from switchboard.forms.building import (
    with_about,
    with_fact,
    with_kind,
    with_name,
    with_options,
    with_parameter,
    with_place,
    with_required,
    without_parameter,
)
from switchboard.forms.parameters import KINDS, kind_of, parameters_of
from switchboard.tools import check_schema

PARAMETERS = {
    "type": "object",
    "$comment": "kept",
    "properties": {
        "a": {"type": "string", "minLength": 2, "default": "xx", "x-own": 1},
        "b": {"enum": ["u", "v"]},
        "c": {"type": "array", "items": {"type": "object", "properties": {"d": {"type": "null"}}}},
        "e": {"$ref": "#/$defs/e"},
    },
    "required": ["a", "b"],
    "$defs": {"e": {}},
}
FUNCTION = {"name": "f", "parameters": PARAMETERS, "x-own": 2}


def properties(function, *where):
    found = function["parameters"]
    for name in where:
        found = found["properties"][name]
        found = found.get("items", found)
    return found["properties"]


def test_parameters_are_seen_with_their_kinds():
    assert [(one.name, one.kind, one.is_required) for one in parameters_of(FUNCTION)] == [
        ("a", "text", True),
        ("b", "choice", True),
        ("c", "list:object", False),
        ("e", "json", False),
    ]


def test_objects_in_lists_are_looked_into():
    assert [one.name for one in parameters_of(FUNCTION, ("c",))] == ["d"]
    assert parameters_of(FUNCTION, ("e",)) == ()
    assert parameters_of(FUNCTION, ("c", "nothing")) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_parameter_is_of_the_kind_that_was_asked_for(kind):
    function = with_parameter(FUNCTION, (), "new", kind=kind)

    assert kind_of(properties(function)["new"]) == kind
    assert [*properties(function)] == ["a", "b", "c", "e", "new"]
    assert function["parameters"]["required"] == ["a", "b"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["a", "b", "c"])
def test_a_parameter_of_any_kind_becomes_one_of_any_other(kind, name):
    function = with_kind(FUNCTION, (), name, kind=kind)

    schema = properties(function)[name]
    assert kind_of(schema) == kind
    assert schema.get("x-own") == PARAMETERS["properties"][name].get("x-own")
    assert check_schema({**schema, "enum": ["x"]} if schema.get("enum") == [] else schema) == ()


def test_what_another_kind_has_no_use_for_is_dropped():
    function = with_kind(FUNCTION, (), "a", kind="integer")

    assert properties(function)["a"] == {"type": "integer", "x-own": 1}


def test_options_go_from_a_choice_to_a_list_of_choices_and_back():
    listed = with_kind(FUNCTION, (), "b", kind="list:choice")
    back = with_kind(listed, (), "b", kind="choice")

    assert properties(listed)["b"]["items"] == {"type": "string", "enum": ["u", "v"]}
    assert properties(back)["b"] == {"type": "string", "enum": ["u", "v"]}


def test_a_choice_of_numbers_says_so():
    function = with_kind(FUNCTION, (), "a", kind="choice")

    assert properties(with_options(function, (), "a", [1, 2]))["a"]["type"] == "integer"
    assert properties(with_options(function, (), "a", ["1", 2.5]))["a"]["type"] == [
        "string",
        "number",
    ]


def test_a_new_parameter_of_a_strict_function_is_required_and_closed():
    strict = {
        "name": "f",
        "strict": True,
        "parameters": {"type": "object", "properties": {}, "additionalProperties": False},
    }

    function = with_parameter(strict, (), "new", kind="object")

    assert function["parameters"]["required"] == ["new"]
    assert properties(function)["new"]["additionalProperties"] is False


def test_a_function_without_parameters_gets_some():
    assert with_parameter({"name": "f"}, (), "a", kind="text") == {
        "name": "f",
        "parameters": {"type": "object", "properties": {"a": {"type": "string"}}},
    }


def test_a_name_that_is_taken_changes_nothing():
    assert with_parameter(FUNCTION, (), "a", kind="number") == FUNCTION
    assert with_name(FUNCTION, (), "a", "b") == FUNCTION


def test_a_nested_parameter_is_changed_in_its_place():
    function = with_about(FUNCTION, ("c",), "d", "Said")

    assert properties(function, "c") == {"d": {"type": "null", "description": "Said"}}
    assert {**properties(function), "c": 0} == {**PARAMETERS["properties"], "c": 0}


def test_required_is_set_and_unset():
    assert with_required(FUNCTION, (), "c", is_required=True)["parameters"]["required"] == [
        "a",
        "b",
        "c",
    ]
    assert with_required(FUNCTION, (), "a", is_required=False)["parameters"]["required"] == ["b"]


@pytest.mark.parametrize(("by", "order"), [(-1, "abec"), (1, "abce"), (-9, "eabc"), (9, "abce")])
def test_a_parameter_is_moved_no_further_than_the_ends(by, order):
    assert "".join(properties(with_place(FUNCTION, (), "e", by=by))) == order


def test_what_was_given_is_never_changed_itself():
    before = repr(FUNCTION)
    for change in (
        with_parameter(FUNCTION, ("c",), "n", kind="list:choice"),
        without_parameter(FUNCTION, (), "a"),
        with_fact(FUNCTION, "strict", True),
        with_kind(FUNCTION, (), "b", kind="text"),
    ):
        assert change != FUNCTION

    assert repr(FUNCTION) == before
