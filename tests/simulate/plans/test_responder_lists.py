"""A tool's responders edited, and the text that comes of it."""

import pytest

from switchboard.responders import Fixed, Hand, Http, Responder
from switchboard.simulate.plans import (
    WrittenSchema,
    added,
    condition_of,
    drafted,
    moved,
    plan_of,
    problems_at,
    removed,
    replaced,
    shadowed,
    with_responders,
    without_margin,
    written_output_schema,
    written_responders,
)
from switchboard.simulate.plans.conditions import SimpleCondition
from switchboard.tools import Tool, check_toolset

HAND, RAIN = {"kind": "hand"}, {"kind": "fixed", "result": "rain"}
WRONG = {"kind": "magic", "spell": "hocus"}
TEXT = '[ {"type": "function",  "function": {"name": "f"}} ]'


def tool_in(text):
    return check_toolset(text).tools[0]


def put(text, written):
    return with_responders(text, tool_in(text), written)


def test_a_list_is_edited_as_values():
    assert added([HAND], RAIN) == [HAND, RAIN]
    assert replaced([HAND, WRONG], 0, RAIN) == [RAIN, WRONG]
    assert removed([HAND, RAIN, WRONG], 1) == [HAND, WRONG]


@pytest.mark.parametrize(
    ("at", "by", "order"),
    [(0, 1, "bac"), (0, 2, "bca"), (2, -1, "acb"), (0, -1, "abc"), (2, 1, "abc"), (2, -9, "cab")],
)
def test_one_is_moved_within_the_list(at, by, order):
    assert moved(["a", "b", "c"], at, by) == [*order]


def test_responders_are_put_beside_the_tool_and_the_rest_stays():
    text = put(TEXT, [RAIN])

    assert text == TEXT.replace(
        '"f"}}',
        '"f"}, "x-switchboard": {"responders": [{"kind": "fixed", "result": "rain"}]}}',
    )
    assert written_responders(tool_in(text)) == [RAIN]


def test_without_the_last_one_the_text_is_as_it_was():
    assert put(put(TEXT, [RAIN]), []) == TEXT


def test_what_else_is_kept_beside_the_tool_stays():
    text = put(put(TEXT, [RAIN]).replace('{"responders"', '{"title": "F", "responders"'), [])

    assert tool_in(text).margin == {"title": "F"}


def test_what_is_not_there_is_not_removed():
    assert without_margin(TEXT, tool_in(TEXT), "responders") == TEXT


def test_one_that_cannot_be_read_keeps_its_place():
    text = put(TEXT, [HAND, WRONG, RAIN])
    tool = tool_in(put(text, moved(written_responders(tool_in(text)), 2, -2)))

    assert written_responders(tool) == [RAIN, HAND, WRONG]
    assert [one.action for one in plan_of(tool).plan.responders] == [Fixed("rain"), Hand()]


def test_a_problem_belongs_to_the_responder_it_is_in():
    tool = tool_in(put(TEXT, [HAND, WRONG]))
    problems = plan_of(tool).problems

    assert problems_at(problems, tool, 0) == []
    assert "whose `kind` is one of" in problems_at(problems, tool, 1)[0].message
    assert problems_at(problems, tool, None) == []


def test_a_problem_of_the_list_itself_belongs_to_none():
    tool = tool_in(TEXT.replace('"f"}}', '"f"}, "x-switchboard": {"responders": 1}}'))

    assert written_responders(tool) == []
    assert len(problems_at(plan_of(tool).problems, tool, None)) == 1


@pytest.mark.parametrize(
    ("written", "responder"),
    [
        pytest.param({"kind": "http"}, Responder(Http("")), id="without an address"),
        pytest.param({"kind": "http", "url": ""}, Responder(Http("")), id="an empty address"),
        pytest.param({"kind": "fixed"}, Responder(Fixed("")), id="without a result"),
        pytest.param(
            {"kind": "hand", "when": {"type": 1}},
            Responder(Hand(), {"type": 1}),
            id="a wrong condition",
        ),
        pytest.param({"kind": "http", "url": 1}, None, id="a number for a text"),
        pytest.param({"kind": "hand", "why": "x"}, None, id="an unknown key"),
        pytest.param({"kind": "hand", "when": 1}, None, id="a condition that is no object"),
        pytest.param(WRONG, None, id="an unknown kind"),
        pytest.param("hand", None, id="no object"),
    ],
)
def test_what_is_still_being_written_can_be_shown(written, responder):
    assert drafted(written) == responder


def responder(*conditions):
    return Responder(Hand(), condition_of(conditions))


PARIS, ONE, TRUE = (responder(SimpleCondition("x", "is", value)) for value in ("Paris", 1, True))
ANY, ANY_OBJECT = Responder(Hand()), Responder(Hand(), {})


@pytest.mark.parametrize(
    ("responders", "never"),
    [
        ([PARIS, ANY], []),
        ([ANY, PARIS, ANY], [PARIS, ANY]),
        ([PARIS, ONE, PARIS], [PARIS]),
        ([ONE, TRUE], []),
        ([ANY_OBJECT, PARIS, ANY], [PARIS]),
        ([], []),
    ],
)
def test_what_an_earlier_one_always_answers_is_never_reached(responders, never):
    assert [*shadowed(responders)] == never


@pytest.mark.parametrize(
    ("raw", "margin", "written"),
    [
        ({}, {}, None),
        ({}, {"output_schema": 1}, None),
        ({}, {"outputSchema": {}}, WrittenSchema({}, "outputSchema", is_in_margin=True)),
        (
            {"output_schema": {}},
            {"output_schema": {"type": "string"}},
            WrittenSchema({}, "output_schema", is_in_margin=False),
        ),
    ],
    ids=["none", "no schema", "MCP's word", "in the function"],
)
def test_the_schema_of_results_is_found_where_it_stands(raw, margin, written):
    tool = Tool("f", None, None, strict=None, raw=raw, margin=margin)

    assert written_output_schema(tool) == written
