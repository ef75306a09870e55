"""JSON from the wire: whatever is read can be kept, shown and sent again."""

import json

import pytest

from switchboard.gateway.json_text import NotJson, read_json, read_what_can_be_kept


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a":[1,2.5,null,true,"x"]}', {"a": [1, 2.5, None, True, "x"]}),
        ("\ufeff {} \r\n", {}),
        ("[NaN,Infinity,-Infinity]", [None, None, None]),
        ("[1e999,-1e999,1e3]", [None, None, 1000.0]),
        ("12345678901234567890123", 12345678901234567890123),
        ('"\\ud83d"', "\ud83d"),
    ],
)
def test_a_value_is_read(text, value):
    assert read_json(text) == value


@pytest.mark.parametrize(
    "text",
    ["", " ", "{", "[1]]", "{} {}", "{'a':1}", "9" * 5_000, "[" * 100_000, "[" * 201 + "]" * 201],
    ids=lambda text: text[:10] + f" ({len(text)})",
)
def test_what_is_no_json_or_could_not_be_kept_is_no_json(text):
    with pytest.raises(NotJson):
        read_json(text)


def test_brackets_inside_strings_are_not_depth():
    assert read_json(json.dumps({"a": "[" * 1_000})) == {"a": "[" * 1_000}


def test_a_depth_of_two_hundred_is_read():
    assert json.dumps(read_json("[" * 200 + "]" * 200)) == "[" * 200 + "]" * 200


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[1," + "9" * 5_000 + "]", "[1, null]"),
        ("[" * 201 + "]" * 201, "[" * 200 + "null" + "]" * 200),
        (
            '{"a":' + "[" * 300 + '"]"' + "]" * 300 + ',"b":2}',
            '{"a": ' + "[" * 199 + "null" + "]" * 199 + ', "b": 2}',
        ),
        ('\ufeff {"a":1} ', '{"a": 1}'),
    ],
    ids=["number", "depth", "depth beside", "nothing"],
)
def test_only_what_cannot_be_kept_is_null(text, kept):
    assert json.dumps(read_what_can_be_kept(text)) == kept


@pytest.mark.parametrize(
    "text",
    ["", "[DONE]", "[" * 100_000, "[" * 300 + "]" * 299, "[" * 300 + '"' + "]" * 300, "{} {}"],
    ids=lambda text: text[:10] + f" ({len(text)})",
)
def test_what_is_no_json_stays_no_json(text):
    with pytest.raises(NotJson):
        read_what_can_be_kept(text)
