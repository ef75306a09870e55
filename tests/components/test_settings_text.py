"""Settings of several lines: what is typed, and what is shown again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.settings_text import (
    biases_as_text,
    biases_in,
    metadata_as_text,
    metadata_in,
    pairs_as_text,
    pairs_in,
    stops_as_text,
    stops_in,
)


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        (None, ()),
        (" \n\n", ()),
        ("END", ("END",)),
        ("a\n b ", ("a", " b ")),
        (r"\n\n", ("\n\n",)),
        (r"a\tb\\n", ("a\tb\\n",)),
        (r"\x \ ", (r"\x \ ",)),
        (r"\s", (" ",)),
        ("\u00a0", ("\u00a0",)),
    ],
)
def test_each_line_is_a_stop_text(text, stops):
    assert stops_in(text) == stops


@given(st.lists(st.text(min_size=1)).map(tuple))
def test_stop_texts_are_read_as_they_are_shown(stops):
    assert stops_in(stops_as_text(stops)) == stops


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (None, {}),
        ("a: b", {"a": "b"}),
        (" a :b:c \n\nd:", {"a": "b:c", "d": ""}),
        ("no colon", {"no colon": ""}),
        ("a: 1\na: 2", {"a": "2"}),
    ],
)
def test_each_line_is_a_name_and_a_value(text, pairs):
    assert pairs_in(text) == pairs


def test_pairs_are_read_as_they_are_shown():
    pairs = {"a": "b:c", "d": ""}

    assert pairs_in(pairs_as_text(pairs)) == pairs


@pytest.mark.parametrize(
    ("text", "biases"),
    [
        (None, {}),
        ("7: 1\n8=-100\n 9 : +5 ", {"7": 1, "8": -100, "9": 5}),
        ("cat\n\n7: 1\n7.5: 1\n8:", {"cat": 0, "7": 1, "7.5: 1": 0, "8:": 0}),
    ],
)
def test_a_line_that_is_no_bias_is_kept_as_it_is(text, biases):
    assert biases_in(text) == biases


def test_biases_are_read_as_they_are_shown():
    biases = {"7": -100, "8": 0, "cat": 0, "7.5: 1": 0}

    assert biases_in(biases_as_text(biases)) == biases


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (None, {}),
        (" a :b:c \n\nd:", {"a": "b:c", "d": ""}),
        ("no colon", {"": "no colon"}),
        ("one\na: 1\n: two", {"": "one\ntwo", "a": "1"}),
    ],
)
def test_metadata_without_a_name_or_a_colon_has_the_empty_name(text, pairs):
    assert metadata_in(text) == pairs
    assert metadata_in(metadata_as_text(pairs)) == pairs
