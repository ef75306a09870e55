import json

import pytest

from switchboard.messages import Call
from switchboard.tools import check_call, check_toolset

(WEATHER, NOW) = check_toolset("""[
  {"name": "get_weather", "parameters": {
    "type": "object",
    "properties": {
      "location": {"type": "string"},
      "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]},
      "days": {"type": "integer", "minimum": 1}
    },
    "required": ["location"],
    "additionalProperties": false}},
  {"name": "get_time"}
]""").tools


def checked(arguments, name="get_weather"):
    return check_call(Call("call_1", name, arguments), [WEATHER, NOW])


def test_a_good_call_has_its_arguments_and_its_tool():
    call = Call("call_1", "get_weather", '{"location": "Paris", "days": 10.0}')

    found = check_call(call, [NOW, WEATHER])

    assert found.is_valid
    assert found.arguments == {"location": "Paris", "days": 10.0}
    assert found.tool is WEATHER
    assert found.call is call


@pytest.mark.parametrize("arguments", ["", " \n", "null", "{}"])
def test_a_function_without_arguments_may_be_called_with_nothing(arguments):
    found = checked(arguments, "get_time")

    assert found.is_valid
    assert found.arguments == {}


def test_arguments_for_a_function_without_any_are_a_problem():
    (problem,) = checked('{"zone": "UTC"}', "get_time").problems

    assert problem.message == "`get_time` takes no arguments. Expected is `{}`."


@pytest.mark.parametrize("arguments", ["", "  "])
def test_empty_arguments_are_a_problem_where_there_could_be_some(arguments):
    found = checked(arguments)

    assert found.arguments is None
    assert found.problems[0].message == (
        "The arguments are empty. A JSON object is expected, at least `{}`."
    )


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [("null", "null"), ("[1]", "[1]"), ('"Paris"', '"Paris"'), ("5", "5"), ("true", "true")],
)
def test_arguments_that_are_no_object_are_a_problem(arguments, shown):
    found = checked(arguments)

    assert found.arguments is None
    (problem,) = found.problems
    assert problem.message == f"The arguments must be a JSON object; they are `{shown}`."
    assert problem.keyword == "type"


@pytest.mark.parametrize("cut", range(1, len('{"location": "Paris, France"}')))
def test_arguments_cut_anywhere_are_a_problem_with_a_place(cut):
    text = '{"location": "Paris, France"}'[:cut]

    found = checked(text)

    assert found.arguments is None
    (problem,) = found.problems
    assert problem.line == 1
    assert 1 <= problem.column <= cut + 1
    assert found.call.arguments == text


def test_problems_stand_where_they_are_in_the_arguments():
    text = '{"location": 5,\n "days": 0,\n  "unit": "kelvin"}'

    problems = checked(text).problems

    assert [(each.pointer, each.keyword, each.line, each.column) for each in problems] == [
        ("$.location", "type", 1, 2),
        ("$.unit", "enum", 3, 3),
        ("$.days", "minimum", 2, 2),
    ]


def test_a_key_written_twice_is_a_problem_and_the_last_one_counts():
    found = checked('{"location": "Rome", "location": "Paris"}')

    assert found.arguments == {"location": "Paris"}
    assert "`location` is written twice" in found.problems[0].message
    assert found.problems[0].column == 22


def test_an_unknown_name_lists_the_known_ones_and_the_closest():
    found = checked('{"location": "Paris"}', "getweather")

    assert found.tool is None
    assert found.arguments == {"location": "Paris"}
    assert [problem.message for problem in found.problems] == [
        'No tool is called `"getweather"`. Did the model mean `get_weather`?'
        " Offered were: `get_weather`, `get_time`."
    ]


def test_an_unknown_name_where_nothing_was_offered_says_so():
    found = check_call(Call("call_1", "f", "{}"), [])

    assert found.problems[0].message == 'No tool is called `"f"`: no tools were offered.'


def test_an_unknown_name_with_broken_arguments_has_both_problems():
    assert len(checked("{", "nobody").problems) == 2


def test_a_tool_with_a_wrong_schema_cannot_check_but_the_arguments_are_read():
    (tool,) = check_toolset('{"name": "f", "parameters": {"type": "objekt"}}').tools

    found = check_call(Call("call_1", "f", '{"a": 1}'), [tool])

    assert found.arguments == {"a": 1}
    assert found.problems[0].message.startswith(
        "The arguments object could not be checked, because the schema has problems itself."
    )


def test_the_dialect_decides_what_a_tuple_is():
    tuple_of_draft_7 = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "properties": {"pair": {"items": [{"type": "string"}, {"type": "number"}]}},
    }
    (tool,) = check_toolset(json.dumps({"name": "f", "parameters": tuple_of_draft_7})).tools

    found = check_call(Call("call_1", "f", '{"pair": [1, 2]}'), [tool])

    assert [problem.pointer for problem in found.problems] == ["$.pair[0]"]


def test_a_format_is_a_description_and_not_asserted():
    schema = '{"type": "object", "properties": {"day": {"type": "string", "format": "date"}}}'
    (tool,) = check_toolset('{"name": "f", "parameters": ' + schema + "}").tools

    assert check_call(Call("call_1", "f", '{"day": "someday"}'), [tool]).is_valid
