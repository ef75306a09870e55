"""The Tools page: every toolset as one file, and back."""

import pytest
from tools_screen import PAGE, read, unfold, workshop_of

from switchboard.library import library_text

pytestmark = pytest.mark.app
ONE = '[{"name": "one"}]'


def bring(page, text):
    page.file_uploader(key="workshop-library-file-0").upload(
        "toolsets.json", text.encode(), "application/json"
    )
    page.run()
    return page.button(key="workshop-library-import").click().run()


def test_the_library_lists_what_is_kept(open_page, store):
    store.save_toolset(None, "Mine", ONE)

    page = unfold(open_page(PAGE), "Library")

    assert page.dataframe[0].value["Name"].tolist() == ["Mine"]
    assert "1 toolset kept here" in read(page)


def test_an_exported_library_brings_back_what_was_deleted_since(open_page, store):
    saved = store.save_toolset(None, "Mine", ONE)
    text = library_text([saved])
    store.delete_toolset(saved.id)

    page = bring(unfold(open_page(PAGE), "Library"), text)

    assert "Imported" in read(page)
    assert [one.name for one in store.toolsets()] == ["Mine"]
    assert workshop_of(page).toolset_id is None


def test_a_file_that_is_no_library_is_told_and_changes_nothing(open_page, store):
    page = bring(unfold(open_page(PAGE), "Library"), "{")

    assert page.exception == []
    assert store.toolsets() == ()
    assert "Imported" not in read(page)
    assert "\\$" in read(page)
