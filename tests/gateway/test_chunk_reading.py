"""The text that the chunks of a stream have in common is read once, and nothing is lost by it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.gateway.chunk_reading import ChunkReader
from switchboard.gateway.json_text import NotJson, read_json

HEAD = '{"id":"r1","created":1,"model":"m",'
FORM = '{"id":"%s","created":%s,"m":"x","choices":[]}'
KEYS = st.sampled_from(["id", "error", "choices", 'a"choices"', "created", "usage"])
VALUES = st.recursive(
    st.sampled_from([None, 1, 2.5, "r1", '"choices":', "\\", "}"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=2),
    max_leaves=4,
)
USED = {"usage": {"a": 1}, "obfuscation": "x"}
CHUNKS = st.lists(st.dictionaries(KEYS, VALUES, max_size=4), max_size=4)


def test_the_keys_in_front_of_choices_are_given_once():
    reader = ChunkReader()

    read = [reader.read(HEAD + f'"choices":[{number}],"more":null}}') for number in (1, 2)]

    assert read == [
        {"id": "r1", "created": 1, "model": "m", "choices": [1], "more": None},
        {"choices": [2], "more": None},
    ]


def test_keys_that_change_are_given_again():
    reader = ChunkReader()

    read = [reader.read(f'{{"n":{number},"choices":[]}}') for number in (1, 2, 2, 3)]

    assert read == [
        {"n": 1, "choices": []},
        {"n": 2, "choices": []},
        {"choices": []},
        {"n": 3, "choices": []},
    ]


@pytest.mark.parametrize("form", [FORM, FORM.replace(":", ": ").replace(",", ", ")])
def test_a_date_that_goes_on_with_the_clock_is_given_once(form):
    reader = ChunkReader()

    read = [reader.read(form % ("r1", date)) for date in (7, 7, 8, 3)]

    assert read == [{"id": "r1", "created": 7, "m": "x", "choices": []}] + [{"choices": []}] * 3


@pytest.mark.parametrize("date", ["15000", "7", "null", "1e10", "10.5", '"ab"', "-100", "[10]"])
def test_only_as_many_digits_are_taken_for_a_date_that_goes_on(date):
    reader = ChunkReader()
    reader.read(FORM % ("r1", 1000))

    assert reader.read(FORM % ("r1", date)) == json.loads(FORM % ("r1", date))


def test_a_first_date_that_is_no_time_hides_no_later_one():
    reader = ChunkReader()

    read = [reader.read(FORM % ("r1", date)) for date in (0, 7)]

    assert [chunk["created"] for chunk in read] == [0, 7]


@pytest.mark.parametrize("other", ['{"id":"r1","created":8}', FORM % ("r2", 8)])
def test_a_chunk_that_differs_in_more_than_its_date_is_given_whole(other):
    reader = ChunkReader()
    reader.read(FORM % ("r1", 7))

    assert reader.read(other) == json.loads(other)


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
        ('[1],"usage":null,"more":"x"}', {"choices": [1], "usage": None, "more": "x"}),
        ('[1],"usage":{"a":1},"obfuscation":"x"}', {"choices": [1]} | USED),
        ('[1] , "a":{}}', {"choices": [1], "a": {}}),
        ('[1],"choices":[2]}', {"choices": [2]}),
        ("null}", {"choices": None}),
    ],
)
def test_whatever_follows_choices_is_given(end, value):
    reader = ChunkReader()
    reader.read(HEAD + '"choices":[]}')

    assert reader.read(HEAD + '"choices":' + end) == value


@pytest.mark.parametrize(
    "end", [',"usage":null}', ',"obfuscation":"aZ9"}', ', "usage": null, "obfuscation": ""}']
)
def test_no_usage_and_padding_are_left_out(end):
    reader = ChunkReader()
    reader.read(HEAD + '"choices":[]}')

    assert reader.read(HEAD + '"choices":[1]' + end) == {"choices": [1]}


@given(CHUNKS, st.sampled_from([(",", ":"), (", ", ": ")]), st.integers(1, 2))
def test_each_key_is_given_or_was_the_same_in_the_chunk_before(chunks, separators, times):
    texts = [json.dumps(chunk, separators=separators) for chunk in chunks for _ in range(times)]
    reader = ChunkReader()
    known = {}

    for text in texts:
        given_keys = reader.read(text)
        known = known | given_keys
        read = {key: value for key, value in read_json(text).items() if key != "created"}
        assert {key: known[key] for key in read} == read


def test_white_space_after_the_same_beginning_loses_nothing():
    reader = ChunkReader()
    texts = ['{"choices":[1],"id":"a"}', '{"choices": [2], "id": "a"}', '{"choices":[3],"id":"a"}']

    assert [reader.read(text)["choices"] for text in texts] == [[1], [2], [3]]
