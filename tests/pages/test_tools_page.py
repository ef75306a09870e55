"""The Tools page: what a first visit shows, and what becomes of the text."""

import pytest
from tools_screen import PAGE, read, workshop_of, write

pytestmark = pytest.mark.app


def test_a_first_visit_opens_with_an_example_and_loses_nothing_if_left(open_page):
    page = open_page(PAGE)

    assert page.exception == []
    assert '"get_weather"' in workshop_of(page).text
    assert not workshop_of(page).is_changed


def test_what_was_typed_is_there_after_another_page_was_visited(open_page):
    page = write(open_page(PAGE), '[{"name": "mine"}]')

    page.switch_page("pages/usage.py").run()
    page.switch_page(PAGE).run()

    assert workshop_of(page).text == '[{"name": "mine"}]'
    assert workshop_of(page).is_changed


def test_a_problem_is_told_with_its_line_and_path(open_page):
    page = write(open_page(PAGE), '[\n  {"name": 5}\n]')

    assert page.button(key="workshop-problem-0").label == "Line 2"
    assert "\\$\\[0\\]\\.name" in read(page)
    assert "must be a string" in read(page)
