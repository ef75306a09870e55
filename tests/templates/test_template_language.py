"""What can stand in a template, and what comes of it."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from rendering_over import NOW, failure, rendered

from switchboard.templates import TemplateScope, render

SAID = {
    "plain text": ("Sunny.", "Sunny."),
    "an argument by its name": ("{{ city }}", "Paris"),
    "an argument of all": ("{{ arguments.city }}", "Paris"),
    "an argument named like a method": ("{{ arguments.items }}", "[1, 2]"),
    "an argument that is no name": ("{{ arguments['unit-of'] }}", "C"),
    "a name of ours is not an argument's": ("{{ count }} {{ arguments.count }}", "3 99"),
    "nor is one of Jinja's": ("{{ range(2)|list }} {{ arguments.range }}", "[0, 1] far"),
    "the count": ("{% if count > 2 %}no more{% endif %}", "no more"),
    "the tool": ("{{ tool }}", "get_weather"),
    "now": ("{{ now }}", "2026-11-30T12:30:00+00:00"),
    "now in words": ("{{ now.strftime('%d.%m.%Y') }}", "30.11.2026"),
    "today": ("{{ today }}", "2026-11-30"),
    "days": ("{{ today + days(3) }} {{ now - days(0.5) }}", "2026-12-03 2026-11-30T00:30:00+00:00"),
    "a date from a text": ("{{ now.strptime('2026-02-01', '%Y-%m-%d').date() }}", "2026-02-01"),
    "values are printed as JSON": ("{{ [true, none, {'a': 'é'}] }}", '[true, null, {"a": "é"}]'),
    "a condition": ("{{ city == 'Paris' }}", "true"),
    "a text": ("{{ '<a href=\"x\">' }}", '<a href="x">'),
    "tojson escapes no HTML": ("{{ '<é & \"x\">'|tojson }}", '"<é & \\"x\\">"'),
    "tojson keeps the order": ("{{ {'b': 1, 'a': 2}|tojson }}", '{"b": 1, "a": 2}'),
    "tojson writes dates": (
        "{{ [today, now]|tojson }}",
        '["2026-11-30", "2026-11-30T12:30:00+00:00"]',
    ),
    "tojson indents": ("{{ {'a': 1}|tojson(indent=2) }}", '{\n  "a": 1\n}'),
    "a macro": ("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(1) }}{{ m(2) }}", "<1><2>"),
    "a namespace": (
        "{% set n = namespace(x=0) %}{% for i in [1, 2] %}{% set n.x = n.x + i %}{% endfor %}"
        "{{ n.x }}",
        "3",
    ),
    "what is not there can be asked for": ("{{ nothing is defined }}", "false"),
    "and be given otherwise": ("{{ nothing|default('none given') }}", "none given"),
}
ARGUMENTS = {"city": "Paris", "items": [1, 2], "unit-of": "C", "range": "far", "count": 99}


@pytest.mark.parametrize(("text", "expected"), SAID.values(), ids=SAID)
def test_a_template_can_say(text, expected):
    over = TemplateScope(ARGUMENTS, count=3, tool="get_weather", seed="s", now=NOW)

    assert render(text, over) == expected


def test_now_is_told_in_utc():
    there = datetime(2026, 12, 1, 1, 0, tzinfo=timezone(timedelta(hours=2)))

    assert rendered("{{ now }} {{ today }}", now=there) == "2026-11-30T23:00:00+00:00 2026-11-30"


@pytest.mark.parametrize(
    "text",
    ["\ud83d", "汉字 😀", "a\u2028b\nc", "\x00\x1f"],
    ids=["half a pair", "wide", "lines", "control"],
)
def test_any_text_comes_through(text):
    assert rendered("{{ x }}", x=text) == text
    assert rendered(text) == text


def test_a_result_can_be_a_mebibyte_of_the_widest_letters():
    assert len(rendered("{{ '😀' * 1048576 }}")) == 1_048_576


def test_arguments_are_not_changed_for_the_next_template():
    over = {"list": [1]}
    failure("{{ arguments.list.append(2) }}")

    assert rendered("{{ list }}", **over) == "[1]"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{{ city }}", "Line 1: 'city' is undefined."),
        ("a\n\n{{ customer.name }}", "Line 3: 'customer' is undefined."),
        ("{{ arguments.city }}", "Line 1: 'dict object' has no attribute 'city'."),
        ("{{ {}|tojson ~ nothing }}", "Line 1: 'nothing' is undefined."),
        ("{{ [nothing]|tojson }}", "Line 1: 'nothing' is undefined."),
        ("\n{{ 1 / 0 }}", "Line 2: Division by zero."),
        ("{{ 'a' + 1 }}", 'Line 1: Can only concatenate str (not "int") to str.'),
        ("{% macro m() %}\n{{ x }}{% endmacro %}\n\n{{ m() }}", "Line 2: 'x' is undefined."),
        ("{% if %}", "Line 1: Expected an expression, got 'end of statement block'."),
        ("{{ random.choice([]) }}", "Line 1: Cannot choose from an empty sequence."),
        ("{{ [1e300 * 1e300]|tojson }}", None),
        ("{{ [1e999] }}", "Line 1: A number is too large."),
        ("{{ range(10 ** 6) }}", None),
        ("{{ 2 ** 99999 }}", "Line 1: A number has more digits than can be written."),
        ("{{ 'x'.encode('idna') }}", None),
    ],
    ids=[
        "unknown name",
        "unknown object",
        "unknown argument",
        "unknown beside a filter",
        "unknown in JSON",
        "division",
        "types",
        "in a macro",
        "syntax",
        "nothing to choose",
        "infinity",
        "infinite constant",
        "range",
        "digits",
        "a file of Python's",
    ],
)
def test_what_is_wrong_is_told_with_its_line(text, sentence):
    told = failure(text)

    assert told.startswith("Line 1: ") if sentence is None else told == sentence


def test_a_json_result_is_written_from_arguments():
    text = '{"city": {{ city|tojson }}, "at": {{ now|tojson }}, "ok": {{ count == 1 }}}'

    assert json.loads(rendered(text, city='P"aris', now=datetime(2026, 1, 1, tzinfo=UTC))) == {
        "city": 'P"aris',
        "at": "2026-01-01T00:00:00+00:00",
        "ok": True,
    }
