"""A toolset's text with one function changed: only what differs is written anew."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from switchboard.forms.rewriting import rewritten, value_at, with_tool, without_tool
from switchboard.tools import check_toolset
from tests.forms.schemas import VALUES

TEXT = """[
  {"type": "function",
   "function": {"name": "a",   "parameters": {"type": "object",
      "properties": {"x": {"type": "string"}}, "required": ["x"]}}},
  {"type": "function", "function": {"name": "b"}}
]"""
FUNCTION = (0, "function")
PARAMETERS = {"type": "object", "properties": {"x": {"type": "string"}}, "required": ["x"]}


def changed(**parameters):
    return rewritten(TEXT, FUNCTION, {"name": "a", "parameters": {**PARAMETERS, **parameters}})


def test_what_is_the_same_stays_to_the_last_space():
    assert changed() == TEXT


def test_a_text_is_replaced_where_it_stands():
    assert rewritten(TEXT, (*FUNCTION, "name"), "c") == TEXT.replace('"a"', '"c"')


def test_an_entry_is_added_to_a_list_on_one_line():
    assert changed(required=["x", "y"]) == TEXT.replace('["x"]', '["x", "y"]')


def test_a_list_on_one_line_stays_on_one():
    assert changed(required=[]) == TEXT.replace('["x"]', "[]")


def test_a_property_is_added_beside_the_others():
    properties = {**PARAMETERS["properties"], "y": {"type": "null"}}

    assert changed(properties=properties) == TEXT.replace(
        '{"x": {"type": "string"}}', '{"x": {"type": "string"}, "y": {"type": "null"}}'
    )


def test_the_first_property_has_a_line_of_its_own_where_its_object_has_one():
    text = '[{\n  "properties": {}\n}]'

    assert rewritten(text, (0,), {"properties": {"x": {"type": "null"}}}) == (
        '[{\n  "properties": {\n    "x": {\n      "type": "null"\n    }\n  }\n}]'
    )


def test_the_first_property_of_an_object_within_a_line_stays_within_it():
    text = '[\n  {"name": "a", "properties": {}}\n]'

    assert rewritten(text, (0,), {"name": "a", "properties": {"x": {}}}) == (
        '[\n  {"name": "a", "properties": {"x": {}}}\n]'
    )


def test_lines_end_as_they_did():
    assert rewritten("[\r\n  {}\r\n]", (0,), {"x": 1}) == '[\r\n  {\r\n    "x": 1\r\n  }\r\n]'


def test_a_place_that_is_not_there_is_told():
    with pytest.raises(KeyError):
        rewritten(TEXT, (0, "function", "nowhere"), 1)
    with pytest.raises(KeyError):
        value_at(TEXT, (7,))
    with pytest.raises(KeyError):
        value_at("[", (0,))


@given(st.dictionaries(st.text(max_size=2), VALUES, max_size=4), VALUES, st.booleans())
@settings(max_examples=200, deadline=None)
def test_whatever_is_rewritten_reads_as_it_should(old, new, is_laid_out):
    new = {**old, "new": new}
    text = json.dumps([old, {"other": 1}], indent=2 if is_laid_out else None)

    assert exactly(json.loads(rewritten(text, (0,), new))) == exactly([new, {"other": 1}])


@given(VALUES, VALUES)
@settings(max_examples=200, deadline=None)
def test_any_value_takes_the_place_of_any_other(old, new):
    assert exactly(json.loads(rewritten(json.dumps([old]), (0,), new))) == exactly([new])


def exactly(value):
    return json.dumps(value)


ADDED = {
    "nothing": ("", ["new"]),
    "an empty list": ("[ ]", ["new"]),
    "a list": (TEXT, ["a", "b", "new"]),
    "one tool": ('{\n  "name": "a"\n}', ["a", "new"]),
}


@pytest.mark.parametrize(("text", "names"), ADDED.values(), ids=ADDED)
def test_a_tool_is_added_last(text, names):
    assert [tool.name for tool in check_toolset(with_tool(text, {"name": "new"})).tools] == names


def test_a_tool_is_added_and_removed_without_a_trace():
    text = with_tool(TEXT, {"name": "new"})
    tools = check_toolset(text).tools

    assert without_tool(text, tools[-1].path) == TEXT


@pytest.mark.parametrize(
    ("at", "left"),
    [
        (0, '[\n  {"type": "function", "function": {"name": "b"}}\n]'),
        (1, TEXT.rsplit(",\n", 1)[0] + "\n]"),
    ],
)
def test_a_tool_is_removed_and_the_other_is_as_it_was(at, left):
    assert without_tool(TEXT, (at, "function")) == left


def test_of_the_only_tool_an_empty_list_is_left():
    assert without_tool('{"name": "a"}', ()) == "[]"
    assert without_tool('[{"name": "a"}]', (0,)) == "[]"
