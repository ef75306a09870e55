"""Choices that differ from the last ones in one text only are read as if each were the first."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from switchboard.gateway.choices_reading import ChoicesReader
from switchboard.gateway.json_text import NotJson

TEXT = '[{"index":0,"delta":{"content":%s},"finish_reason":null}]'
CALL = '[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":%s}}]}}]'
REASONING = '[{"delta":{"content":null,"reasoning_content":%s}}]'
WORDS = st.sampled_from(['"a"', r'"\"content\":"', '"}]"', '""', "null", "1", "12", '{"a":1}'])
KEYS = st.sampled_from(
    ['"content":', '"content": ', '"content" :', r'"\u0063ontent":', r'"a\"content":', '"role":']
)
VALUES = st.sampled_from(["%s", '"content"', "null", "1", "[1]", '{"content":%s}', '"\\\\"'])


def members(more):
    pairs = st.tuples(KEYS, VALUES) | more
    return st.lists(pairs.map("".join), max_size=4).map(",".join)


DELTAS = members(st.nothing()).map(lambda inner: ('"delta":', "{" + inner + "}"))
CHOICES = members(DELTAS).map(lambda inner: "[{" + inner + "}]")


@pytest.mark.parametrize("form", [TEXT, CALL, REASONING, TEXT.replace(":", ": ")])
def test_only_the_text_is_read_of_choices_that_differ_in_nothing_else(form):
    reader = ChoicesReader()
    first, _ = reader.read(form % '"a"', 0)

    again, end = reader.read("  " + form % r'"b\n"' + "}", 2)

    assert again is first
    assert again == json.loads(form % r'"b\n"')
    assert end == len("  " + form % r'"b\n"')


@example('[{"delta":{"content" :"x","role":{"content":%s}}}]', ['"a"', '"b"'])
@example('[{"delta":{"role":{"content":%s},"content" :"x"}}]', ['"a"', '"b"'])
@example('[{"delta":{"content":%s,"content" :"x"}}]', ['"a"', '"b"'])
@example(r'[{"delta":{"content":%s,"\u0063ontent":"x"}}]', ['"a"', '"b"'])
@example(r'[{"delta":{"\u0063ontent":"x","a\"content":%s}}]', ['"a"', '"b"'])
@given(CHOICES, st.lists(WORDS, min_size=2, max_size=4))
def test_choices_are_what_they_would_be_alone(form, words):
    reader = ChoicesReader()

    for word in words:
        text = form.replace("%s", word)
        assert reader.read(text, 0) == (json.loads(text), len(text))


@pytest.mark.parametrize(
    "form",
    [
        '[{"delta":{"content":%s,"parts":[1]}}]',
        '[{"parts":[1],"delta":{"content":%s}}]',
        '[{"delta":{"content":%s},"logprobs":{}}]',
        '[{"delta":{"tool_calls":[{"extra":{},"function":{"arguments":%s}}]}}]',
    ],
)
def test_lists_and_objects_beside_the_text_are_never_given_twice(form):
    reader = ChoicesReader()

    assert reader.read(form % '"a"', 0)[0] is not reader.read(form % '"a"', 0)[0]


@pytest.mark.parametrize("other", ['"b"}]', '"b', '"b"},"finish_reason":nul}]', "}", "", "\\"])
def test_choices_that_break_behind_the_same_beginning_are_no_json(other):
    reader = ChoicesReader()
    reader.read(TEXT % '"a"', 0)

    with pytest.raises(NotJson):
        reader.read('[{"index":0,"delta":{"content":' + other, 0)


def test_it_pays_for_calls_of_some_twenty_pieces_each():
    reader = ChoicesReader()

    for number in range(10_000):
        reader.read(CALL.replace("0", str(number // 20)) % '"a"', 0)

    assert reader.saved > 0


@pytest.mark.parametrize("form", ['[{"n":%d,"delta":{"content":"a"}}]', "[%d]"])
def test_it_soon_pays_no_more_for_choices_that_all_differ_in_more(form):
    reader = ChoicesReader()

    for number in range(10):
        reader.read(form % number, 0)

    assert reader.saved <= 0
