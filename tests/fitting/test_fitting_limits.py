"""Schemas that would grow without end are fitted, or left, soon."""

from time import process_time

import pytest

from switchboard.fitting import GOALS, as_before, fit
from switchboard.tools import Tool

GOAL_IDS = [goal.id for goal in GOALS]
LONGEST_S = 5


def tool_with(parameters):
    return Tool("f", None, parameters, None, {"name": "f", "parameters": parameters})


def doubling(keyword):
    """Each definition holds the next one twice."""
    named = {
        f"d{at}": {keyword: [{"$ref": f"#/$defs/d{at + 1}"}] * 2}
        if keyword != "properties"
        else {
            "type": "object",
            "properties": {name: {"$ref": f"#/$defs/d{at + 1}"} for name in "ab"},
        }
        for at in range(30)
    }
    return {
        "type": "object",
        "properties": {"a": {"$ref": "#/$defs/d0"}},
        "$defs": {**named, "d30": {"type": "string"}},
    }


def each_holds_every_other():
    named = {
        f"d{at}": {
            "type": "object",
            "properties": {f"p{to}": {"$ref": f"#/$defs/d{to}"} for to in range(12)},
        }
        for at in range(12)
    }
    return {"type": "object", "properties": {"a": {"$ref": "#/$defs/d0"}}, "$defs": named}


def alternatives(levels):
    """On each level three, all of which lead to the next."""
    named = {
        f"d{at}": {
            "anyOf": [{"type": "object", "properties": {"a": {"$ref": f"#/$defs/d{at + 1}"}}}] * 3
        }
        for at in range(levels)
    }
    last = {f"d{levels}": {"type": "string"}}
    return {
        "type": "object",
        "properties": {"a": {"$ref": "#/$defs/d0"}},
        "$defs": {**named, **last},
    }


def nested(levels):
    schema = {"type": "string"}
    for _ in range(levels):
        schema = {"type": "object", "properties": {"a": schema}}
    return schema


HUGE = {
    "type": "object",
    "properties": {f"p{at}": {"type": "string", "minLength": 1} for at in range(3_000)},
}
SCHEMAS = {
    "properties that double": doubling("properties"),
    "allOf that doubles": doubling("allOf"),
    "anyOf that doubles": doubling("anyOf"),
    "oneOf that doubles": doubling("oneOf"),
    "each holds every other": each_holds_every_other(),
    "forty levels": nested(40),
    "nine hundred levels": nested(900),
    "three thousand properties": HUGE,
}


@pytest.mark.parametrize("goal", GOAL_IDS)
@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_a_fitting_ends_soon(schema, goal):
    started = process_time()

    fitting = fit(tool_with(schema), goal)
    after = fitting.after()

    assert process_time() - started < LONGEST_S
    assert isinstance(after, dict)


@pytest.mark.parametrize("goal", ["gemini", "all"])
def test_what_grows_without_end_is_left_and_it_is_said(goal):
    schema = doubling("properties")
    fitting = fit(tool_with(schema), goal)

    assert [problem.message for problem in fitting.left] == [
        "The parameters grow too large when they are fitted. Make the schema simpler."
    ]
    assert fitting.after()["parameters"] == schema


def test_arguments_of_alternatives_in_alternatives_are_put_back_soon():
    fitting = fit(tool_with(alternatives(14)), "strict")
    value = None
    for _ in range(14):
        value = {"a": value}
    started = process_time()

    undone = as_before({"a": value}, fitting)

    assert process_time() - started < LONGEST_S
    assert "a" in undone
