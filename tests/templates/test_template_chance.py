"""Random numbers and made-up values: pretence that can be repeated."""

import re
from datetime import date

import pytest
from rendering_over import rendered

from switchboard.templates.pool import shared_pool

CHANCES = {
    "number": "{{ random.number(1, 10**9) }}",
    "number with digits": "{{ random.number(0, 1, 12) }}",
    "choice": "{{ random.choice(range(99999)) }}",
    "chance": "{% for i in range(64) %}{{ random.chance(0.5) }}{% endfor %}",
    "uuid": "{{ random.uuid() }}",
    "Jinja's own filter": "{{ range(99999)|random }}",
    "fake": "{{ fake.name() }} {{ fake.sentence() }} {{ fake.url() }} {{ fake.date() }}",
}


@pytest.mark.parametrize("text", CHANCES.values(), ids=CHANCES)
def test_the_seed_alone_decides(text):
    first = rendered(text, seed="a")
    rendered(text, seed="b")
    shared_pool().close()

    assert rendered(text, seed="a", count=2, x=1) == first
    assert rendered(text, seed="b") != first


def test_made_up_names_do_not_change_the_random_numbers():
    number = rendered("{{ random.number(1, 10**9) }}")

    assert rendered("{{ fake.name() and random.number(1, 10**9) }}") == number


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("{{ random.number(1, 3) }}", "[123]"),
        ("{{ random.number(1, 2, 1) }}", r"1\.\d|2\.0"),
        ("{{ random.number(-1.5, 0.5) }}", "-1|0"),
        ("{{ random.choice(['a', 'b']) }}", "[ab]"),
        ("{{ random.chance(0) }}{{ random.chance(1) }}", "falsetrue"),
        ("{{ random.uuid() }}", r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        ("{{ fake.name() }}", r"[A-Z]\w+ [A-Z]\w+"),
        ("{{ fake.first_name() }}{{ fake.last_name() }}", r"[A-Z]\w+[A-Z]\w+"),
        ("{{ fake.email() }}", r"\w+\.\w+@example\.(com|net|org)"),
        ("{{ fake.email('Zoë O’Hara') }}", r"zoë\.o\.hara@example\.(com|net|org)"),
        ("{{ fake.phone() }}", r"\+1-\d{3}-555-01\d\d"),
        ("{{ fake.company() }}", r"[A-Z]\w+ [&\w ]+"),
        ("{{ fake.street() }}", r"\d{1,3} \w+ \w+"),
        ("{{ fake.city() }}, {{ fake.country() }}", r"\w+, \w+"),
        ("{{ fake.postcode() }}", r"\d{5}"),
        ("{{ fake.sentence() }}", r"[A-Z][a-z]+( [a-z]+){7}\."),
        ("{{ fake.sentence(words=2) }}", r"[A-Z][a-z]+ [a-z]+\."),
        ("{{ fake.word() }}", "[a-z]+"),
        ("{{ fake.url() }}", r"https://[a-z]+\.example\.com/[a-z]+/\d+"),
    ],
)
def test_values_have_their_form(text, values):
    found = {rendered(text, seed=str(seed)) for seed in range(20)}

    assert [value for value in found if not re.fullmatch(values, value)] == []


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        (1, date(2026, 11, 30), date(2026, 12, 1)),
        (-1, date(2026, 11, 29), date(2026, 11, 30)),
        (0, date(2026, 11, 30), date(2026, 11, 30)),
    ],
    ids=["ahead", "back", "today"],
)
def test_a_made_up_date_lies_within_its_days_of_the_scopes_today(days, first, last):
    found = {rendered(f"{{{{ fake.date({days}) }}}}", seed=str(seed)) for seed in range(20)}

    assert found == {first.isoformat(), last.isoformat()}
