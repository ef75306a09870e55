"""A good toolset with one thing spoilt has a problem where it was spoilt."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import TOOLSETS, Mutation, spoilt_texts, spoilt_values

from switchboard.tools import check_toolset

toolsets = st.sampled_from(TOOLSETS)
chances = st.randoms(use_true_random=False)


def test_the_toolsets_are_good_before():
    assert [check_toolset(json.dumps(each)).problems for each in TOOLSETS] == [()] * len(TOOLSETS)


@given(toolsets, st.sampled_from([None, 2, 4, "\t"]), chances)
@settings(max_examples=200, derandomize=True, deadline=None)
def test_a_character_too_few_or_too_many_is_told_on_its_line(toolset, indent, chance):
    mutation = chance.choice([*spoilt_texts(toolset, indent)])
    first, last = (mutation.text.count("\n", 0, at) + 1 for at in (mutation.start, mutation.end))

    (problem,) = check_toolset(mutation.text).problems

    assert first <= problem.line <= last, mutation.what


@given(toolsets, chances)
@settings(max_examples=200, derandomize=True, deadline=None)
def test_a_wrong_value_or_key_is_told_at_its_path(toolset, chance):
    mutation = chance.choice([*spoilt_values(toolset)])

    problems = check_toolset(mutation.text).problems

    assert any(_points_at(each.path, mutation) for each in problems), mutation.what
    assert all(each.line and each.column for each in problems)


def _points_at(path: tuple[str | int, ...], mutation: Mutation) -> bool:
    """At the value, or at what is wrong within it."""
    return path[: len(mutation.path or ())] == mutation.path
