import pytest

from switchboard.tools import check_toolset

# id: text, line, column, words of the sentence
FAULTS = {
    "trailing comma in a list": ('[{"name": "f"},\n]', 1, 15, "comma before the `]`"),
    "trailing comma in an object": ('{"name": "f",\n}', 1, 13, "comma before the `}`"),
    "two commas": ("[1,, 2]", 1, 4, "Remove one comma"),
    "missing comma": ('{"name": "f"\n "strict": true}', 2, 2, "A comma is missing"),
    "missing comma in a list": ("[{} {}]", 1, 5, "A comma is missing"),
    "missing colon": ('{"name" "f"}', 1, 9, "A colon is missing"),
    "single quotes": ("{'name': 'f'}", 1, 2, "Use double quotes"),
    "backquotes": ("[`f`]", 1, 2, "Use double quotes"),
    "name without quotes": ('{name: "f"}', 1, 2, 'Write `"name"` in double quotes'),
    "text without quotes": ('{"name": weather}', 1, 10, 'Write `"weather"` in double quotes'),
    "typographic quotes": ("{“name”: 1}", 1, 2, 'Write `"` instead'),
    "full-width comma": ('{"a": 1，"b": 2}', 1, 8, "Write `,` instead"),
    "full-width colon": ('{"名字"："f"}', 1, 6, "Write `:` instead"),
    "line comment": ('[\n  // the tools\n  {"name": "f"}\n]', 2, 3, "no comments"),
    "block comment": ("/* tools */ []", 1, 1, "no comments"),
    "hash comment": ("# tools\n[]", 1, 1, "no comments"),
    "Python's True": ('{"strict": True}', 1, 12, "Write `true`"),
    "Python's None": ("[None]", 1, 2, "Write `null`"),
    "NaN": ('{"x": "NaN",\n "y": NaN}', 2, 7, "`NaN` is not JSON"),
    "minus infinity": ("[-Infinity]", 1, 2, "`-Infinity` is not JSON"),
    "number too large": ("[1, 1e400]", 1, 5, "too large"),
    "integer too long": ("[" + "9" * 5_000 + "]", 1, 2, "5000 digits"),
    "unclosed list": ('[\n  {"name": "f"}\n', 2, 16, "the `[` of line 1 is not closed. Add `]`"),
    "unclosed nest": ('[{"a": {"b": [1', 1, 16, "Add `]}}]` at the end"),
    "unclosed text": ('{"name": "get_weather}', 1, 10, 'Add a `"` at its end'),
    "wrong bracket": ('[{"name": "f"]', 1, 14, "Write `}` first"),
    "one bracket too many": ("[]]", 1, 3, "one `]` too many"),
    "two values": ('{"name": "f"}\n{"name": "g"}', 2, 1, "into one list"),
    "line break in a text": ('{"name": "a\nb"}', 1, 12, "line break"),
    "unknown escape": (r'{"name": "C:\dir"}', 1, 13, "backslash"),
    "short escape": (r'["\u12"]', 1, 4, "four hexadecimal digits"),
    "value missing": ('{"name": }', 1, 10, "begins no JSON value"),
    "brace not closed, as the indentation shows": (
        '[\n  {\n    "a": {\n      "b": 1\n    ,\n    "c": 2\n  }\n]',
        5,
        5,
        "The `{` of line 3 is not closed. Write `}` before this.",
    ),
    "brace too many, as the indentation shows": (
        '[\n  {\n    "a": {\n      "b": 1\n    }},\n    "c": 2\n  }\n]',
        5,
        6,
        "There is one `}` too many here. Remove it.",
    ),
    "list opened twice": (
        '{\n  "a": [[\n    1\n  ],\n  "b": 2\n}',
        2,
        8,
        "This `[` is not closed. Remove it, or write `]`.",
    ),
    "list not opened": (
        '{\n  "a":\n    1,\n    2\n  ],\n  "b": 2\n}',
        3,
        5,
        "A bracket is missing before this.",
    ),
    "list opened as an object": (
        '{\n  "a": {\n    "b"\n  ],\n  "c": 2\n}',
        2,
        8,
        "This `{` is closed by a `]`. Write `[` here",
    ),
    "whole list not opened": ("\n  {},\n  {}\n]", 2, 3, "Write `[` before this"),
    "colon in a list": ('["a": 1]', 1, 5, "A list has no names"),
    "nothing after a colon": ('{"name":', 1, 9, "the `{` of line 1 is not closed"),
}


@pytest.mark.parametrize(("text", "line", "column", "words"), FAULTS.values(), ids=FAULTS.keys())
def test_a_text_that_is_no_json_says_where_and_what_to_do(text, line, column, words):
    toolset = check_toolset(text)

    (problem,) = toolset.problems
    assert words in problem.message
    assert (problem.line, problem.column) == (line, column)
    assert not toolset.is_sendable


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\ufeff", "[]", " [ ] "])
def test_nothing_written_is_an_empty_toolset_without_problems(text):
    toolset = check_toolset(text)

    assert toolset.tools == ()
    assert toolset.problems == ()


def test_a_byte_order_mark_is_passed_over():
    assert check_toolset('\ufeff[{"name": "f"}]').is_sendable


def test_a_text_over_one_mebibyte_is_not_read():
    just_under = '[{"name": "f", "description": "' + "é" * 524_200 + '"}]'
    over = '[{"name": "f", "description": "' + "é" * 524_300 + '"}]'

    assert check_toolset(just_under).is_sendable
    (problem,) = check_toolset(over).problems
    assert problem.message == "This is longer than 1 MiB, so it was not read. Make it shorter."


@pytest.mark.parametrize("depth", [101, 1_000, 100_000, 500_000])
def test_endless_nesting_is_one_problem(depth):
    (problem,) = check_toolset("[" * depth + "]" * depth).problems

    assert "nested more than 100 levels" in problem.message


def test_a_key_written_twice_is_named_where_it_counts():
    text = '[{"name": "f",\n  "parameters": {"type": "object",\n    "type": "object"}}]'

    (problem,) = check_toolset(text).problems

    assert problem.message.startswith("`type` is written twice")
    assert problem.pointer == "$[0].parameters.type"
    assert (problem.line, problem.column) == (3, 5)


@pytest.mark.parametrize("text", ['{"name": "f", "description": "\\ud800"}', '["\ud83d"]'])
def test_half_a_surrogate_pair_is_a_problem_that_can_be_printed(text):
    (problem,) = check_toolset(text).problems

    assert "surrogate pair" in problem.message
    assert problem.pointer.encode()


def test_a_whole_surrogate_pair_is_a_character():
    toolset = check_toolset(r'{"name": "f", "description": "\ud83d\ude00"}')

    assert toolset.is_sendable
    assert toolset.tools[0].description == "😀"
