"""What an answer would give, tried without a call."""

import json

import pytest

from switchboard.messages import Call
from switchboard.responding import tried
from switchboard.simulate.plans import plan_of
from switchboard.tools import check_call, check_toolset

PARIS = {"properties": {"city": {"const": "Paris"}}, "required": ["city"]}
SKY = {"type": "object", "properties": {"sky": {"type": "string"}}, "required": ["sky"]}


def trial(responder, arguments='{"city": "Oslo"}', **margin):
    """What comes of it, for a tool whose first responder this is."""
    tool = {
        "type": "function",
        "function": {"name": "get_weather", "parameters": {"type": "object"}},
        "x-switchboard": {"responders": [responder], **margin},
    }
    (read,) = check_toolset(json.dumps([tool])).tools
    checked = check_call(Call("", "get_weather", arguments), [read])
    return tried(plan_of(read).plan.responders[0], read, checked)


def test_a_template_is_rendered_with_the_arguments_as_for_a_first_call():
    answer = trial({"kind": "template", "template": "{{ city }} {{ count }} {{ tool }}"})

    assert answer.result.text == "Oslo 1 get_weather"
    assert answer.result.response.source == "template"


def test_a_template_that_fails_says_why():
    answer = trial({"kind": "template", "template": "{{ 1 // 0 }}"})

    assert answer.result is None
    assert "zero" in answer.failure


def test_the_condition_and_the_faults_of_the_tool_count_for_nothing():
    answer = trial(
        {"kind": "fixed", "result": "rain", "when": PARIS}, faults={"chances": {"empty": 1}}
    )

    assert answer.result.text == "rain"
    assert answer.result.response.fault is None


@pytest.mark.parametrize(("result", "count"), [({"sky": "grey"}, 0), ({"sky": 1}, 1), ("grey", 1)])
def test_the_answer_is_held_against_the_output_schema(result, count):
    answer = trial({"kind": "fixed", "result": result}, output_schema=SKY)

    assert len(answer.result.response.problems) == count
