"""What a form shows is what is sent, whatever the schema and the value."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from switchboard.forms import answers_of, blank, form_of, unread_problems, value_of
from tests.forms.schemas import SCHEMAS, VALUES
from tests.tools.test_tools_fuzz import documents, objects


def exactly(value) -> str:
    """1, 1.0 and true are told apart, and so is the order of keys."""
    return json.dumps(value)


@given(SCHEMAS, VALUES)
@settings(max_examples=300, deadline=None)
def test_any_value_put_into_any_form_comes_back_the_same(schema, value):
    answers = answers_of(form_of(schema), value)

    assert exactly(value_of(answers)) == exactly(value)


@given(objects, VALUES)
@settings(max_examples=200, deadline=None)
def test_a_broken_schema_has_a_form_too(schema, value):
    form = form_of(schema)

    assert exactly(value_of(answers_of(form, value))) == exactly(value)
    assert unread_problems(blank(form)) == ()


@given(documents)
@settings(max_examples=100, deadline=None)
def test_whatever_stands_for_a_schema_a_blank_form_has_a_value(schema):
    value_of(blank(form_of(schema)))


@given(SCHEMAS)
@settings(max_examples=200, deadline=None)
def test_a_blank_form_shows_its_own_value(schema):
    form = form_of(schema)
    value = value_of(blank(form))

    assert exactly(value_of(answers_of(form, value))) == exactly(value)


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_any_text_in_a_text_field_is_sent_as_it_is(text):
    if text == text.encode(errors="replace").decode():
        assert value_of(answers_of(form_of({"type": "string"}), text)) == text
