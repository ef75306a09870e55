"""What a schema asks for, as fields: each kind, references, alternatives, the edges of a form."""

import pytest

from switchboard.forms import (
    Chosen,
    Listed,
    Named,
    Plain,
    Raw,
    answers_of,
    blank,
    form_of,
    text_of,
    unread_problems,
    value_of,
    with_answer,
    with_item,
    without_answer,
)

KINDS = {
    "text": {"type": "string"},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean"},
    "null": {"type": "null"},
    "choice": {"type": "string", "enum": ["a"]},
    "object": {"properties": {"a": {}}},
    "list": {"items": {"type": "string"}},
    "alternatives": {"type": ["string", "null"]},
    "json": {},
}


@pytest.mark.parametrize(("kind", "schema"), KINDS.items(), ids=KINDS)
def test_each_kind_is_told_from_its_schema(kind, schema):
    assert form_of(schema).kind == kind


def test_references_and_all_of_are_one_field():
    form = form_of(
        {
            "$ref": "#/$defs/base",
            "allOf": [{"properties": {"b": {"type": "integer"}}, "required": ["b"]}],
            "properties": {"a": {"minLength": 2}},
            "$defs": {"base": {"type": "object", "properties": {"a": {"type": "string"}}}},
        }
    )

    assert form.names == ("a", "b")
    assert form.member("a").shape == {"type": "string", "minLength": 2}
    assert form.required == {"b"}


def test_a_schema_that_contains_itself_opens_a_level_at_a_time():
    form = form_of({"type": "object", "properties": {"next": {"$ref": "#"}}})

    assert form.member("next").member("next").member("next").names == ("next",)
    assert blank(form) == Named(())


SHAPES = {
    "oneOf": [
        {"properties": {"kind": {"const": "circle"}, "r": {"type": "number"}}, "required": ["r"]},
        {"properties": {"kind": {"const": "square"}, "side": {"type": "number"}}},
        {"type": "null"},
    ],
}


@pytest.mark.parametrize(
    ("value", "branch"),
    [
        ({"kind": "circle", "r": 1}, 0),
        ({"kind": "square", "side": 2}, 1),
        ({"kind": "square", "r": 2}, 1),
        (None, 2),
    ],
)
def test_a_value_stands_in_the_alternative_that_it_suits(value, branch):
    answer = answers_of(form_of(SHAPES), value)

    assert isinstance(answer, Chosen)
    assert answer.branch == branch
    assert value_of(answer) == value


OUTSIDE = {
    "a text for a number": ({"type": "number"}, "7"),
    "a boolean for an integer": ({"type": "integer"}, True),
    "a whole number written as a fraction": ({"type": "integer"}, 3.0),
    "more than a browser can count": ({"type": "integer"}, 2**53),
    "a carriage return": ({"type": "string"}, "a\r\nb"),
    "none of the choices": ({"enum": [1]}, True),
    "no alternative": ({"anyOf": [{"type": "string"}, {"type": "null"}]}, {"a": 1}),
    "an object for a list": ({"type": "array"}, {}),
}


@pytest.mark.parametrize(("schema", "value"), OUTSIDE.values(), ids=OUTSIDE)
def test_what_a_field_can_not_hold_stands_in_it_as_json(schema, value):
    answer = answers_of(form_of(schema), value)

    assert isinstance(answer, Raw)
    assert value_of(answer) == value
    assert type(value_of(answer)) is type(value)


def test_only_the_part_that_does_not_fit_is_json():
    form = form_of({"properties": {"a": {"type": "string"}, "b": {"type": "string"}}})

    assert answers_of(form, {"a": "x", "b": [1]}) == Named(
        (("a", Plain("x")), ("b", Raw("[\n  1\n]")))
    )


def test_of_an_enormous_value_the_rest_is_json():
    form = form_of({"type": "array", "items": {"type": "array", "items": {"type": "integer"}}})
    value = [[at] for at in range(1_000)]

    answer = answers_of(form, value)

    assert isinstance(answer, Listed)
    assert isinstance(answer.items[-1], Raw)
    assert value_of(answer) == value


def test_a_text_that_is_no_json_is_shown_where_it_stands():
    answer = Named((("a", Listed((Plain(1), Raw("oops")))), ("b", Raw("{}"))))

    assert text_of(answer) == '{\n  "a": [\n    1,\n    oops\n  ],\n  "b": {}\n}'
    assert [one.path for one in unread_problems(answer)] == [("a", 1)]
    with pytest.raises(ValueError, match="oops"):
        value_of(answer)


BLANKS = {
    "default": ({"type": "string", "default": "x"}, "x"),
    "minimum": ({"type": "integer", "minimum": 3}, 3),
    "first choice": ({"enum": [None, 1]}, None),
    "first alternative": ({"anyOf": [{"type": "null"}, {"type": "boolean"}]}, False),
    "as few entries as allowed": ({"type": "array", "minItems": 2, "items": {"const": 1}}, [1, 1]),
    "what is required": (
        {"properties": {"a": {"type": "string"}, "b": {}}, "required": ["a"]},
        {"a": ""},
    ),
}


@pytest.mark.parametrize(("schema", "value"), BLANKS.values(), ids=BLANKS)
def test_a_field_begins_with_as_little_as_it_may(schema, value):
    assert value_of(blank(form_of(schema))) == value


def test_endless_requirements_end():
    endless = {"type": "object", "properties": {"a": {"$ref": "#"}}, "required": ["a"]}

    assert text_of(blank(form_of(endless))).count('"a"') == 7


def test_answers_are_changed_one_at_a_time():
    answer = Named((("a", Chosen(1, Listed((Plain(1), Plain(2))))), ("b", Plain(True))))
    to_list = ("a", None)

    assert value_of(with_answer(answer, (*to_list, 1), Plain(3))) == {"a": [1, 3], "b": True}
    assert value_of(with_item(answer, to_list, Plain(3))) == {"a": [1, 2, 3], "b": True}
    assert value_of(without_answer(answer, (*to_list, 0))) == {"a": [2], "b": True}
    assert value_of(without_answer(answer, ("b",))) == {"a": [1, 2]}
    assert value_of(with_answer(answer, ("c",), Plain(0))) == {"a": [1, 2], "b": True, "c": 0}
    assert with_answer(answer, ("x", "y"), Plain(0)) == answer


def test_names_by_pattern_have_their_own_schema():
    form = form_of(
        {
            "type": "object",
            "patternProperties": {"^n_": {"type": "integer"}},
            "additionalProperties": {"type": "boolean"},
        }
    )

    assert form.member("n_1").kind == "integer"
    assert form.member("other").kind == "boolean"
    assert form.invites_more
