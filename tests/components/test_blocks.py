"""How an answer's text is cut into blocks that are drawn once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.blocks import LIMIT, Block, cut

CASES = {
    "prose alone is one block": ("One.\n\nTwo.", [("", None, "One.\n\nTwo.")]),
    "code is cut out of prose": (
        "Look:\n```python\nx = 1\n```\nDone.",
        [("", None, "Look:\n"), ("```", "python", "x = 1\n"), ("", None, "Done.")],
    ),
    "tildes open code too": ("~~~\n```\n~~~\n", [("~~~", None, "```\n")]),
    "a longer fence closes, a shorter does not": (
        "````\n```\n`````\nafter",
        [("````", None, "```\n"), ("", None, "after")],
    ),
    "code that is not closed yet is code": ("```js\nlet", [("```", "js", "let")]),
    "a fence line that is not whole may still be prose": ("```js", [("", None, "```js")]),
    "backticks behind backticks are no fence": ("```a`\nb", [("", None, "```a`\nb")]),
    "an indented fence stays with its list": (
        "1. a\n\n    ```\n    x\n    ```\n",
        [("", None, "1. a\n\n    ```\n    x\n    ```\n")],
    ),
    "nothing is no block": ("", []),
    "blank lines are no block": ("\n \n", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_text_is_cut_at_its_fences(text, expected):
    assert [(b.fence, b.language, b.text) for b in cut(text)] == expected


def test_long_prose_is_cut_where_a_paragraph_stands_on_its_own():
    paragraph = "word " * 100 + "\n\n"

    blocks = cut(paragraph * 9)

    assert [len(block.text) for block in blocks] == [502 * 4, 502 * 4, 502]


def test_a_list_is_not_torn_apart_before_its_limit():
    items = "- one item of the list\n\n  and more of it\n\n" * 200

    blocks = cut(items)

    assert len(blocks[0].text) > 5_900


def test_a_line_without_end_is_cut_at_a_space():
    blocks = cut("word " * 3_000)

    assert [len(block.text) for block in blocks] == [6_000, 6_000, 3_000]


def test_code_that_is_cut_for_its_length_goes_on_as_code():
    line = "x = 1\n"

    blocks = cut("```py\n" + line * 2_000 + "```\nend")

    assert blocks == (
        Block(line * 1_000, 0, "```", "py"),
        Block(line * 1_000, 6_006, "```", "py", continues=True),
        Block("end", 12_010),
    )


PIECES = st.sampled_from(
    [
        *(
            "a",
            "word ",
            "\n",
            "\n\n",
            "```\n",
            "```py\n",
            "~~~\n",
            "- item\n",
            "    x\n",
            "`",
            "1. ",
        ),
        *("long " * 900, "y" * 5_000 + "\n"),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(TEXTS, st.lists(st.integers(1, 4_000), min_size=1, max_size=20))
def test_a_growing_text_has_the_same_blocks_as_the_whole(text, steps):
    known: tuple[Block, ...] = ()
    end = 0
    while end < len(text):
        for step in steps:
            end += step
            known = cut(text[:end], known)

    assert known == cut(text)


@given(TEXTS, st.integers(0, 20_000))
def test_only_the_last_block_changes_when_a_text_grows(text, length):
    before, after = cut(text[:length]), cut(text)

    assert before[:-1] == after[: max(len(before) - 1, 0)]


@given(TEXTS)
def test_no_block_is_longer_than_the_limit(text):
    assert all(len(block.text) <= LIMIT for block in cut(text))
