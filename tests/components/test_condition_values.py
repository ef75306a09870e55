"""A condition's value as it is typed, of the type that the argument has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.condition_values import (
    NotTaken,
    beginning,
    field_for,
    relations_for,
    typed_value,
    value_text,
    with_relation,
)
from switchboard.forms import form_of, same
from switchboard.simulate.plans import SimpleCondition

FORM = form_of(
    {
        "properties": {
            "text": {"type": "string"},
            "whole": {"type": "integer"},
            "number": {"type": "number"},
            "flag": {"type": "boolean"},
            "unit": {"enum": ["c", 1]},
            "any": {},
        }
    }
)
NAMES = ["text", "whole", "number", "flag", "unit", "any"]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("text", "3", "3"),
        ("text", '"Paris"', '"Paris"'),
        ("whole", " 3 ", 3),
        ("number", "2.50", 2.5),
        ("any", "3", 3),
        ("any", '"3"', "3"),
        ("any", "Paris", "Paris"),
        ("any", "[1]", [1]),
        ("any", "", ""),
    ],
)
def test_what_is_typed_is_of_the_argument_s_type(name, text, value):
    assert same(typed_value(text, FORM.member(name)), value)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("whole", "3.5", '`whole` is a whole number, and "3.5" is none: not taken.'),
        ("whole", "true", '`whole` is a whole number, and "true" is none: not taken.'),
        ("number", "", '`number` is a number, and "" is none: not taken.'),
    ],
)
def test_what_is_no_such_value_is_refused_in_words(name, text, why):
    with pytest.raises(NotTaken) as refused:
        typed_value(text, FORM.member(name))

    assert str(refused.value) == why


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)


@given(st.sampled_from(NAMES), VALUES)
def test_any_value_is_the_same_once_it_was_shown_and_typed_again(name, value):
    field = field_for(FORM.member(name), [value])

    assert same(typed_value(value_text(value, field), field), value)


@pytest.mark.parametrize(
    ("name", "value"),
    [("text", ""), ("whole", 0), ("number", 0), ("flag", False), ("unit", "c"), ("any", "")],
)
def test_every_type_has_a_value_to_begin_with(name, value):
    assert same(beginning(FORM.member(name)), value)


@pytest.mark.parametrize(
    ("name", "relations"),
    [
        ("text", ["is", "is one of", "matches", "is given", "is not given"]),
        ("whole", ["is", "is one of", "at least", "at most", "is given", "is not given"]),
        ("flag", ["is", "is one of", "is given", "is not given"]),
        (
            "any",
            ["is", "is one of", "matches", "at least", "at most", "is given", "is not given"],
        ),
    ],
)
def test_what_can_hold_of_an_argument_depends_on_its_type(name, relations):
    assert relations_for(FORM.member(name)) == relations


@pytest.mark.parametrize(
    ("relation", "value", "to", "kept"),
    [
        ("is", 3, "at least", 3),
        ("is", "a", "at least", 0),
        ("is", "a", "is one of", ["a"]),
        ("is one of", ["a", "b"], "is", "a"),
        ("is one of", ["a", "b"], "matches", "a"),
        ("is", "a", "is given", None),
        ("is given", None, "is", ""),
        ("matches", "^a", "is", "^a"),
    ],
)
def test_another_relation_keeps_of_the_value_what_it_can(relation, value, to, kept):
    old = SimpleCondition("any", relation, value)

    assert with_relation(old, to, FORM.member("any")) == SimpleCondition("any", to, kept)
