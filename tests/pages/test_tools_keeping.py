"""The Tools page: toolsets are named, saved, opened, copied and deleted, and nothing is lost."""

import pytest
from tools_screen import PAGE, read, unfold, workshop_of, write

pytestmark = pytest.mark.app
ONE = '[{"name": "one"}]'
TWO = '[{"name": "two"}]'


def press_save(page, *, note=""):
    page.text_input(key="workshop-note").set_value(note)
    button = next(one for one in page.button if one.label == "Save this version")
    return button.click().run()


def test_a_toolset_is_saved_under_its_name_with_a_note(open_page, store):
    page = write(open_page(PAGE), ONE)
    page.text_input(key="workshop-name").set_value("Mine").run()
    assert "Not saved yet" in read(page)

    press_save(page, note="the first")

    (saved,) = store.toolsets()
    version = store.toolset(saved.id).newest
    assert (saved.name, version.text, version.note) == ("Mine", ONE, "the first")
    assert "Saved · 1 version" in read(page)
    assert saved.id in page.query_params["toolset"]


def test_a_change_is_told_until_it_is_saved_as_the_next_version(open_page, store):
    saved = store.save_toolset(None, "Mine", ONE)
    page = write(open_page(PAGE, toolset=saved.id), TWO)
    assert "Changed since it was saved" in read(page)

    press_save(page)

    assert "Saved · 2 versions" in read(page)
    assert [one.text for one in store.toolset(saved.id).versions] == [TWO, ONE]


def test_undo_after_saving_stays_with_the_saved_toolset(open_page, store):
    page = write(open_page(PAGE), '[{"name":"f"}]')
    page.button(key="workshop-format").click().run()
    press_save(page)

    page.button(key="workshop-undo").click().run()

    assert workshop_of(page).text == '[{"name":"f"}]'
    assert workshop_of(page).toolset_id == store.toolsets()[0].id
    assert "Changed since it was saved" in read(page)


def test_the_address_opens_a_toolset_and_an_old_version_of_it(open_page, store):
    saved = store.save_toolset(None, "Mine", ONE)
    store.save_toolset(saved.id, "Mine", TWO)

    page = open_page(PAGE, toolset=saved.id, version=saved.newest.hash)

    assert workshop_of(page).text == ONE
    assert "An old version; there are 2 versions" in read(page)
    assert workshop_of(open_page(PAGE, toolset=saved.id)).text == TWO


def test_an_address_of_nothing_is_told(open_page, store):
    deleted = store.save_toolset(None, "Mine", ONE)
    store.delete_toolset(deleted.id)
    page = open_page(PAGE, toolset=deleted.id)
    assert "is not kept here" in read(page)
    assert workshop_of(page).toolset_id is None

    kept = store.save_toolset(None, "Kept", TWO)
    page = open_page(PAGE, toolset=kept.id, version="0" * 64)
    assert "This is the newest one" in page.info[0].value
    assert workshop_of(page).text == TWO

    page = open_page(PAGE, toolset="gone")

    assert "is not kept here" in read(page)
    assert page.exception == []


def test_another_toolset_is_picked_and_what_was_written_is_brought_back(open_page, store):
    store.save_toolset(None, "Mine", ONE)
    page = write(open_page(PAGE), TWO)
    pick = page.selectbox(key="workshop-pick")

    pick.select("Mine").run()
    assert workshop_of(page).text == ONE
    assert not workshop_of(page).is_changed

    page.button(key="workshop-undo").click().run()
    assert workshop_of(page).text == TWO
    assert workshop_of(page).toolset_id is None
    assert "toolset" not in page.query_params

    page.button(key="workshop-redo").click().run()
    assert workshop_of(page).name == "Mine"


def test_a_saved_toolset_is_renamed_at_once(open_page, store):
    saved = store.save_toolset(None, "Mine", ONE)
    store.save_toolset(None, "Taken", TWO)

    page = open_page(PAGE, toolset=saved.id)
    page.text_input(key="workshop-name").set_value("Taken").run()

    assert store.toolset(saved.id).name == "Taken (2)"
    assert page.text_input(key="workshop-name").value == "Taken (2)"


