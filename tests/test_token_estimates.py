"""What tools cost, estimated."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.token_estimates import approximate_tokens, tool_costs
from switchboard.tools import check_toolset

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "The weather of a city, today.",
        "parameters": {
            "type": "object",
            "properties": {
                "city": {"type": "string", "description": "City and country, as in Rome, Italy."},
                "description": {"type": "string"},
            },
        },
    },
}


@pytest.mark.parametrize(
    ("text", "tokens"),
    [("", 0), ("a", 1), ("The weather of a city, today.", 7), ("天气预报", 3)],
    ids=["nothing", "a letter", "a sentence", "Chinese"],
)
def test_a_text_has_about_a_token_for_four_bytes_and_a_bit(text, tokens):
    assert approximate_tokens(text) == tokens


def test_half_a_character_costs_too():
    assert approximate_tokens("\ud83d") == 1


def test_a_tool_costs_what_its_definition_costs_as_it_is_sent():
    (cost,) = tool_costs(check_toolset(json.dumps(WEATHER, indent=8)).tools)

    assert (cost.name, cost.tokens) == ("get_weather", 60)


def test_the_margin_costs_nothing():
    with_margin = {**WEATHER, "x-switchboard": {"examples": [{"city": "Rome"}] * 20}}
    (cost,) = tool_costs(check_toolset(json.dumps(with_margin)).tools)

    assert cost.tokens == 60


def test_descriptions_are_told_the_dearest_first_and_a_property_of_that_name_is_none():
    (cost,) = tool_costs(check_toolset(json.dumps(WEATHER)).tools)

    assert [(each.path, each.tokens) for each in cost.descriptions] == [
        (("parameters", "properties", "city", "description"), 9),
        (("description",), 7),
    ]
    assert cost.described == 16


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
)


@given(parameters=_JSON)
def test_any_definition_has_a_cost(parameters):
    tools = check_toolset(json.dumps([{"name": "f", "parameters": parameters}])).tools

    (cost,) = tool_costs(tools)

    assert cost.tokens >= cost.described
