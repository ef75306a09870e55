"""``docs/lint.md`` and the table in the code say the same."""

import pytest

from switchboard.lint import RULES, TARGETS
from tests.lint.lint_page import HEADINGS, PAGE, introduction, row, tables

TEXT = PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_its_row_on_the_page(rule):
    assert TEXT.splitlines().count(row(rule)) == 1


def test_the_page_has_no_other_rows():
    assert tables() == TEXT.removeprefix(introduction())


def test_every_rule_stands_under_one_heading():
    for rule in RULES:
        assert sum(rule.id.startswith(starts) for starts in HEADINGS.values()) == 1


def test_the_introduction_names_every_target_and_severity():
    assert all(f"| `{target.id}` | {target.name} |" in introduction() for target in TARGETS)
    assert all(f"**{each}**" in introduction() for each in ("refused", "change", "advice"))
