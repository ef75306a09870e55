import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from switchboard.tools import Place, locate

TEXT = """[
  {"name": "f", "parameters": {
    "properties": {"a b": {"type":"string"}, "城市":
      [10, [ 20 , {"x":true} ], 30]},
    "name": {"name": 1, "name": {"deep": 2}}
  }}
]
"""


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        ((0,), 2, 3),
        ((0, "name"), 2, 4),
        ((0, "parameters"), 2, 17),
        ((0, "parameters", "properties", "a b", "type"), 3, 28),
        ((0, "parameters", "properties", "城市"), 3, 46),
        ((0, "parameters", "properties", "城市", 0), 4, 8),
        ((0, "parameters", "properties", "城市", 1, 1, "x"), 4, 20),
        ((0, "parameters", "properties", "城市", 2), 4, 33),
        ((0, "parameters", "name", "name", "deep"), 5, 34),
    ],
)
def test_a_path_leads_to_its_key_or_item(path, line, column):
    assert locate(TEXT, path) == Place(line, column)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((0, "missing"), 2, 3),
        ((7,), 1, 1),
        ((0, "name", "deeper"), 2, 4),
        (("name",), 1, 1),
        ((0, 0), 2, 3),
    ],
)
def test_a_path_that_is_not_there_leads_to_its_nearest_ancestor(path, line, column):
    assert locate(TEXT, path) == Place(line, column)


@pytest.mark.parametrize("text", ["", "[", "[1", '{"a"', '{"a":', "nul", '{"a":1,}', "[1,]", "{,}"])
def test_a_broken_text_has_places_too(text):
    assert locate(text, ("a", 0)).line == 1
    assert locate(text, (0, 0)).line == 1


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def paths_of(value, path=()):
    yield path, value
    members = value.items() if isinstance(value, dict) else []
    members = enumerate(value) if isinstance(value, list) else members
    for step, child in members:
        yield from paths_of(child, (*path, step))


@settings(deadline=None)
@given(values, st.sampled_from([None, 0, 2]), st.booleans())
def test_at_every_path_of_any_value_stands_its_key_or_value(value, indent, is_ascii):
    text = json.dumps(value, indent=indent, ensure_ascii=is_ascii)
    lines = text.split("\n")
    decoder = json.JSONDecoder()

    for path, expected in paths_of(value):
        place = locate(text, path)
        rest = "\n".join([lines[place.line - 1][place.column - 1 :], *lines[place.line :]])
        found, _ = decoder.raw_decode(rest)
        assert found == (path[-1] if path and isinstance(path[-1], str) else expected)
