"""What stands beside a tool of how it answers: read, judged, written."""

import json

import pytest

from switchboard.responders import (
    ByModel,
    FaultKind,
    FaultPlan,
    Fixed,
    FromSchema,
    Hand,
    Http,
    Mcp,
    Template,
)
from switchboard.simulate.plans import (
    faults_document,
    plan_of,
    responder_document,
    with_margin,
)
from switchboard.tools import check_toolset


def tool_with(**margin):
    entry = {"type": "function", "function": {"name": "f"}, "x-switchboard": margin}
    return check_toolset(json.dumps([entry])).tools[0]


@pytest.mark.parametrize(
    ("written", "action"),
    [
        ({"kind": "hand"}, Hand()),
        ({"kind": "fixed", "result": {"t": 18}}, Fixed({"t": 18})),
        ({"kind": "template", "template": "{{ x }}", "seed": 3}, Template("{{ x }}", 3)),
        ({"kind": "schema", "seed": 2}, FromSchema(2)),
        ({"kind": "model", "model": "m"}, ByModel("m")),
        (
            {"kind": "model", "model": "m", "base_url": "", "instruction": "Be dry."},
            ByModel("m", "", "Be dry."),
        ),
        (
            {"kind": "http", "url": "https://x.example/", "method": "POST", "body": "{}"},
            Http("https://x.example/", "POST", {}, "{}"),
        ),
        ({"kind": "mcp", "server": "files", "tool": "read"}, Mcp("files", "read")),
    ],
    ids=lambda each: each.get("kind") if isinstance(each, dict) else "",
)
def test_each_kind_is_read_and_written_back_as_it_was(written, action):
    reading = plan_of(tool_with(responders=[written]))

    (responder,) = reading.plan.responders
    assert reading.problems == ()
    assert responder.action == action
    assert responder.path == (0, "x-switchboard", "responders", 0)
    assert responder_document(responder) == written


@pytest.mark.parametrize(
    ("margin", "path"),
    [
        pytest.param({"responders": {}}, ("responders",), id="no list"),
        pytest.param({"responders": ["x"]}, ("responders", 0), id="no object"),
        pytest.param({"responders": [{"kind": "magic"}]}, ("responders", 0), id="unknown kind"),
        pytest.param({"responders": [{"kind": "fixed"}]}, ("responders", 0), id="no result"),
        pytest.param(
            {"responders": [{"kind": "hand", "whom": "me"}]}, ("responders", 0), id="unknown key"
        ),
        pytest.param(
            {"responders": [{"kind": "hand", "when": {"type": "text"}}]},
            ("responders", 0, "when", "type"),
            id="a condition that is no schema",
        ),
        pytest.param(
            {"responders": [{"kind": "http", "url": "https://x", "headers": {"X-Api-Key": "k"}}]},
            ("responders", 0, "headers", "X-Api-Key"),
            id="a key",
        ),
        pytest.param({"faults": {"chances": {"flood": 1}}}, ("faults", "chances"), id="no fault"),
        pytest.param(
            {"faults": {"chances": {"null": 2}}}, ("faults", "chances", "null"), id="no chance"
        ),
        pytest.param(
            {"faults": {"chances": {"null": 0.7, "empty": 0.7}}},
            ("faults", "chances"),
            id="more than all",
        ),
        pytest.param(
            {"output_schema": {"type": "text"}}, ("output_schema", "type"), id="no output schema"
        ),
    ],
)
def test_what_can_not_be_understood_is_told_where_it_stands(margin, path):
    problems = plan_of(tool_with(**margin)).problems

    assert [problem.path for problem in problems] == [(0, "x-switchboard", *path)]


def test_a_responder_with_a_problem_does_not_keep_the_others_from_answering():
    reading = plan_of(tool_with(responders=[{"kind": "magic"}, {"kind": "fixed", "result": 1}]))

    assert [responder.action for responder in reading.plan.responders] == [Fixed(1)]
    assert reading.plan.responders[0].path[-1] == 1


def test_an_id_stays_the_same_wherever_a_responder_stands_and_twins_are_told_apart():
    one, other = {"kind": "fixed", "result": 1}, {"kind": "fixed", "result": 2}

    first = plan_of(tool_with(responders=[one, other])).plan.responders
    second = plan_of(tool_with(responders=[other, one, one])).plan.responders

    assert [first[1].id, first[0].id] == [second[0].id, second[1].id]
    assert second[2].id == f"{second[1].id}-2"


def test_faults_are_read_and_written_without_those_that_never_come():
    reading = plan_of(tool_with(faults={"seed": 3, "chances": {"null": 0.5, "empty": 0}}))

    assert reading.plan.faults == FaultPlan({FaultKind.NULL: 0.5, FaultKind.EMPTY: 0}, 3)
    assert faults_document(reading.plan.faults) == {"chances": {"null": 0.5}, "seed": 3}


@pytest.mark.parametrize("key", ["output_schema", "outputSchema"])
def test_an_output_schema_goes_by_two_names(key):
    assert plan_of(tool_with(**{key: {"type": "object"}})).plan.output_schema == {"type": "object"}


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param(
            '[{"type": "function", "function": {"name": "f"}}]',
            '[{"type": "function", "function": {"name": "f"}, "x-switchboard": {"faults": {}}}]',
            id="no margin yet",
        ),
        pytest.param(
            '{"name": "f", "x-switchboard": {"title": "F"}}',
            '{"name": "f", "x-switchboard": {"title": "F", "faults": {}}}',
            id="beside what stands there",
        ),
        pytest.param(
            '{"name": "f", "x-switchboard": {"faults": {"seed": 1}}}',
            '{"name": "f", "x-switchboard": {"faults": {}}}',
            id="in the place of what stands there",
        ),
    ],
)
def test_the_rest_of_the_text_stays_as_it_was_typed(text, after):
    tool = check_toolset(text).tools[0]

    assert with_margin(text, tool, "faults", {}) == after
