"""``docs/templates.md`` tells the truth."""

import re
from pathlib import Path

import pytest
from rendering_over import rendered

PAGE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")
EXAMPLES = [each.replace("\\|", "|") for each in re.findall(r"`(\{[{%].*?)`", PAGE)]


@pytest.mark.parametrize("text", EXAMPLES)
def test_an_example_of_the_page_can_be_rendered(text):
    assert rendered(text, city="Paris") is not None


def test_the_page_has_every_made_up_value():
    assert {*re.findall(r"(?:fake|random)\.\w+", PAGE)} == {
        "random.number",
        "random.choice",
        "random.chance",
        "random.uuid",
        "fake.name",
        "fake.first_name",
        "fake.last_name",
        "fake.email",
        "fake.phone",
        "fake.company",
        "fake.url",
        "fake.street",
        "fake.postcode",
        "fake.city",
        "fake.country",
        "fake.word",
        "fake.sentence",
        "fake.date",
    }


def test_the_page_has_the_limits():
    assert [*re.findall(r"^\| (\w+) \| ([\d.,]+)", PAGE, re.MULTILINE)] == [
        ("time", "0.9"),
        ("memory", "40"),
        ("result", "1,100,000"),
        ("template", "100,000"),
    ]
