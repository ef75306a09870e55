"""A text that must be a JSON object, or a schema."""

import pytest

from switchboard.tools import check_object_text, check_schema_text


def told(problems):
    return [(problem.line, problem.pointer, problem.message) for problem in problems]


@pytest.mark.parametrize("text", ["{}", '{"a": [1, null]}', '\ufeff {"a": 1}\n'])
def test_a_json_object_has_no_problems(text):
    assert check_object_text(text) == ()


def test_what_is_no_object_says_what_it_is():
    assert told(check_object_text("\n[1]")) == [
        (2, "$", "This must be a JSON object; it is a list `[1]`.")
    ]


@pytest.mark.parametrize("text", ["", "{", '{"a": NaN}', '{"a": 1, "a": 2}', "nonsense"])
def test_a_text_that_cannot_be_used_has_one_problem_on_its_line(text):
    (problem,) = check_object_text(text)

    assert problem.line == 1


@pytest.mark.parametrize("text", ["{}", '{"type": "object"}', '{"$defs": {"a": {}}}'])
def test_a_schema_has_no_problems(text):
    assert check_schema_text(text) == ()


def test_a_schema_with_an_unknown_type_says_where():
    text = '{\n  "properties": {\n    "n": {"type": "strin"}\n  }\n}'

    (problem,) = check_schema_text(text)

    assert (problem.line, problem.pointer) == (3, "$.properties.n.type")


@pytest.mark.parametrize("text", ["[]", "true", "null", '"object"'])
def test_a_schema_of_an_answer_is_an_object(text):
    (problem,) = check_schema_text(text)

    assert problem.message.startswith("This must be a JSON object;")


def test_only_a_strict_schema_is_held_to_the_rules_of_strict_mode():
    text = '{"type": "object", "properties": {"a": {"type": "string"}}}'

    assert check_schema_text(text) == ()
    assert check_schema_text(text, is_strict=True) != ()
