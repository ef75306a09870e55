"""A call's arguments kept as an example of its tool, in the toolset's own text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.tools import check_toolset, example_toolsets, examples_of, with_example

ON_LINES = """[
    {
        "type": "function",
        "function": {"name":  "add"}
    }
]
"""

# Each with what it becomes when {"a": 1} is kept as an example of `add`.
CASES = {
    "one line": (
        '[{"type":"function","function":{"name":"add"}}]\n',
        '[{"type":"function","function":{"name":"add"}, "x-switchboard": {"examples": [{"a": 1}]}}]'
        "\n",
    ),
    "on lines": (
        ON_LINES,
        """[
    {
        "type": "function",
        "function": {"name":  "add"},
        "x-switchboard": {
          "examples": [
            {
              "a": 1
            }
          ]
        }
    }
]
""",
    ),
    "bare function": (
        '{"name": "add"}',
        '{"name": "add", "x-switchboard": {"examples": [{"a": 1}]}}',
    ),
    "an empty margin": (
        '{"name": "add", "x-switchboard": { }}',
        '{"name": "add", "x-switchboard": {"examples": [{"a": 1}]}}',
    ),
    "a margin with something else": (
        '{"x-switchboard": {"title": "Sum" }, "name": "add"}',
        '{"x-switchboard": {"title": "Sum", "examples": [{"a": 1}] }, "name": "add"}',
    ),
    "no examples yet": (
        '{"name": "add", "x-switchboard": {"examples": []}}',
        '{"name": "add", "x-switchboard": {"examples": [{"a": 1}]}}',
    ),
    "other examples": (
        '{"name": "add", "x-switchboard": {"examples": [\n\t{"a": 2},\n\t{"a": true}\n]}}',
        '{"name": "add", "x-switchboard": {"examples": [\n\t{"a": 2},\n\t{"a": true},'
        '\n\t{\n\t  "a": 1\n\t}\n]}}',
    ),
    "lines of Windows": (
        '{\r\n  "name": "add"\r\n}\r\n',
        '{\r\n  "name": "add",\r\n  "x-switchboard": {\r\n    "examples": [\r\n      {\r\n'
        '        "a": 1\r\n      }\r\n    ]\r\n  }\r\n}\r\n',
    ),
    "a mark in front": (
        '\ufeff{"name": "add"}',
        '\ufeff{"name": "add", "x-switchboard": {"examples": [{"a": 1}]}}',
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_the_example_stands_behind_what_is_there_laid_out_alike(text: str, expected: str):
    assert with_example(text, "add", {"a": 1}) == expected
    assert check_toolset(expected).problems == ()


UNCHANGED = {
    "no JSON": "[{",
    "no text": "",
    "another tool": '{"name": "multiply"}',
    "the same example": '{"name": "add", "x-switchboard": {"examples": [{"b": [2], "a": 1}]}}',
    "examples that are no list": '{"name": "add", "x-switchboard": {"examples": {}}}',
    "a margin that is no object": '{"name": "add", "x-switchboard": 5}',
}


@pytest.mark.parametrize("text", UNCHANGED.values(), ids=UNCHANGED)
def test_where_it_has_no_place_or_is_there_already_the_text_stays(text: str):
    assert with_example(text, "add", {"a": 1, "b": [2]}) == text


def test_of_tools_with_one_name_the_first_gets_it():
    text = '[{"name": "add"}, {"name": "add"}]'

    first, second = check_toolset(with_example(text, "add", {"a": 1})).tools

    assert (examples_of(first), examples_of(second)) == (({"a": 1},), ())


def test_true_is_another_example_than_1():
    text = with_example('{"name": "add"}', "add", {"a": True})

    assert with_example(text, "add", {"a": 1}) != text


def test_there_are_at_most_twenty():
    text = '{"name": "add"}'
    for number in range(21):
        text = with_example(text, "add", {"a": number})

    (tool,) = check_toolset(text).tools
    assert examples_of(tool) == tuple({"a": number} for number in range(20))


@pytest.mark.parametrize(
    "arguments",
    [{"a": "\ud83d"}, {"a": float("nan")}, {"a": 10**400}, {"a": "x" * 2**20}],
    ids=["half a character", "no number", "a long number", "a long text"],
)
def test_what_would_make_the_toolset_unfit_is_not_kept(arguments: dict[str, object]):
    assert with_example(ON_LINES, "add", arguments) == ON_LINES


def test_examples_are_never_sent():
    text = with_example(ON_LINES, "add", {"a": 1})

    assert [tool.definition() for tool in check_toolset(text).tools] == [
        {"type": "function", "function": {"name": "add"}}
    ]


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner),
    max_leaves=6,
)


@given(
    arguments=st.dictionaries(st.sampled_from(["city", "天", "a b"]), _VALUES),
    toolset=st.sampled_from([one.text for one in example_toolsets()]),
    indent=st.sampled_from([None, 1, 4, "\t"]),
)
def test_any_arguments_are_kept_and_nothing_else_changes(arguments, toolset, indent):
    text = json.dumps(json.loads(toolset), indent=indent)
    before = check_toolset(text).tools

    after = check_toolset(with_example(text, before[0].name, arguments)).tools

    assert examples_of(after[0]) == (arguments,)
    assert [tool.definition() for tool in after] == [tool.definition() for tool in before]
