"""Two texts beside each other."""

from components.side_by_side import side_by_side


def test_a_changed_line_stands_beside_what_it_became():
    both = side_by_side("a\nb\nc", "a\nB\nc")

    assert both.left == "  a\n- b\n  c"
    assert both.right == "  a\n+ B\n  c"


def test_a_line_without_a_counterpart_stands_beside_nothing():
    both = side_by_side("a\nc", "a\nb\nc")

    assert both.left == "  a\n\n  c"
    assert both.right == "  a\n+ b\n  c"


def test_what_is_alike_far_away_is_counted_in_both_columns():
    lines = [str(number) for number in range(100)]

    both = side_by_side("\n".join(lines), "\n".join([*lines[:50], "new", *lines[51:]]))

    assert both.left.splitlines() == [
        "  ⋯ 47 lines",
        "  47",
        "  48",
        "  49",
        "- 50",
        "  51",
        "  52",
        "  53",
        "  ⋯ 46 lines",
    ]
    assert both.right.splitlines()[4] == "+ new"


def test_the_same_text_says_so():
    assert side_by_side("a\nb", "a\nb").is_same
    assert side_by_side("", "").is_same


def test_texts_that_are_long_and_all_different_are_cut():
    both = side_by_side("a\n" * 100_000, "b\n" * 100_000)

    assert both.is_cut
    assert len(both.left.splitlines()) == 800
