"""What did not change is not judged again, wherever it stands and however long it is."""

import json

import pytest

from switchboard.lint import lint, portability
from switchboard.tools import check_toolset
from tests.lint.lint_cases import OBJECT, TEXT, function, tool


def toolset(*written):
    """Read anew: equal tools, none of them the same."""
    return check_toolset(json.dumps([{"type": "function", "function": each} for each in written]))


def long(name):
    """40 kB: a text of 1 MiB holds 26 of them."""
    return function(OBJECT, name=name, description="d " * 20_000)


@pytest.mark.parametrize("make", [long, lambda name: function(OBJECT, name=name)])
def test_a_toolset_read_again_has_the_very_same_breaches(make):
    written = [make(f"tool_{at}") for at in range(25)]

    first, again = (
        [each for each in lint(toolset(*written).tools) if each.tool is not None] for _ in range(2)
    )

    assert {each.tool for each in first} == {*range(25)}
    assert all(old is new for old, new in zip(first, again, strict=True))


def test_only_the_tool_that_was_typed_in_is_judged_again():
    parts = [function(OBJECT, name=f"tool_{at}") for at in range(5)]
    typed = function({**OBJECT, "title": "New"}, name="tool_2")

    old = portability(toolset(*parts).tools).rows
    new = portability(toolset(*parts[:2], typed, *parts[3:]).tools).rows

    assert [new[at] is old[at] for at in range(5)] == [True, True, False, True, True]


def test_a_tool_put_in_front_moves_the_places_of_the_others():
    one, two = function({}, name="one"), function({}, name="two")

    (before, *_) = lint(toolset(one).tools, ["mcp"])
    moved = [each for each in lint(toolset(two, one).tools, ["mcp"]) if each.tool == 1]

    assert before.path == (0, "function", "parameters")
    assert moved[0].path == (1, "function", "parameters")


def test_what_the_margin_says_is_seen_when_it_changes():
    fine = function({"type": "object", "properties": {"city": TEXT}})

    assert lint([tool(fine, {"output_schema": {"type": "string"}})], ["mcp"]) == ()
    assert lint([tool(fine, {"output_schema": {"type": "strin"}})], ["mcp"]) != ()
    assert lint([tool(fine, {"source": "by hand"})], ["mcp"]) == ()
