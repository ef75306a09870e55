from components.cutting import LONGEST_TEXT, beginning_and_end, with_short_strings


def test_an_ordinary_document_is_left_as_it_is():
    document = {"a": ["x" * 2_000, 1, None, True, {"b": 0.5}]}

    assert with_short_strings(document) == document


def test_a_long_string_is_cut_wherever_it_stands_and_says_how_much_is_missing():
    url = "data:image/png;base64," + "A" * 6_000_000
    cut = with_short_strings({"content": [{"image_url": {"url": url}}]})

    assert cut == {
        "content": [{"image_url": {"url": url[:2_000] + "[… 5,998,022 characters left out …]"}}]
    }


def test_a_text_that_fits_is_left_as_it_is():
    assert beginning_and_end("x" * LONGEST_TEXT) == "x" * LONGEST_TEXT


def test_a_long_text_keeps_its_beginning_and_its_end():
    cut = beginning_and_end("<" + "x" * 6_000_000 + ">")

    assert (cut[0], cut[-1]) == ("<", ">")
    assert "[… 5,960,002 characters left out …]" in cut
    assert len(cut) < LONGEST_TEXT + 100


def test_a_document_of_any_depth_is_cut_where_nobody_looks():
    deep = "end"
    for _ in range(5_000):
        deep = [deep]

    cut = with_short_strings({"a": deep})["a"]

    levels = 0
    while isinstance(cut, list):
        (cut,) = cut
        levels += 1
    assert (levels, cut) == (219, "[… nested too deeply to show …]")
