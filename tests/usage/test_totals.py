import pytest

from switchboard.usage.totals import total


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
