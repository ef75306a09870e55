"""Two texts as the lines of a diff."""

import time

from hypothesis import given
from hypothesis import strategies as st

from switchboard.text_diff import DiffLine, diff_lines


def test_a_changed_line_goes_and_comes_between_those_that_stay():
    lines = diff_lines('{\n  "unit": "C"\n}\n', '{\n  "unit": "K",\n  "days": 2\n}\n')

    assert lines == (
        DiffLine("same", "{", 1, 1),
        DiffLine("removed", '  "unit": "C"', 2, None),
        DiffLine("added", '  "unit": "K",', None, 2),
        DiffLine("added", '  "days": 2', None, 3),
        DiffLine("same", "}", 3, 4),
    )


def test_far_from_a_change_lines_are_counted_and_not_shown():
    before = "\n".join("abcdefgh")

    lines = diff_lines(before, before.replace("d", "D"), context=1)

    assert [(line.kind, line.text, line.before, line.after) for line in lines] == [
        ("skipped", "2", 1, 1),
        ("same", "c", 3, 3),
        ("removed", "d", 4, None),
        ("added", "D", None, 4),
        ("same", "e", 5, 5),
        ("skipped", "3", 6, 6),
    ]


def test_equal_texts_have_nothing_to_show():
    assert diff_lines("a\nb", "a\nb", context=3) == ()
    assert [line.kind for line in diff_lines("a\nb", "a\nb")] == ["same", "same"]


def test_an_empty_text_has_no_lines():
    assert diff_lines("", "") == ()
    assert diff_lines("", "a") == (DiffLine("added", "a", None, 1),)


def test_a_line_separator_of_unicode_ends_no_line():
    assert diff_lines("", "a\u2028b\r\nc") == (
        DiffLine("added", "a\u2028b", None, 1),
        DiffLine("added", "c", None, 2),
    )


TEXTS = st.lists(st.sampled_from("abc{}"), max_size=12).map("\n".join)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_off_the_diff(before, after):
    lines = diff_lines(before, after)

    assert "\n".join(line.text for line in lines if line.kind != "added") == before
    assert "\n".join(line.text for line in lines if line.kind != "removed") == after
    assert [line.before for line in lines if line.before] == [*range(1, before.count("\n") + 2)][
        : len(before.split("\n")) if before else 0
    ]


def test_ten_thousand_lines_are_compared_soon():
    before = ["}," if at % 2 else f'"k{at}": {{' for at in range(10_000)]
    after = [line.replace("5", "6") for line in before]

    lines = diff_lines("\n".join(before), "\n".join(after))

    assert len([line for line in lines if line.kind != "removed"]) == 10_000


def test_a_long_text_of_lines_that_repeat_is_compared_in_time():
    before = "\n".join(["{", "}", '"a": 1'] * 20_000)
    after = "\n".join(["}", '"a": 2', "{"] * 20_000)

    started = time.monotonic()
    lines = diff_lines(before, after, context=3)

    assert {line.kind for line in lines} >= {"removed", "added"}
    assert time.monotonic() - started < 30
