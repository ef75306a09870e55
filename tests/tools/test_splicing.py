"""One value of a text in another's place, the rest as it was written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.tools import check_toolset, with_entries, with_value

TEXT = """[
    {"type": "function",   "function": {"name": "a"}},
    {
        "type": "function",
        "function": {"name": "b", "strict": true}
    }
]
"""


def test_the_rest_of_the_text_stays_as_it_was_written():
    assert (
        with_value(TEXT, (1, "function"), {"name": "c", "strict": False})
        == """[
    {"type": "function",   "function": {"name": "a"}},
    {
        "type": "function",
        "function": {
          "name": "c",
          "strict": false
        }
    }
]
"""
    )


def test_a_text_or_a_number_stays_on_its_line():
    assert with_value(TEXT, (0, "function", "name"), "Ä") == TEXT.replace('"a"', '"Ä"')


def test_of_a_key_written_twice_the_last_is_replaced_as_json_readers_take_it():
    assert with_value('{"a": 1, "a": 2}', ("a",), 3) == '{"a": 1, "a": 3}'


def test_the_whole_text_can_be_replaced_and_the_space_around_it_stays():
    assert with_value(" 1 \n", (), 2) == " 2 \n"


@pytest.mark.parametrize(
    ("text", "path"),
    [("{}", ("a",)), ("[1]", (1,)), ("{", ()), ("", ()), ('{"a": }', ("a",))],
    ids=["no key", "no item", "cut", "empty", "no value"],
)
def test_where_there_is_no_value_nothing_can_take_its_place(text, path):
    with pytest.raises(KeyError):
        with_value(text, path, 1)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(value=_JSON, new=_JSON, indent=st.sampled_from([None, 1, 2, "\t"]), data=st.data())
def test_reading_it_again_gives_the_new_value_there_and_the_old_elsewhere(value, new, indent, data):
    path, parent, inner = (), None, value
    while isinstance(inner, dict | list) and inner and data.draw(st.booleans()):
        keys = [*inner] if isinstance(inner, dict) else [*range(len(inner))]
        key = data.draw(st.sampled_from(keys))
        path, parent, inner = (*path, key), inner, inner[key]

    spliced = json.loads(with_value(json.dumps(value, indent=indent), path, new))

    if parent is None:
        assert spliced == new
    else:
        parent[path[-1]] = new
        assert spliced == value


NEW = {"type": "function", "function": {"name": "c"}}


def test_a_tool_is_added_after_the_last_with_the_margin_of_the_others():
    assert (
        with_entries(TEXT, [NEW])
        == TEXT.rstrip()[:-2]
        + """,
    {
      "type": "function",
      "function": {
        "name": "c"
      }
    }
]
"""
    )


def test_a_tool_of_the_same_name_is_replaced_in_its_place():
    changed = with_entries(TEXT, [{"type": "function", "function": {"name": "a", "strict": True}}])

    first, second = check_toolset(changed).tools
    assert (first.name, first.strict, second.name) == ("a", True, "b")
    assert '"function": {"name": "b", "strict": true}' in changed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["c"]),
        (" \n", ["c"]),
        ("[]", ["c"]),
        ('{"name": "a"}', ["a", "c"]),
        ('[{"name": "a"}]', ["a", "c"]),
        ('[{"name": "c"}, {"name": "a"}]', ["c", "a"]),
        ('{"name": "c", "strict": true}', ["c"]),
    ],
    ids=["empty", "space", "no tools", "one tool", "a list", "the same name", "the same alone"],
)
def test_tools_can_be_added_to_any_toolset(text, names):
    toolset = check_toolset(with_entries(text, [NEW]))

    assert [tool.name for tool in toolset.tools] == names


def test_nothing_can_be_added_to_a_text_that_is_no_json():
    with pytest.raises(KeyError):
        with_entries("[{", [NEW])
