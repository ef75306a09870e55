"""A good toolset with one thing spoilt has a problem where it was spoilt."""

import json
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import TOOLSETS, Mutation, spoilt_texts, spoilt_values

from switchboard.tools import check_toolset

numbers = st.integers(0, len(TOOLSETS) - 1)
chances = st.randoms(use_true_random=False)


@cache
def texts(number: int, indent: int | str | None) -> list[Mutation]:
    return [*spoilt_texts(TOOLSETS[number], indent)]


@cache
def values(number: int) -> list[Mutation]:
    return [*spoilt_values(TOOLSETS[number])]


def test_the_toolsets_are_good_before():
    assert [check_toolset(json.dumps(each)).problems for each in TOOLSETS] == [()] * len(TOOLSETS)


@given(numbers, st.sampled_from([None, 2, "\t"]), chances)
@settings(max_examples=200, derandomize=True, deadline=None)
def test_a_character_too_few_or_too_many_is_told_on_its_line(number, indent, chance):
    mutation = chance.choice(texts(number, indent))
    first, last = (mutation.text.count("\n", 0, at) + 1 for at in (mutation.start, mutation.end))

    (problem,) = check_toolset(mutation.text).problems

    assert first <= problem.line <= last, mutation.what


@given(numbers, chances)
@settings(max_examples=200, derandomize=True, deadline=None)
def test_a_wrong_value_or_key_is_told_at_its_path(number, chance):
    mutation = chance.choice(values(number))

    problems = check_toolset(mutation.text).problems

    assert any(_points_at(each.path, mutation) for each in problems), mutation.what
    assert all(each.line and each.column for each in problems)


def _points_at(path: tuple[str | int, ...], mutation: Mutation) -> bool:
    """At the value, or at what is wrong within it."""
    return path[: len(mutation.path or ())] == mutation.path
