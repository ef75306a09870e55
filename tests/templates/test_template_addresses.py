"""A template that writes an address: every value in it percent-encoded once, whatever it is."""

import pytest
from rendering_over import scope

from switchboard.errors import TemplateFailure
from switchboard.templates import render

ODD = "../a b?c=d&e#f%2F:@é"
ONCE = "..%2Fa%20b%3Fc%3Dd%26e%23f%252F%3A%40%C3%A9"
LIST = "%5B%22x%26y%22%2C%20%22z%22%5D"
OBJECT = "%7B%22is%20admin%22%3A%20%22yes%22%7D"
SAID = {
    "text is left alone": ("https://h/a/b?c=%20&d=+#e", "https://h/a/b?c=%20&d=+#e"),
    "a value": ("/{{ odd }}?q={{ odd }}", f"/{ONCE}?q={ONCE}"),
    "of all arguments": ("/{{ arguments['odd'] }}", f"/{ONCE}"),
    "with urlencode": ("/{{ odd|urlencode }}", f"/{ONCE}"),
    "with urlencode twice": ("/{{ odd|urlencode|urlencode }}", f"/{ONCE}"),
    "as an import wrote it before": ("/{{ odd|urlencode|replace('/', '%2F') }}", f"/{ONCE}"),
    "spaces as plus signs": ("?{{ 'a b'|urlencode|replace('%20', '+') }}", "?a+b"),
    "what replaces is encoded too": ("/{{ 'a'|urlencode|replace('a', '/?') }}", "/%2F%3F"),
    "safe makes nothing safe": ("/{{ odd|safe }}", f"/{ONCE}"),
    "nor does escape": ("/{{ '<'|escape }}", "/%26lt%3B"),
    "nor a block that escapes": (
        "/{% autoescape true %}{{ odd }}{% endautoescape %}",
        f"/{ONCE}",
    ),
    "put together": ("/{{ odd ~ '/' }}", f"/{ONCE}%2F"),
    "formatted": ("/{{ '%s/'|format(odd) }}", f"/{ONCE}%2F"),
    "kept for later": ("{% set kept = odd|urlencode %}/{{ kept }}", f"/{ONCE}"),
    "written for later": ("{% set kept %}&q={{ odd }}{% endset %}?{{ kept }}", f"?&q={ONCE}"),
    "in a macro": (
        "{% macro field(name) %}&{{ name }}={{ odd }}{% endmacro %}?{{ field('a b') }}",
        f"?&a%20b={ONCE}",
    ),
    "in a block": ("{% block q %}&q={{ odd }}{% endblock %}{{ self.q() }}", f"&q={ONCE}&q={ONCE}"),
    "in a loop": ("?{% for each in tags %}&t={{ each }}{% endfor %}", "?&t=x%26y&t=z"),
    "a number": ("/{{ 2 + 1.5 }}", "/3.5"),
    "true and nothing": ("/{{ true }}/{{ none }}", "/true/null"),
    "a moment": ("/{{ now }}", "/2026-11-30T12%3A30%3A00%2B00%3A00"),
    "a list": ("?t={{ tags }}", f"?t={LIST}"),
    "a list as JSON": ("?t={{ tags|tojson }}", f"?t={LIST}"),
    "a list as JSON, encoded": ("?t={{ tags|tojson|urlencode }}", f"?t={LIST}"),
    "a list, encoded": ("?t={{ tags|urlencode }}", f"?t={LIST}"),
    "a list in one": ("?t={{ tags|join(',') }}", "?t=x%26y%2Cz"),
    "an object": ("?f={{ filter|tojson }}", f"?f={OBJECT}"),
    "an object is no fields": ("?f={{ filter|urlencode }}", f"?f={OBJECT}"),
    "fields of a template's own": (
        "?{{ {'q': odd, 'f': filter.x|default(1)}|urlencode }}",
        f"?q={ONCE}&f=1",
    ),
    "pairs of a template's own": ("?{{ [('q', tags)]|urlencode }}", f"?q={LIST}"),
}
ARGUMENTS = {"odd": ODD, "tags": ["x&y", "z"], "filter": {"is admin": "yes"}}


@pytest.mark.parametrize(("text", "expected"), SAID.values(), ids=SAID)
def test_an_address_holds_each_value_encoded_once(text, expected):
    assert render(text, scope(**ARGUMENTS), is_address=True) == expected


def test_all_arguments_can_be_the_fields_of_a_query():
    over = scope(city="a&b", tags=["x"])

    assert (
        render("?{{ arguments|urlencode }}", over, is_address=True)
        == "?city=a%26b&tags=%5B%22x%22%5D"
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("/{% filter format(odd) %}%s{% endfilter %}", id="filter block"),
        pytest.param("/{% call '%s'.format(odd) %}{% endcall %}", id="call block"),
    ],
)
def test_what_jinja_prints_unseen_can_not_stand_in_an_address(text):
    with pytest.raises(TemplateFailure) as failure:
        render(text, scope(odd=ODD), is_address=True)

    assert failure.value.message == (
        "Line 1: In an address there can be no filter block and no call block."
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("\n/{{ town }}", "Line 2: 'town' is undefined."),
        ("/{{ town|urlencode }}", "Line 1: 'town' is undefined."),
        ("/{{ half }}", None),
    ],
    ids=["a value", "an encoded value", "half a pair of surrogates"],
)
def test_what_can_not_be_written_into_an_address_is_told_with_its_line(text, sentence):
    with pytest.raises(TemplateFailure) as failure:
        render(text, scope(half="\ud83d"), is_address=True)

    told = failure.value.message
    assert told.startswith("Line 1: ") if sentence is None else told == sentence


def test_a_text_that_is_no_address_is_left_as_it_is():
    assert render("{{ 'a b'|urlencode }} {{ odd }}", scope(odd=ODD)) == f"a%20b {ODD}"
