"""A JSON text laid out for reading."""

import json

import pytest

from switchboard.tools import example_toolsets
from switchboard.tools.layout import lay_out


def test_two_spaces_a_level_and_plain_lists_on_one_line():
    assert lay_out('[{"a":{"b":[1,2]},"c":[],"d":{}}]').text == (
        '[\n  {\n    "a": {\n      "b": [1, 2]\n    },\n    "c": [],\n    "d": {}\n  }\n]'
    )


@pytest.mark.parametrize(
    "value",
    [
        "1.50",
        "1E400000",
        "-0.0",
        "12345678901234567890",
        r'"\u00e9é\/"',
        '"a, b: [c]"',
        "null",
        '"\u2028"',
    ],
)
def test_a_value_stays_as_it_was_written(value):
    laid_out = lay_out(f'{{"a":{value}}}')

    assert laid_out.problem or laid_out.text == f'{{\n  "a": {value}\n}}'
    assert value in laid_out.text


def test_a_key_that_is_written_twice_stays_twice():
    assert lay_out('{"a":1,"a":2}').text == '{\n  "a": 1,\n  "a": 2\n}'


def test_a_list_that_is_too_long_for_a_line_has_a_line_for_each():
    names = [f"a rather long name {n}" for n in range(6)]

    lines = lay_out(json.dumps(names)).text.splitlines()

    assert lines[1] == '  "a rather long name 0",'
    assert len(lines) == 8


@pytest.mark.parametrize("text", ["", " \n", "\ufeff"])
def test_an_empty_text_stays_empty(text):
    assert lay_out(text).text == ""


@pytest.mark.parametrize("text", ["{", "[1,]", "{'a': 1}", "[NaN]", "[" * 200 + "]" * 200])
def test_what_is_no_json_is_refused_with_a_sentence_and_left_alone(text):
    laid_out = lay_out(text)

    assert laid_out.text == text
    assert laid_out.problem
    assert laid_out.problem.message.endswith(".")


@pytest.mark.parametrize("example", example_toolsets(), ids=lambda one: one.name)
def test_laid_out_twice_changes_nothing_and_the_meaning_stays(example):
    once = lay_out(example.text).text

    assert lay_out(once).text == once
    assert json.loads(once) == json.loads(example.text)
