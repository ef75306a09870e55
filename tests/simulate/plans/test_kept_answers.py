"""A result that a tool is to answer one call's arguments with from now on."""

import json

import pytest

from switchboard.simulate.plans import chosen, exact_condition, plan_of, with_kept
from switchboard.tools import check_toolset

PARIS = {"properties": {"city": {"const": "Paris"}}, "required": ["city"]}
BARE_PARIS = {
    "properties": {"city": {"const": "Paris"}, "days": False, "unit": False},
    "required": ["city"],
}


def text_with(*responders, properties=("city", "days", "unit")):
    parameters = {"type": "object", "properties": {name: {} for name in properties}}
    function = {"name": "f", "parameters": parameters}
    margin = {"responders": list(responders)}
    return json.dumps([{"type": "function", "function": function, "x-switchboard": margin}])


def tool_in(text):
    return check_toolset(text).tools[0]


def kept_in(text, result, arguments):
    after = with_kept(text, tool_in(text), result, arguments=arguments)
    return json.loads(after)[0]["x-switchboard"]["responders"]


def answer_in(text, arguments):
    return chosen(plan_of(tool_in(text)).plan.responders, arguments).action.result


def fixed(result, when=None):
    return {"kind": "fixed", **({} if when is None else {"when": when}), "result": result}


@pytest.mark.parametrize(
    ("arguments", "condition"),
    [
        pytest.param({"city": "Paris"}, BARE_PARIS, id="what was left out is not given"),
        pytest.param(
            {"city": "Paris", "days": 2, "unit": None},
            {
                "properties": {
                    "city": {"const": "Paris"},
                    "days": {"const": 2},
                    "unit": {"const": None},
                },
                "required": ["city", "days", "unit"],
            },
            id="all given",
        ),
        pytest.param(
            {}, {"properties": {"city": False, "days": False, "unit": False}}, id="none given"
        ),
        pytest.param(
            {"town": "Paris"},
            {
                "properties": {
                    "town": {"const": "Paris"},
                    "city": False,
                    "days": False,
                    "unit": False,
                },
                "required": ["town"],
            },
            id="one that the tool does not know",
        ),
    ],
)
def test_the_condition_is_for_these_arguments_alone(arguments, condition):
    assert exact_condition(tool_in(text_with()), arguments) == condition


@pytest.mark.parametrize(
    "function",
    [
        pytest.param({"name": "f"}, id="no parameters"),
        pytest.param({"name": "f", "parameters": {"type": "object"}}, id="no properties"),
        pytest.param({"name": "f", "parameters": {"properties": []}}, id="odd properties"),
    ],
)
def test_a_tool_that_takes_no_arguments_has_no_condition(function):
    assert exact_condition(tool_in(json.dumps([function])), {}) is None


def test_it_stands_first_and_every_other_call_is_answered_as_before():
    text = text_with(fixed("rain", PARIS), fixed("unknown city"))
    tool = tool_in(text)

    after = with_kept(text, tool, {"sky": "fog"}, arguments={})
    after = with_kept(after, tool_in(after), "sun", arguments={"city": "Paris", "days": 2})

    assert [
        answer_in(after, arguments)
        for arguments in (
            {},
            {"city": "Paris", "days": 2},
            {"city": "Paris"},
            {"city": "Paris", "days": 2, "unit": "F"},
            {"city": "Rome"},
        )
    ] == [{"sky": "fog"}, "sun", "rain", "rain", "unknown city"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param([], [fixed("new")], id="the only one"),
        pytest.param([fixed("old")], [fixed("new"), fixed("old")], id="before one for any"),
        pytest.param(
            [fixed("rain", PARIS), {"kind": "magic"}, fixed("old")],
            [fixed("rain", PARIS), {"kind": "magic"}, fixed("new"), fixed("old")],
            id="behind conditions that go before it, and one that can't be read",
        ),
        pytest.param(
            [fixed("rain", PARIS)],
            [fixed("rain", PARIS), fixed("new")],
            id="last where none answers yet",
        ),
        pytest.param(
            [fixed("old", {})], [fixed("new"), fixed("old", {})], id="before a condition that fits"
        ),
    ],
)
def test_without_arguments_to_tell_it_goes_before_what_answered_until_now(before, after):
    assert kept_in(text_with(*before, properties=()), "new", {}) == after
