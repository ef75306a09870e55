"""What holds of every fitting, whatever the tool."""

import json

import pytest
from fitting.schemas import parameters, values_for
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from switchboard.fitting import GOALS, as_before, fit
from switchboard.payload import for_dialect
from switchboard.settings import Profile
from switchboard.tools import Tool, check_schema, check_toolset, value_problems

GEMINI = Profile(schema_dialect="gemini")
GOAL_IDS = [goal.id for goal in GOALS]
CALM = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def tool_of(function):
    name = function.get("name")
    described = function.get("description")
    schema = function.get("parameters")
    return Tool(
        name if isinstance(name, str) else "f",
        described if isinstance(described, str) else None,
        schema if isinstance(schema, dict) else None,
        None,
        function,
    )


def tool_with(schema):
    return tool_of({"name": "f", "description": "Does it.", "parameters": schema})


def takes(value, function):
    schema = function.get("parameters", {"type": "object", "maxProperties": 0})
    return not value_problems(value, schema)


@pytest.mark.parametrize("goal", GOAL_IDS)
@CALM
@given(schema=parameters())
def test_what_is_fitted_stays_as_it_is(goal, schema):
    after = fit(tool_with(schema), goal).after()

    again = fit(tool_of(after), goal)

    assert [change.id for change in again.changes] == []
    assert again.after() == after


@pytest.mark.parametrize("goal", GOAL_IDS)
@CALM
@given(schema=parameters(), choice=st.randoms(use_true_random=False))
def test_any_of_the_changes_give_a_well_formed_definition(goal, schema, choice):
    fitting = fit(tool_with(schema), goal)
    taken = [each.id for each in fitting.changes if choice.random() < 0.5]

    after = fitting.after(taken)

    assert after["name"] == "f"
    if not check_schema(schema):
        assert check_schema(after.get("parameters", {})) == ()


@pytest.mark.parametrize("goal", GOAL_IDS)
@CALM
@given(schema=parameters())
def test_no_change_taken_leaves_all_as_it_was(goal, schema):
    assert fit(tool_with(schema), goal).after([])["parameters"] == schema


@pytest.mark.parametrize("goal", GOAL_IDS)
@CALM
@given(schema=parameters(), data=st.data())
def test_arguments_that_fit_after_changes_that_do_not_loosen_fit_before(goal, schema, data):
    assume(not check_schema(schema))
    fitting = fit(tool_with(schema), goal)
    loose = {each.id for each in fitting.changes if each.loosens}
    taken = {each.id for each in fitting.changes if not fitting.taken_with([each.id]) & loose}
    after = fitting.after(taken)
    arguments = data.draw(values_for(after.get("parameters", {"type": "object"}), after))
    assume(isinstance(arguments, dict) and takes(arguments, after))

    assert value_problems(as_before(arguments, fitting), schema) == []


@CALM
@given(schema=parameters())
def test_a_strict_tool_has_no_problems_or_it_is_said_why(schema):
    fitting = fit(tool_with(schema), "strict")
    after = fitting.after()

    assert after["strict"] is True
    assert fitting.left or check_toolset(json.dumps(after)).problems == ()


@CALM
@given(schema=parameters())
def test_nothing_is_left_for_gemini_to_be_changed_on_the_way(schema):
    fitting = fit(tool_with(schema), "gemini")
    tool = {"type": "function", "function": fitting.after()}

    assert fitting.left or for_dialect([tool], GEMINI).changes == ()


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.floats(allow_nan=False)
    | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "type",
                    "properties",
                    "items",
                    "$ref",
                    "$defs",
                    "anyOf",
                    "enum",
                    "required",
                    "allOf",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("goal", GOAL_IDS)
@CALM
@given(function=st.dictionaries(st.sampled_from(["name", "parameters", "description"]), JSON))
def test_any_json_has_a_fitting(goal, function):
    fitting = fit(tool_of(function), goal)

    assert isinstance(fitting.after(), dict)
