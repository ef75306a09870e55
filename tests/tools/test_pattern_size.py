"""A pattern that would fill the memory when it is compiled is refused before that."""

import json

import pytest

from switchboard.messages import Call
from switchboard.tools import check_call, check_toolset

FILLING = {
    "a count": "a{1000000000}",
    "a group": "(?:ab){1000000000}",
    "counts in each other": "(?:(?:a{1000}){1000}){1000}",
    "a set": "[a-z{(]{1000000}",
    "after a remark": "(?:a{3000})(?#[){3000}",
    "a count that no number holds": "a{" + "9" * 5_000 + "}",
    "in looking ahead": "(?=a{1000000})",
    "at great length": "(a|b|c)*" * 20_000,
    "with gaps": "(?x)(?:a{3000}) {3000}",
}
TAKEN = {
    "a UUID": "^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$",
    "at most a great many": "^.{1,1000000}$",
    "a bracket and an x that are themselves": r"^\(?x[(]{3}\)?$",
    "a long one": "^.{10000}$",
}


def toolset(pattern):
    name = {"type": "string", "pattern": pattern}
    parameters = {"type": "object", "properties": {"name": name}}
    return json.dumps([{"type": "function", "function": {"name": "f", "parameters": parameters}}])


@pytest.mark.parametrize("pattern", FILLING.values(), ids=FILLING)
def test_a_pattern_that_would_fill_the_memory_is_a_problem(pattern):
    found = check_toolset(toolset(pattern))

    assert [problem.path for problem in found.problems] == [
        (0, "function", "parameters", "properties", "name", "pattern")
    ]
    call = Call("1", "f", '{"name": "aaa"}')
    assert not check_call(call, found.tools).is_valid


@pytest.mark.parametrize("pattern", TAKEN.values(), ids=TAKEN)
def test_a_pattern_of_a_usual_size_is_none(pattern):
    assert check_toolset(toolset(pattern)).problems == ()
