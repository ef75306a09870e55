"""Two histories of one toolset as one."""

from datetime import UTC, datetime, timedelta
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.library import united
from switchboard.toolset_records import ToolsetVersion, text_hash

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def history(words: str) -> tuple[ToolsetVersion, ...]:
    """Written oldest first, as in "1a 2b": text a, saved in minute 1, then text b."""
    made = (
        ToolsetVersion(text_hash(word[1:]), word[1:], NOON + timedelta(minutes=int(word[0])))
        for word in words.split()
    )
    return tuple(made)[::-1]


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("1a 2b", "1a 2b", "1a 2b"),
        ("1a 2b", "1a", "1a 2b"),
        ("1a", "1a 2b", "1a 2b"),
        ("1a 2b", "1a 3c", "1a 2b 3c"),
        ("1a 3c", "1a 2b", "1a 2b 3c"),
        ("1a 2b", "1a 2b 3a", "1a 2b 3a"),
        ("1a", "2a", "1a"),
        ("2a", "1a", "1a"),
        ("1a 3a", "2b", "1a 2b 3a"),
        ("5a", "1b", "1b 5a"),
        ("3a 1b", "2c", "1b 2c 3a"),
    ],
)
def test_versions_are_put_in_the_order_they_were_saved(mine: str, theirs: str, both: str):
    assert united(history(mine), history(theirs)) == history(both)


def test_nothing_new_leaves_a_history_as_it_is_even_where_the_clock_was_set_back():
    assert united(history("3a 1b"), history("1b")) == history("3a 1b")


@given(
    texts=st.lists(st.sampled_from("abc"), min_size=10, max_size=10),
    mine=st.sets(st.integers(0, 9), min_size=1),
    theirs=st.sets(st.integers(0, 9), min_size=1),
)
def test_uniting_is_the_same_from_either_side_and_again(texts, mine, theirs):
    def saved_in(minutes: set[int]) -> tuple[ToolsetVersion, ...]:
        return without_repeats(history(" ".join(f"{at}{texts[at]}" for at in sorted(minutes))))

    both = united(saved_in(mine), saved_in(theirs))

    assert {one.text for one in both} == {texts[at] for at in mine | theirs}
    assert both == without_repeats(both)
    assert united(both, saved_in(theirs)) == both
    assert united(both, saved_in(mine)) == both
    assert united(saved_in(theirs), saved_in(mine)) == both


def without_repeats(versions: tuple[ToolsetVersion, ...]) -> tuple[ToolsetVersion, ...]:
    """Newest first, as a history is: of neighbours with one text, the older."""
    return tuple(
        one
        for one, older in zip_longest(versions, versions[1:])
        if older is None or one.hash != older.hash
    )
