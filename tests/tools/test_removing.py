"""One member less in a text, the rest as it was written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.tools.appending import with_key
from switchboard.tools.removing import without_member


@pytest.mark.parametrize(
    ("text", "path", "left"),
    [
        pytest.param('{"a": 1}', ("a",), "{}", id="the only one"),
        pytest.param('{ "a": 1,  "b": 2 }', ("a",), '{ "b": 2 }', id="the first"),
        pytest.param('{ "a": 1,  "b": 2 }', ("b",), '{ "a": 1 }', id="the last"),
        pytest.param("[1 , 2,  3]", (1,), "[1 ,  3]", id="of a list"),
        pytest.param('{"a": {"b": [1]}, "c": 2}', ("a", "b"), '{"a": {}, "c": 2}', id="within"),
        pytest.param(
            '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}',
            ("b",),
            '{\n  "a": 1,\n  "c": 3\n}',
            id="a line of its own",
        ),
    ],
)
def test_the_others_stay_as_they_were_written(text, path, left):
    assert without_member(text, path) == left


@pytest.mark.parametrize(
    ("text", "path"), [("{}", ("a",)), ("[1]", ()), ("{", ("a",)), ("[1]", (1,))]
)
def test_what_is_not_there_can_t_be_removed(text, path):
    with pytest.raises(KeyError):
        without_member(text, path)


_VALUES = st.recursive(
    st.none() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3)
)
_OBJECTS = st.dictionaries(st.text(max_size=5), _VALUES, max_size=4)


@given(_OBJECTS, st.data(), st.sampled_from([None, 0, 2]))
def test_any_key_of_any_object_can_be_removed(value, data, indent):
    if value:
        key = data.draw(st.sampled_from([*value]))
        text = json.dumps(value, indent=indent)

        left = json.loads(without_member(text, (key,)))

        assert left == {name: each for name, each in value.items() if name != key}


@given(_OBJECTS.filter(lambda value: "new" not in value), st.sampled_from([None, 2]))
def test_what_was_added_is_removed_without_a_trace(value, indent):
    text = json.dumps(value, indent=indent)

    assert without_member(with_key(text, (), "new", [1]), ("new",)) == text
