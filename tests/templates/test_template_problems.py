"""What is wrong with how a template is written, told before it is rendered."""

import pytest

from switchboard.problems import Problem
from switchboard.templates import template_problems

ALONE = "A template stands alone: it can't include, import or extend another."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sunny.",
        '{"city": {{ city|tojson }}}',
        "{{ nobody.knows[this] }}",
        "{{ 10 ** (10 ** 8) }}",
        "{{ 'a' * 10 ** 10 }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    ],
    ids=["empty", "plain", "argument", "unknown name", "power", "gigantic", "recursive"],
)
def test_what_can_be_read_is_no_problem_and_is_not_carried_out(text):
    assert template_problems(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{", [Problem("Unexpected 'end of template'.", line=1)]),
        (
            "a\n{{ b",
            [
                Problem(
                    "Unexpected end of template, expected 'end of print statement'.",
                    line=2,
                )
            ],
        ),
        ("\n\n{{ a b }}", [Problem("Expected token 'end of print statement', got 'b'.", line=3)]),
        (
            "{% if a %}b",
            [
                Problem(
                    "Unexpected end of template. Jinja was looking for the following tags: 'elif' "
                    "or 'else' or 'endif'. The innermost block that needs to be closed is 'if'.",
                    line=1,
                )
            ],
        ),
        ("{% frob %}", [Problem("Encountered unknown tag 'frob'.", line=1)]),
        (
            "{{ a|frob }}\n{{ b is grob }}\n{% include 'c' %}",
            [
                Problem("There is no filter 'frob'.", line=1),
                Problem("There is no test 'grob'.", line=2),
                Problem(ALONE, line=3),
            ],
        ),
        ("{{ " + "9" * 5_000 + " }}", [Problem("A number has more digits than can be written.")]),
        ("a" * 100_001, [Problem("A template has at most 100,000 characters.")]),
    ],
    ids=["cut", "cut later", "two names", "open", "tag", "names of ours", "digits", "long"],
)
def test_a_mistake_is_told_with_its_line(text, expected):
    assert [*template_problems(text)] == expected


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "text",
    ["{{ " + "[" * 50_000, "{{ " + "(" * 20_000 + ")" * 20_000 + " }}", "{% if x %}" * 9_000],
    ids=["brackets", "pairs", "blocks"],
)
def test_what_is_nested_endlessly_is_a_problem(text):
    assert len(template_problems(text)) == 1
