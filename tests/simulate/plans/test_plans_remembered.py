"""A plan is read once for the same words in the same place."""

import json

import pytest

from switchboard.simulate.plans import plan_of
from switchboard.tools import check_toolset

ENTRY = {
    "type": "function",
    "function": {"name": "f", "description": "Looks it up."},
    "x-switchboard": {"responders": [{"kind": "fixed", "result": {"t": 18}}, {"kind": "magic"}]},
}


def tool_in(*entries):
    return check_toolset(json.dumps(entries)).tools[-1]


def with_function(**keys):
    return {**ENTRY, "function": {**ENTRY["function"], **keys}}


def with_margin(**keys):
    return {**ENTRY, "x-switchboard": {**ENTRY["x-switchboard"], **keys}}


@pytest.mark.parametrize(
    "again",
    [
        pytest.param(ENTRY, id="unchanged"),
        pytest.param(with_function(description="Other words."), id="what no plan depends on"),
    ],
)
def test_asking_again_brings_the_very_same_reading(again):
    assert plan_of(tool_in(again)) is plan_of(tool_in(ENTRY))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(with_function(outputSchema={"type": "object"}), id="MCP's output schema"),
        pytest.param(with_margin(output_schema={"type": "object"}), id="an output schema beside"),
        pytest.param(with_margin(faults={"chances": {"null": 1}}), id="faults"),
        pytest.param(with_margin(responders=[]), id="responders"),
    ],
)
def test_what_a_plan_depends_on_is_read_anew(other):
    assert plan_of(tool_in(other)).plan != plan_of(tool_in(ENTRY)).plan


def test_the_same_words_in_another_place_have_paths_of_their_own():
    first, second = plan_of(tool_in(ENTRY)), plan_of(tool_in({"name": "g"}, ENTRY))

    assert [problem.path for problem in (*first.problems, *second.problems)] == [
        (0, "x-switchboard", "responders", 1),
        (1, "x-switchboard", "responders", 1),
    ]
    assert second.plan.responders[0].path == (1, "x-switchboard", "responders", 0)
