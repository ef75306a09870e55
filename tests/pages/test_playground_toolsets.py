"""The Playground: saved toolsets picked, recognised by their text, and saved."""

import sqlite3

import pytest
from playground import conversation_of, say, type_toolset, words
from streamlit.testing.v1 import AppTest

from switchboard.conversations import Conversation
from switchboard.documents import to_document
from switchboard.store import Store
from switchboard.tools import example_toolsets
from switchboard.toolset_records import LARGEST_TEXT, SavedToolset, text_hash

pytestmark = pytest.mark.app

MINE, LATER = '{"name": "mine"}', '{"name": "mine", "description": "Later."}'


def pick(page: AppTest, one: str) -> AppTest:
    return page.selectbox(key="toolset-example").set_value(one).run()


def picked(page: AppTest, saved: SavedToolset) -> AppTest:
    return pick(page, f"saved-{saved.id}")


def press(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()


def told(page: AppTest) -> list[str]:
    return [warning.value for warning in page.warning]


def texts(saved: SavedToolset | None) -> list[str]:
    """Of its versions, newest first."""
    return [] if saved is None else [version.text for version in saved.versions]


def test_a_saved_toolset_is_picked_before_the_examples(open_page, store: Store):
    saved = store.save_toolset(None, "My tools", MINE)
    page = open_page()
    assert page.selectbox(key="toolset-example").options[:2] == [
        "My tools · 1 version",
        "Weather: One function with one required text, strict.",
    ]

    picked(page, saved)

    assert conversation_of(page).toolset == MINE
    assert "My tools · version 1" in words(page)
    assert page.selectbox(key="toolset-example").value is None


def test_the_newest_version_is_the_one_that_is_picked(open_page, store: Store):
    saved = store.save_toolset(None, "My tools", MINE)
    saved = store.save_toolset(saved.id, "", LATER)

    page = picked(open_page(), saved)

    assert conversation_of(page).toolset == LATER
    assert "My tools · version 2" in words(page)


def test_what_was_typed_comes_back_after_a_saved_toolset_was_picked(open_page, store: Store):
    saved = store.save_toolset(None, "My tools", MINE)
    page = type_toolset(open_page(), LATER)
    picked(page, saved)

    next(b for b in page.button if b.label == "Bring back what was here").click().run()

    assert conversation_of(page).toolset == LATER


def test_what_is_saved_is_not_put_aside(open_page, store: Store):
    saved = store.save_toolset(None, "My tools", MINE)
    page = picked(open_page(), saved)

    pick(page, "Clock")

    assert [b.label for b in page.button if b.label == "Bring back what was here"] == []


def test_a_text_is_known_by_itself_wherever_it_came_from(open_page, store: Store):
    saved = store.save_toolset(None, "My tools", MINE)
    store.save_toolset(saved.id, "", LATER)

    page = type_toolset(open_page(), MINE)
    assert "My tools · version 1 \\(older\\)" in words(page)

    type_toolset(page, MINE + " ")
    assert "My tools · changed" in words(page)


def test_a_first_toolset_is_saved_under_its_first_tools_name(open_page, store: Store):
    page = type_toolset(open_page(), MINE)
    assert "Not saved" in words(page)

    press(page, "toolset-save-now")

    (summary,) = store.toolsets()
    assert (summary.name, summary.versions, summary.hash) == ("mine", 1, text_hash(MINE))
    assert "mine · version 1" in words(page)


def test_an_example_is_saved_under_its_own_name(open_page, store: Store):
    press(open_page(), "toolset-save-now")

    assert [one.name for one in store.toolsets()] == [example_toolsets()[0].name]


def test_a_name_and_a_note_are_kept(open_page, store: Store):
    page = type_toolset(open_page(), MINE)
    page.text_input(key="toolset-save-name").set_value("Errands")
    page.text_input(key="toolset-save-note").set_value("as agreed")

    press(page, "toolset-save-now")

    saved = store.toolset(store.toolsets()[0].id)
    assert saved is not None
    assert (saved.name, saved.newest.note) == ("Errands", "as agreed")
    assert page.text_input(key="toolset-save-note").value == ""


def test_what_was_changed_becomes_the_next_version_of_what_was_picked(open_page, store: Store):
    saved = store.save_toolset(None, "My tools", MINE)
    page = type_toolset(picked(open_page(), saved), LATER)
    assert page.selectbox(key=f"toolset-save-to-{saved.id}").value == saved.id

    press(page, "toolset-save-now")

    assert texts(store.toolset(saved.id)) == [LATER, MINE]
    assert page.session_state["toolset-save"] is False
    assert "My tools · version 2" in words(page)


def test_it_may_become_a_toolset_of_its_own_instead(open_page, store: Store):
    saved = store.save_toolset(None, "My tools", MINE)
    page = type_toolset(picked(open_page(), saved), LATER)
    page.selectbox(key=f"toolset-save-to-{saved.id}").set_value("").run()

    press(page, "toolset-save-now")

    assert texts(store.toolset(saved.id)) == [MINE]
    assert [one.name for one in store.toolsets()] == ["mine", "My tools"]


def test_a_draft_that_cannot_be_sent_can_be_saved(open_page, store: Store):
    press(type_toolset(open_page(), "[{"), "toolset-save-now")

    assert [(one.name, one.hash) for one in store.toolsets()] == [
        ("Untitled toolset", text_hash("[{"))
    ]


def test_two_tabs_that_save_at_once_are_told_and_lose_nothing(open_page, store: Store):
    saved = store.save_toolset(None, "My tools", MINE)
    page = type_toolset(picked(open_page(), saved), LATER)
    store.save_toolset(saved.id, "", "[]", "from another tab")

    press(page, "toolset-save-now")
    assert texts(store.toolset(saved.id)) == ["[]", MINE]
    assert told(page) == [
        "This is not saved yet: “My tools” has a version 2 that you have not seen\\. Save again to"
        " put yours after it; both are kept\\."
    ]

    press(page, "toolset-save-now")
    assert texts(store.toolset(saved.id)) == [LATER, "[]", MINE]
    assert told(page) == []


def test_what_another_tab_deleted_is_saved_as_a_new_one(open_page, store: Store):
    saved = store.save_toolset(None, "My tools", MINE)
    page = type_toolset(picked(open_page(), saved), LATER)
    store.delete_toolset(saved.id)

    press(page, "toolset-save-now")
    assert "Save it as a new toolset" in told(page)[0]

    press(page, "toolset-save-now")
    assert [one.name for one in store.toolsets()] == ["mine"]
    assert texts(store.toolset(store.toolsets()[0].id)) == [LATER]


def test_a_toolset_that_another_tab_deleted_is_not_opened(open_page, store: Store):
    saved = store.save_toolset(None, "My tools", MINE)
    page = open_page()
    before = conversation_of(page).toolset
    store.delete_toolset(saved.id)

    picked(page, saved)

    assert told(page) == ["This toolset was deleted in another tab\\."]
    assert conversation_of(page).toolset == before


def test_the_text_of_a_request_is_kept_with_it_saved_or_not(open_page, store: Store, scripted):
    page = type_toolset(open_page(), MINE)
    say(page, "Hi")

    (run,) = store.runs(toolset=text_hash(MINE))
    assert run.title == "Hi"
    assert store.toolset_text(text_hash(MINE)) == MINE


def test_a_conversation_opened_again_knows_its_toolset(open_page, store: Store):
    store.save_toolset(None, "My tools", MINE)
    conversation = Conversation(toolset=MINE)
    store.save_conversation(conversation.id, to_document(conversation), revision=0)

    assert "My tools · version 1" in words(open_page(conversation=conversation.id))


def test_a_text_too_long_to_be_kept_is_told_and_stays(open_page, store: Store):
    page = type_toolset(open_page(), "x" * (LARGEST_TEXT + 1))

    press(page, "toolset-save-now")

    assert told(page) == [
        "This is not saved: This text is longer than 5 MiB, so it is not kept\\. Split the toolset"
        " into several\\."
    ]
    assert len(conversation_of(page).toolset) == LARGEST_TEXT + 1
    assert store.toolsets() == ()


def test_the_tools_page_opens_with_the_same_text_and_the_same_toolset(open_page, store: Store):
    saved = store.save_toolset(None, "My tools", MINE)
    page = press(picked(open_page(), saved), "toolset-to-tools")

    assert page.exception == []
    workshop = page.session_state["workshop"]
    assert (workshop.toolset_id, workshop.text) == (saved.id, MINE)


def test_the_tools_page_opens_with_a_text_that_is_not_saved(open_page, store: Store):
    page = press(type_toolset(open_page(), LATER), "toolset-to-tools")

    assert page.exception == []
    workshop = page.session_state["workshop"]
    assert (workshop.toolset_id, workshop.text) == (None, LATER)


def test_what_was_changed_here_can_be_saved_there_as_the_next_version(open_page, store: Store):
    saved = store.save_toolset(None, "My tools", MINE)
    page = type_toolset(picked(open_page(), saved), LATER)
    press(page, "toolset-to-tools")

    workshop = page.session_state["workshop"]
    assert (workshop.toolset_id, workshop.text, workshop.name) == (saved.id, LATER, "My tools")
    assert workshop.seen == text_hash(MINE)
    assert workshop.is_changed
    assert page.exception == []


@pytest.mark.parametrize("pick_or_save", ["pick", "save"])
def test_a_database_that_is_gone_is_told_in_a_sentence(
    open_page, store: Store, tmp_path, pick_or_save: str
):
    saved = store.save_toolset(None, "My tools", MINE)
    page = type_toolset(open_page(), LATER)
    with sqlite3.connect(tmp_path / "pages.sqlite3") as database:
        database.execute("DROP TABLE toolset_versions")
    database.close()

    page = picked(page, saved) if pick_or_save == "pick" else press(page, "toolset-save-now")

    assert page.exception == []
    assert "A table is missing" in page.error[0].value
    assert conversation_of(page).toolset == LATER
