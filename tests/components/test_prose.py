"""What a model writes reaches for nothing when it is shown."""

import pytest

from components.plain import escaped, showable, with_code
from components.prose import harmless

JOINER = "\u2060"

CASES = {
    "an image is no image": ("![x](http://a.example)", f"!{JOINER}[x](http://a.example)"),
    "an image by reference is none": ("![x][r]", f"!{JOINER}[x][r]"),
    "an image in inline code is none either": ("`![x](y)`", f"`!{JOINER}[x](y)`"),
    "an image that is defined elsewhere is none": (
        "![x]\n\n[x]: http://a.example",
        f"!{JOINER}[x]\n\n[x]: http://a.example",
    ),
    "what cannot be an image stays as it is": ("`vec![1, 2]`", "`vec![1, 2]`"),
    "a price is no mathematics": ("from $5 to $6", r"from \$5 to \$6"),
    "a dollar in code stays": ("`$HOME` and ``a`$b``", "`$HOME` and ``a`$b``"),
    "an escaped dollar is escaped once": (r"\$5", r"\$5"),
    "a directive of Streamlit is text": (":red[alarm]", f":{JOINER}red[alarm]"),
    "an icon directive is text": (":material/home:", f":{JOINER}material/home:"),
    "an emoji's name is text": ("so :smile: now", f"so :{JOINER}smile: now"),
    "a directive in code stays": ("`:red[x]` `:smile:`", "`:red[x]` `:smile:`"),
    "a time of day stays": ("at 10:30 [1]", "at 10:30 [1]"),
    "plain markdown stays": ("**bold** [a](b) | c", "**bold** [a](b) | c"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_markdown_is_made_harmless(text, expected):
    assert harmless(text) == expected


ESCAPED = {
    "markdown": ("![a](b) **c**", r"\!\[a\]\(b\) \*\*c\*\*"),
    "lines become one": ("a\n  b", "a b"),
    "a directive": (":red[e] :smile:", f":{JOINER}red\\[e\\] :{JOINER}smile:"),
    "an address is no link": ("http://a.example", f"http:{JOINER}//a\\.example"),
    "nor is one without a scheme": ("www.a.example", f"www{JOINER}\\.a\\.example"),
    "mathematics": ("$x$", r"\$x\$"),
}


@pytest.mark.parametrize(("text", "expected"), ESCAPED.values(), ids=ESCAPED)
def test_escaped_text_is_shown_as_it_stands(text, expected):
    assert escaped(text) == expected


WITH_CODE = {
    "what stands between backticks is code": ("`a_b` is *not* in `c`", r"`a_b` is \*not\* in `c`"),
    "an image in it is none": ("`![x](y)`", f"`!{JOINER}[x](y)`"),
    "a backtick without its fellow is a backtick": ("a ` b", r"a \` b"),
}


@pytest.mark.parametrize(("text", "expected"), WITH_CODE.values(), ids=WITH_CODE)
def test_code_in_a_sentence_is_shown_as_code(text, expected):
    assert with_code(text) == expected


def test_a_lone_surrogate_is_shown_as_a_question_mark():
    assert showable("a\ud800b 你好 🎛️") == "a?b 你好 🎛️"
