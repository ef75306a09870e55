"""Changes that need each other, and those that are left out."""

import pytest

from switchboard.fitting import as_before, fit
from tests.fitting.fitted_tools import CLOSED_OBJECT, NUMBER, OPEN_OBJECT, TEXT, of_city, tool_with

NULL = {"type": "null"}


NULL_FURTHER_IN = {
    "in alternatives of one": {"anyOf": [NULL]},
    "in one of one": {"oneOf": [NULL]},
    "in all of one": {"allOf": [NULL]},
    "in a list of one type": {"type": ["null"]},
    "behind a reference": {"$ref": "#/$defs/Null"},
}


@pytest.mark.parametrize("null", NULL_FURTHER_IN.values(), ids=NULL_FURTHER_IN)
def test_an_alternative_that_turns_out_to_be_null_becomes_nullable_too(null):
    parameters = of_city({"anyOf": [TEXT, null]}, **{"$defs": {"Null": NULL}})

    after = fit(tool_with(parameters), "gemini").after()["parameters"]

    assert after["properties"]["city"] == {"type": "string", "nullable": True}


def test_a_change_that_is_there_only_after_one_further_in_brings_that_along():
    schema = {"anyOf": [TEXT, {"anyOf": [NULL]}]}
    fitting = fit(tool_with(of_city(schema)), "gemini")

    after = fitting.after(["null #/parameters/properties/city/anyOf"])["parameters"]

    assert after["properties"]["city"] == {"anyOf": [TEXT], "nullable": True}


@pytest.mark.parametrize("goal", ["strict", "strict-anthropic"])
def test_alternatives_that_say_only_what_is_required_once_fitted_are_told_in_words(goal):
    one_of_them = [{"required": ["a"], "not": {"minProperties": 2}}, {"required": ["b"]}]
    fitting = fit(tool_with(of_city({**CLOSED_OBJECT, "anyOf": one_of_them})), goal)

    assert fitting.after()["parameters"]["properties"]["city"] == {
        **CLOSED_OBJECT,
        "description": "Required: `a` or `b`.",
    }


def test_an_all_of_that_goes_together_only_once_its_definition_is_fitted_is_merged_then():
    member = {"type": "string", "not": {"const": "y"}}
    schema = {"allOf": [{"not": {"const": "x"}}, {"$ref": "#/$defs/Name"}]}
    fitting = fit(tool_with(of_city(schema, **{"$defs": {"Name": member}})), "strict")

    assert fitting.after()["parameters"]["properties"]["city"] == TEXT
    assert fitting.taken_with(["merge #/parameters/properties/city/allOf"]) >= {
        "drop #/parameters/$defs/Name/not"
    }


@pytest.mark.parametrize(
    "member",
    [{"$ref": "#/$defs/A"}, {"properties": {"a": {"type": ["string", "null"]}}}],
    ids=["a reference", "in its place"],
)
def test_what_is_both_text_and_number_where_it_is_given_is_null_once_it_is_always_given(member):
    schema = {"type": "object", "allOf": [member], "properties": {"a": NUMBER}}
    of_text = {"type": "object", "properties": {"a": TEXT}}
    fitting = fit(tool_with(of_city(schema, **{"$defs": {"A": of_text}})), "strict")

    city = fitting.after()["parameters"]["properties"]["city"]

    assert city == {**CLOSED_OBJECT, "properties": {"a": {"type": "null"}}}
    assert as_before({"city": {"a": None}}, fitting) == {"city": {}}


def test_a_change_brings_along_what_it_needs():
    schema = {"allOf": [{"$ref": "#/$defs/A"}], "description": "Which"}
    root = of_city(schema, **{"$defs": {"A": OPEN_OBJECT}})
    fitting = fit(tool_with(root), "strict")

    after = fitting.after(["close #/parameters/properties/city/additionalProperties"])

    assert after["parameters"]["properties"]["city"] == {**CLOSED_OBJECT, "description": "Which"}
    assert after["parameters"]["$defs"] == {"A": OPEN_OBJECT}
    assert "strict" not in after


def test_a_change_that_is_left_leaves_the_others_as_they_are():
    schema = {"type": "string", "minLength": 2, "format": "uri"}
    fitting = fit(tool_with(of_city(schema)), "strict")

    after = fitting.after(["drop #/parameters/properties/city/format"])

    assert after["parameters"]["properties"]["city"] == {
        "type": "string",
        "minLength": 2,
        "description": "Format: uri.",
    }


def test_what_is_required_without_being_described_goes_only_with_its_own_changes():
    fitting = fit(tool_with({"type": "object", "properties": {}, "required": ["a"]}), "gemini")

    needed = fitting.taken_with(["drop #/parameters/required"])

    assert "unrequire #/parameters/required/a" in needed


def test_definitions_stay_where_references_find_them_when_alternatives_take_in_what_stands_beside():
    choice = {"properties": {}, "anyOf": [{"enum": ["x"]}, {"$ref": "#/$defs/A"}]}
    parameters = {"type": "object", **choice, "$defs": {"A": OPEN_OBJECT}}
    fitting = fit(tool_with(parameters), "gemini")

    after = fitting.after(["spread #/parameters/anyOf"])["parameters"]

    assert after == {
        "anyOf": [
            {"type": "object", "properties": {}, "enum": ["x"]},
            {"type": "object", "properties": {}, "$ref": "#/$defs/A"},
        ],
        "$defs": {"A": OPEN_OBJECT},
    }


def test_an_all_of_in_an_all_of_that_says_otherwise_is_not_merged_as_if_it_said_the_same():
    schema = {"allOf": [TEXT, {"allOf": [{"type": "integer"}]}]}
    (merge,) = [
        each
        for each in fit(tool_with(of_city(schema)), "gemini").changes
        if each.id == "merge #/parameters/properties/city/allOf"
    ]

    assert merge.loosens
    assert merge.meaning == "Where two say different things, the first holds."
