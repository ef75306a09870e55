"""What the matrix says a change mends, the change mends: the lint and the fittings agree."""

import json

import pytest

from switchboard.fitting import fit
from switchboard.lint import portability
from switchboard.tools import Tool, check_toolset, example_toolsets
from tests.lint.lint_cases import TEXT, closed, function, holding
from tests.lint.test_lint_conformance import FOLDER, real_tools

MENDS = [
    ("strict", "openai-strict"),
    ("strict-anthropic", "anthropic-strict"),
    ("gemini", "gemini"),
]
ALL = ("openai", "anthropic", "gemini", "mistral", "mcp", "llama.cpp")
EXAMPLES = [tool for each in example_toolsets() for tool in check_toolset(each.text).tools]
CHANGED = {
    "open": function({"type": "object", "properties": {"city": TEXT}}),
    "default": holding({**TEXT, "default": "Paris"}),
    "bounds of a text": holding({**TEXT, "minLength": 1, "maxLength": 9}),
    "oneOf": holding({"oneOf": [TEXT, {"type": "integer"}]}),
    "const": holding({"type": "string", "const": "Paris"}),
    "format": holding({**TEXT, "format": "uri"}),
    "a list of types": holding({"type": ["string", "null"], "enum": ["a", None]}),
    "numbers in enum": holding({"type": "integer", "enum": [1, 2]}),
    "an empty text in enum": holding({"type": "string", "enum": ["a", ""]}),
    "an empty text alone in enum": holding({"type": "string", "enum": [""]}),
    "a reference": function(
        {**closed(city={"$ref": "#/$defs/c", "title": "C"}), "$defs": {"c": TEXT}}
    ),
    "no type at the root": function({"properties": {"city": TEXT}}),
    "$schema": function(
        {**closed(city=TEXT), "$schema": "http://json-schema.org/draft-07/schema#"}
    ),
    "an odd name": function(closed(city=TEXT), name="find order"),
}


def read(written):
    (tool,) = check_toolset(json.dumps([{"type": "function", "function": written}])).tools
    return tool


def verdict(tool, target):
    return portability([tool]).rows[0][target].verdict


def assert_mended(tool: Tool, goal: str, target: str) -> None:
    if verdict(tool, target) != "refused":
        assert verdict(read(fit(tool, goal).after()), target) == "fits"


@pytest.mark.parametrize(("goal", "target"), MENDS)
@pytest.mark.parametrize("tool", EXAMPLES, ids=lambda tool: tool.name)
def test_an_example_that_fits_after_a_change_fits_after_it(tool, goal, target):
    assert_mended(tool, goal, target)


@pytest.mark.parametrize(("goal", "target"), MENDS)
@pytest.mark.parametrize("written", CHANGED.values(), ids=CHANGED)
def test_each_kind_of_change_mends_what_it_is_for(written, goal, target):
    assert verdict(read(written), target) != "refused"
    assert_mended(read(written), goal, target)


@pytest.mark.skipif(not FOLDER, reason="SWITCHBOARD_CONFORMANCE_DATA names no folder of data")
@pytest.mark.parametrize(("goal", "target"), MENDS)
def test_every_real_tool_that_fits_after_a_change_fits_after_it(goal, target):
    for tool in real_tools():
        assert_mended(tool, goal, target)


@pytest.mark.skipif(not FOLDER, reason="SWITCHBOARD_CONFORMANCE_DATA names no folder of data")
def test_what_all_still_ask_to_be_changed_of_a_real_tool_is_an_object_without_properties():
    changed = {breach for tool in real_tools() for breach in left_to_change(tool)}

    assert changed == {("gemini", "GE-OBJ-EMPTY")}


@pytest.mark.parametrize("written", CHANGED.values(), ids=CHANGED)
def test_everybody_takes_what_is_fitted_for_all(written):
    assert left_to_change(read(written)) == set()


def left_to_change(tool: Tool) -> set[tuple[str, str]]:
    """Providers that take the tool only once it is changed again, with their rules."""
    (row,) = portability([read(fit(tool, "all").after())]).rows
    return {
        (target, breach.rule.id)
        for target in ALL
        for breach in row[target].breaches
        if breach.rule.severity == "change"
    }
