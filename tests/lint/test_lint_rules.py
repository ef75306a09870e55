"""Each rule of the table finds its breach, where it is, and lets its neighbour be."""

import re

import pytest

from switchboard.lint import RULES, TARGETS, lint
from tests.lint.anthropic_cases import ANTHROPIC_CASES
from tests.lint.gemini_cases import GEMINI_CASES
from tests.lint.lint_cases import OBJECT, closed, function, tool
from tests.lint.openai_cases import OPENAI_CASES
from tests.lint.other_cases import OTHER_CASES
from tests.lint.wording_cases import WORDING_CASES

CASES = (*OPENAI_CASES, *ANTHROPIC_CASES, *GEMINI_CASES, *OTHER_CASES, *WORDING_CASES)
BY_ID = {rule.id: rule for rule in RULES}
ELSEWHERE = {"BOUND", "MCP-OUTPUT"}  # test_lint_bounds.py, test_lint.py


def of_rule(id, tools, targets=None):
    return [each for each in lint(tools, targets) if each.rule.id == id]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_breach_is_found_where_it_is_and_says_so(case):
    found = of_rule(case.rule, [tool(case.broken, case.extra)])

    assert (0, "function", *case.place) in [each.path for each in found]
    assert any(case.says in each.message for each in found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_its_neighbour_is_clean(case):
    assert of_rule(case.rule, [tool(case.clean)]) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_message_is_whole_sentences(case):
    for breach in of_rule(case.rule, [tool(case.broken, case.extra)]):
        assert re.match(r"[A-Z`]|xAI |llama\.cpp ", breach.message)
        assert breach.message.endswith(".")


@pytest.mark.parametrize(
    ("id", "count", "broken", "message"),
    [
        ("OA-TOOLS-MAX", 128, [function(closed())] * 129, "takes 128 tools; these are 129"),
        (
            "AN-S-TOOLS",
            20,
            [function(closed())] * 21,
            "takes 20 strict tools in one request; these are 21",
        ),
        (
            "AN-S-OPT",
            24,
            [function({**closed(a={}), "required": []})] * 25,
            "takes 24 optional parameters in all strict tools of a request; these are 25",
        ),
        (
            "AN-S-UNION",
            16,
            [function(closed(a={"type": ["string", "null"]}))] * 8
            + [function(closed(a={"anyOf": []}))] * 9,
            "these are 17",
        ),
        (
            "CO-FIELDS",
            100,
            [function(closed(a={}, b=OBJECT))] * 101,
            "takes 200 properties in all tools; these are 202",
        ),
    ],
)
def test_a_limit_of_the_whole_toolset_is_met_and_passed(id, count, broken, message):
    over, met = [tool(each) for each in broken], [tool(each) for each in broken[:count]]

    (breach, *_) = of_rule(id, over)
    assert (breach.tool, breach.path) == (None, ())
    assert message in breach.message
    assert of_rule(id, met) == []


def test_no_tools_are_no_list_of_tools_for_openai():
    assert [each.target for each in of_rule("OA-TOOLS-EMPTY", [])] == ["openai", "openai-strict"]
    assert of_rule("OA-TOOLS-EMPTY", [tool(function(OBJECT))]) == []


def test_the_second_tool_of_a_name_is_told_to_be_renamed():
    same = [tool(function(OBJECT), index=at) for at in (0, 1)]
    other = [tool(function(OBJECT)), tool(function(OBJECT, name="Find_Order"), index=1)]

    (breach,) = of_rule("MCP-NAME-UNIQUE", same)
    assert (breach.tool, breach.path) == (1, (1, "function", "name"))
    assert '`"find_order"` comes twice' in breach.message
    assert of_rule("MCP-NAME-UNIQUE", other) == []


OF_ALL = {
    "OA-TOOLS-MAX",
    "OA-TOOLS-EMPTY",
    "AN-S-TOOLS",
    "AN-S-OPT",
    "AN-S-UNION",
    "CO-FIELDS",
    "MCP-NAME-UNIQUE",
}


def test_every_row_of_the_table_has_a_case():
    assert {case.rule for case in CASES} | OF_ALL | ELSEWHERE == set(BY_ID)


def test_ids_are_different():
    assert len(BY_ID) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_row_says_everything(rule):
    assert set(rule.targets) <= {each.id for each in TARGETS}
    assert rule.when in ("always", "strict", "native")
    assert rule.severity in ("refused", "change", "advice")
    assert all((rule.what, rule.limit, rule.source))
    assert rule.targets or rule.severity == "advice"