def test_a_copy_is_opened_and_stands_on_its_own(open_page, store):
    saved = store.save_toolset(None, "Mine", ONE)
    page = open_page(PAGE, toolset=saved.id)

    page.button(key="workshop-copy").click().run()

    assert len(store.toolsets()) == 2
    assert workshop_of(page).toolset_id != saved.id
    assert workshop_of(page).text == ONE


def test_a_deleted_toolset_is_brought_back(open_page, store):
    saved = store.save_toolset(None, "Mine", ONE)
    page = open_page(PAGE, toolset=saved.id)

    page.button(key="workshop-delete").click().run()
    assert store.toolsets() == ()
    assert "Mine is deleted" in read(page)

    page.button(key="workshop-bring-back").click().run()
    assert [one.name for one in store.toolsets()] == ["Mine"]
    assert workshop_of(page).text == ONE


def test_what_another_tab_saved_meanwhile_is_not_written_over(open_page, store):
    saved = store.save_toolset(None, "Mine", ONE)
    page = write(open_page(PAGE, toolset=saved.id), TWO)
    store.save_toolset(saved.id, "Mine", '[{"name": "theirs"}]')

    page.session_state["workshop-save-as"] = True
    press_save(page)
    assert "save it on its own" in read(page)
    assert workshop_of(page).text == TWO
    assert not page.session_state["workshop-save-as"]

    press_save(page)
    assert len(store.toolsets()) == 2


def test_a_version_is_taken_up_again_and_that_can_be_undone(open_page, store):
    saved = store.save_toolset(None, "Mine", ONE)
    store.save_toolset(saved.id, "Mine", TWO)
    page = open_page(PAGE, toolset=saved.id)
    page.session_state["tools-fold-History"] = True
    page.run()

    page.selectbox(key="workshop-history-left").select_index(2).run()
    page.button(key="workshop-restore").click().run()
    assert workshop_of(page).text == ONE

    page.button(key="workshop-undo").click().run()
    assert workshop_of(page).text == TWO


def test_two_versions_stand_side_by_side(open_page, store):
    saved = store.save_toolset(None, "Mine", "[\n1,\n2]")
    store.save_toolset(saved.id, "Mine", "[\n1,\n3]")
    page = open_page(PAGE, toolset=saved.id)
    page.session_state["tools-fold-History"] = True
    page.session_state["workshop-history-left"] = 1
    page.session_state["workshop-history-right"] = 2
    page.run()

    shown = [one.value for one in page.code]
    assert "- 2]" in shown[-2]
    assert "+ 3]" in shown[-1]


def test_an_empty_toolset_says_what_to_do_and_an_example_is_one_click_away(open_page):
    page = write(open_page(PAGE), "")
    assert "Write one in the editor" in read(page)

    page.button(key="workshop-example-Clock").click().run()

    assert workshop_of(page).name == "Clock"
    assert "Get the current date" in read(page)


def test_what_is_kept_elsewhere_asks_for_no_way_back(open_page):
    page = open_page(PAGE)

    page.selectbox(key="workshop-pick").select("Example: Travel").run()

    assert workshop_of(page).former == ()


def test_the_history_opens_with_what_the_last_save_changed(open_page, store):
    saved = store.save_toolset(None, "Mine", ONE)
    store.save_toolset(saved.id, "Mine", TWO)

    page = unfold(open_page(PAGE, toolset=saved.id), "History")

    assert [one.value for one in page.code][-2:] == [f"- {ONE}", f"+ {TWO}"]
    assert not page.button(key="workshop-restore").disabled


def test_what_stands_in_the_editor_already_is_not_offered_to_be_taken_up(open_page, store):
    saved = store.save_toolset(None, "Mine", ONE)

    page = unfold(open_page(PAGE, toolset=saved.id), "History")

    assert "The two are the same." in read(page)
    assert page.button(key="workshop-restore").disabled
