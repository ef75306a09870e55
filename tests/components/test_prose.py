"""What a model writes reaches for nothing when it is shown."""

import pytest

from components.plain import escaped, showable
from components.prose import harmless

JOINER = "\u2060"

CASES = {
    "an image is no image": ("![x](http://a.example)", f"!{JOINER}[x](http://a.example)"),
    "an image by reference is none": ("![x][r]", f"!{JOINER}[x][r]"),
    "an image in inline code is none either": ("`![x](y)`", f"`!{JOINER}[x](y)`"),
    "a price is no mathematics": ("from $5 to $6", r"from \$5 to \$6"),
    "a dollar in code stays": ("`$HOME` and ``a`$b``", "`$HOME` and ``a`$b``"),
    "an escaped dollar is escaped once": (r"\$5", r"\$5"),
    "a directive of Streamlit is text": (":red[alarm]", r"\:red[alarm]"),
    "an icon directive is text": (":material/home:", r"\:material/home:"),
    "a time of day stays": ("at 10:30 [1]", "at 10:30 [1]"),
    "plain markdown stays": ("**bold** [a](b) | c", "**bold** [a](b) | c"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_markdown_is_made_harmless(text, expected):
    assert harmless(text) == expected


def test_escaped_text_has_no_bare_punctuation_of_markdown():
    assert escaped("![a](b) **c**\n$d :red[e]") == (r"\!\[a\]\(b\) \*\*c\*\* \$d \:red\[e\]")


def test_a_lone_surrogate_is_shown_as_a_question_mark():
    assert showable("a\ud800b 你好 🎛️") == "a?b 你好 🎛️"
