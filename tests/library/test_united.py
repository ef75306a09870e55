"""Two histories of one toolset as one."""

from datetime import UTC, datetime, timedelta

import pytest

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
