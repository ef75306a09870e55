import pytest

from switchboard.usage.totals import Tally, tally, total


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1, 2, 3], 6),
        ([0], 0),
        ([0, 0], 0),
        ([0.5, 1.0], 1.5),
        ([1, None, 3], None),
        ([None], None),
        ([], None),
    ],
)
def test_a_sum_is_unknown_as_soon_as_one_part_is(numbers: list[int | None], expected: int | None):
    assert total(numbers) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([1, None, 0, None], Tally(1, 2)), ([None], Tally(0, 1)), ([], Tally(0, 0))],
)
def test_a_tally_says_how_many_were_not_known(numbers: list[int | None], expected: Tally):
    assert tally(numbers) == expected
