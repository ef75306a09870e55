"""Conditions without JSON, and the schemas they are kept as."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.responders import Hand, Responder
from switchboard.simulate.plans import (
    SimpleCondition,
    condition_of,
    condition_words,
    fits,
    simple_conditions,
)
from switchboard.tools import check_schema

PARIS = SimpleCondition("city", "is", "Paris")
LONG = SimpleCondition("days", "at least", 3)
SHORT = SimpleCondition("days", "at most", 5)


@pytest.mark.parametrize(
    ("conditions", "schema"),
    [
        pytest.param([], {}, id="none"),
        pytest.param(
            [PARIS],
            {"properties": {"city": {"const": "Paris"}}, "required": ["city"]},
            id="is",
        ),
        pytest.param(
            [SimpleCondition("city", "is one of", ["Paris", "Rome"])],
            {"properties": {"city": {"enum": ["Paris", "Rome"]}}, "required": ["city"]},
            id="is one of",
        ),
        pytest.param(
            [SimpleCondition("city", "matches", "^P")],
            {"properties": {"city": {"type": "string", "pattern": "^P"}}, "required": ["city"]},
            id="matches",
        ),
        pytest.param(
            [LONG, SHORT],
            {
                "properties": {"days": {"type": "number", "minimum": 3, "maximum": 5}},
                "required": ["days"],
            },
            id="two limits",
        ),
        pytest.param(
            [SimpleCondition("unit", "is given"), SimpleCondition("city", "is not given")],
            {"properties": {"unit": True, "city": False}, "required": ["unit"]},
            id="given or not",
        ),
        pytest.param(
            [PARIS, SimpleCondition("city", "is", "Rome")],
            {
                "allOf": [
                    {"properties": {"city": {"const": "Paris"}}, "required": ["city"]},
                    {"properties": {"city": {"const": "Rome"}}, "required": ["city"]},
                ]
            },
            id="two of one argument",
        ),
    ],
)
def test_conditions_are_kept_as_a_schema_and_read_from_it(conditions, schema):
    assert condition_of(conditions) == schema
    assert simple_conditions(schema) == conditions


@pytest.mark.parametrize(
    "schema",
    [
        {"properties": {"city": {"const": "Paris"}}},
        {"properties": {"city": {"type": "string"}}, "required": ["city"]},
        {"properties": {"days": {"minimum": 3}}, "required": ["days"]},
        {"properties": {"days": {"type": "integer", "minimum": 3}}, "required": ["days"]},
        {"properties": {"city": {"const": 1, "title": "x"}}, "required": ["city"]},
        {"properties": {"city": False}, "required": ["city"]},
        {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {"allOf": [{"not": {}}]},
        {"allOf": [], "required": ["a"]},
        {"allOf": []},
        {"required": [1]},
        {"type": "array"},
        {"minProperties": 1},
        {"properties": []},
    ],
    ids=json.dumps,
)
def test_a_schema_that_says_more_than_a_form_can_is_left_as_json(schema):
    assert simple_conditions(schema) is None


def test_a_schema_as_a_person_writes_it_is_understood():
    schema = {"type": "object", "properties": {"a": {}}, "required": ["a", "b"]}

    assert simple_conditions(schema) == [
        SimpleCondition("a", "is given"),
        SimpleCondition("b", "is given"),
    ]


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "always"),
        ({}, "always"),
        (condition_of([PARIS, LONG]), 'city is "Paris" and days at least 3'),
        (condition_of([SimpleCondition("n", "is one of", [1, None])]), "n is one of 1, null"),
        (condition_of([SimpleCondition("n", "is not given")]), "n is not given"),
        ({"minProperties": 1}, "the arguments fit a schema of its own"),
        (condition_of([SimpleCondition("n", "is", "x" * 80)]), f'n is "{"x" * 59}…'),
    ],
)
def test_a_condition_is_said_on_one_line(when, words):
    assert condition_words(when) == words


NAMES = st.sampled_from(["a", "b", "c", "with space"])
SCALARS = st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from(["", "a", "ab", "b"])
NUMBERS = st.integers(-3, 3) | st.sampled_from([0.5, 1.5])
CONDITIONS = st.one_of(
    st.builds(SimpleCondition, NAMES, st.just("is"), SCALARS),
    st.builds(
        SimpleCondition,
        NAMES,
        st.just("is one of"),
        st.lists(SCALARS, min_size=1, max_size=3, unique_by=json.dumps),
    ),
    st.builds(SimpleCondition, NAMES, st.just("matches"), st.sampled_from(["a", "^a$", "b|^$"])),
    st.builds(SimpleCondition, NAMES, st.sampled_from(["at least", "at most"]), NUMBERS),
    st.builds(SimpleCondition, NAMES, st.sampled_from(["is given", "is not given"])),
)
LISTS = st.lists(CONDITIONS, max_size=5)


@given(LISTS)
def test_what_the_form_says_is_there_again_when_it_is_read(conditions):
    schema = condition_of(conditions)

    found = simple_conditions(schema)

    assert check_schema(schema) == ()
    assert sorted(map(repr, found)) == sorted(map(repr, conditions))
    assert condition_of(found) == schema


@given(LISTS, st.dictionaries(NAMES, SCALARS | NUMBERS, max_size=4))
def test_what_the_form_says_is_what_decides(conditions, arguments):
    responder = Responder(Hand(), condition_of(conditions))

    assert fits(responder, arguments) == all(holds(one, arguments) for one in conditions)


def holds(condition, arguments):
    """The condition in a person's words, without a schema."""
    name, relation, value = condition.argument, condition.relation, condition.value
    if name not in arguments:
        return relation == "is not given"
    given = arguments[name]
    is_number = isinstance(given, int | float) and not isinstance(given, bool)
    return {
        "is": lambda: same(given, value),
        "is one of": lambda: any(same(given, each) for each in value),
        "matches": lambda: isinstance(given, str) and re.search(value, given) is not None,
        "at least": lambda: is_number and given >= value,
        "at most": lambda: is_number and given <= value,
        "is given": lambda: True,
        "is not given": lambda: False,
    }[relation]()


def same(one, other):
    return one == other and isinstance(one, bool) == isinstance(other, bool)
