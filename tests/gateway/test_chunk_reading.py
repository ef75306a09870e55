"""The text that the chunks of a stream have in common is read once, and nothing is lost by it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.gateway.chunk_reading import ChunkReader
from switchboard.gateway.json_text import NotJson, read_json

HEAD = '{"id":"r1","created":1,"model":"m",'
KEYS = st.sampled_from(["id", "error", "choices", 'a"choices"', "created", "usage"])
VALUES = st.recursive(
    st.sampled_from([None, 1, 2.5, "r1", '"choices":', "\\", "}"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=2),
    max_leaves=4,
)
CHUNKS = st.lists(st.dictionaries(KEYS, VALUES, max_size=4), max_size=4)


def test_the_keys_in_front_of_choices_are_given_once():
    reader = ChunkReader()

    read = [reader.read(HEAD + f'"choices":[{number}],"usage":null}}') for number in (1, 2)]

    assert read == [
        {"id": "r1", "created": 1, "model": "m", "choices": [1], "usage": None},
        {"choices": [2], "usage": None},
    ]


def test_keys_that_change_are_given_again():
    reader = ChunkReader()

    read = [reader.read(f'{{"created":{date},"choices":[]}}') for date in (1, 2, 2, 3)]

    assert read == [
        {"created": 1, "choices": []},
        {"created": 2, "choices": []},
        {"choices": []},
        {"created": 3, "choices": []},
    ]


@pytest.mark.parametrize(
    "text",
    [
        '{"error":"busy","choices":[]}',
        '{"usage":{"prompt_tokens":1},"choices":[]}',
        '{"a":{"b":1,"choices":[]}}',
        '{"a\\"choices":1}',
        '[{"a":1,"choices":[]}]',
        '{"a":1}',
        "3",
    ],
)
def test_what_is_no_plain_beginning_is_given_each_time(text):
    reader = ChunkReader()

    assert [reader.read(text), reader.read(text)] == [json.loads(text)] * 2


@pytest.mark.parametrize(
    "end",
    [
        "[}",
        "[]",
        "[]]",
        "[],",
        "[],}",
        "[];}",
        "[] 1}",
        '[]"a":1}',
        '[],"a"}',
        '[],"a":1',
        "[]}}",
        "",
    ],
)
def test_a_broken_end_is_seen_behind_a_beginning_that_is_known(end):
    reader = ChunkReader()
    reader.read(HEAD + '"choices":[]}')

    with pytest.raises(NotJson):
        reader.read(HEAD + '"choices":' + end)


@pytest.mark.parametrize(
    ("end", "value"),
    [
        ("[1]}", {"choices": [1]}),
        ("[1] } \n", {"choices": [1]}),
        (
            '[1],"usage":null,"obfuscation":"x"}',
            {"choices": [1], "usage": None, "obfuscation": "x"},
        ),
        ('[1] , "a":{}}', {"choices": [1], "a": {}}),
        ('[1],"choices":[2]}', {"choices": [2]}),
        ("null}", {"choices": None}),
    ],
)
def test_whatever_follows_choices_is_given(end, value):
    reader = ChunkReader()
    reader.read(HEAD + '"choices":[]}')

    assert reader.read(HEAD + '"choices":' + end) == value


@given(CHUNKS, st.sampled_from([(",", ":"), (", ", ": ")]), st.integers(1, 2))
def test_each_key_is_given_or_was_the_same_in_the_chunk_before(chunks, separators, times):
    texts = [json.dumps(chunk, separators=separators) for chunk in chunks for _ in range(times)]
    reader = ChunkReader()
    known = {}

    for text in texts:
        given_keys = reader.read(text)
        known = known | given_keys
        assert {key: known[key] for key in read_json(text)} == read_json(text)


def test_white_space_after_the_same_beginning_loses_nothing():
    reader = ChunkReader()
    texts = ['{"choices":[1],"id":"a"}', '{"choices": [2], "id": "a"}', '{"choices":[3],"id":"a"}']

    assert [reader.read(text)["choices"] for text in texts] == [[1], [2], [3]]
