import pytest

from components.figures import count, duration, size


@pytest.mark.parametrize(
    ("number", "shown"), [(None, "–"), (0, "0"), (999, "999"), (1_234_567, "1,234,567")]
)
def test_a_count_has_its_thousands_apart(number: int | None, shown: str):
    assert count(number) == shown


@pytest.mark.parametrize(
    ("milliseconds", "shown"),
    [
        (None, "–"),
        (0.2, "0 ms"),
        (999.4, "999 ms"),
        (999.6, "1.00 s"),
        (1_234, "1.23 s"),
        (119_999, "120.00 s"),
        (180_000, "3.0 min"),
    ],
)
def test_a_duration_is_in_the_unit_that_suits_it(milliseconds: float | None, shown: str):
    assert duration(milliseconds) == shown


@pytest.mark.parametrize(
    ("count_of_bytes", "shown"),
    [(0, "0 bytes"), (999, "999 bytes"), (1_500, "1.5 kB"), (6_000_000, "6.0 MB")],
)
def test_a_size_is_in_the_unit_that_suits_it(count_of_bytes: int, shown: str):
    assert size(count_of_bytes) == shown
