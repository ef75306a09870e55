from datetime import UTC, datetime, timedelta

import pytest

from components.ago import ago

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("passed", "told"),
    [
        (timedelta(seconds=-5), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(seconds=60), "1 minute ago"),
        (timedelta(minutes=59, seconds=59), "59 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=23, minutes=59), "23 hours ago"),
        (timedelta(days=1), "1 day ago"),
        (timedelta(days=29), "29 days ago"),
        (timedelta(days=30), "31 October 2026"),
    ],
    ids=str,
)
def test_a_moment_is_told_in_the_largest_unit_that_fits(passed: timedelta, told: str):
    assert ago(NOW - passed, NOW) == told
