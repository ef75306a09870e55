"""A toolset on its way between the Tools page and the Playground."""

import pytest
from playground import conversation_of, type_toolset, words
from tools_screen import PAGE, workshop_of, write

pytestmark = pytest.mark.app
ONE = '[{"name": "one"}]'
TWO = '[{"name": "two"}]'


def test_the_playground_takes_what_was_written_and_keeps_its_own_aside(open_page):
    page = type_toolset(open_page(), TWO)
    page.switch_page(PAGE).run()
    write(page, ONE)

    page.button(key="workshop-play").click().run()

    assert conversation_of(page).toolset == ONE
    assert "1 tool, ready to send: **one**" in words(page)
    assert page.session_state["workspace"].put_aside == TWO


def test_a_saved_toolset_is_known_by_its_name_in_the_playground(open_page, store):
    saved = store.save_toolset(None, "Mine", ONE)
    page = open_page(PAGE, toolset=saved.id)

    page.button(key="workshop-play").click().run()

    assert "Mine · version 1" in words(page)


def test_the_playground_s_toolset_is_opened_and_what_was_written_can_be_brought_back(open_page):
    page = write(open_page(PAGE), ONE)
    page.switch_page("app.py").run()
    type_toolset(page, TWO)

    page.button(key="toolset-to-tools").click().run()
    assert workshop_of(page).text == TWO

    page.button(key="workshop-undo").click().run()
    assert workshop_of(page).text == ONE
