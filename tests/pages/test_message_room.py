"""The Playground: the room that all attachments of one message have, when it is edited."""

import pytest
from playground import choose, conversation_of
from test_playground_messages_attachments import PIXEL, attach, upload

pytestmark = pytest.mark.app


def edited(page):
    entry = conversation_of(page).entries[0]
    choose(page, entry, "Edit")
    return entry, page


def test_what_a_message_has_already_counts_when_files_are_added_in_its_editor(open_page, scripted):
    large = PIXEL + bytes(8_000_000)
    entry, page = edited(upload(open_page(), "a.png", large, "image/png"))

    files = page.file_uploader(key=f"talk-edit-{entry.id}-files")
    files.upload("b.png", large, "image/png").run()
    page.button(key=f"talk-edit-{entry.id}-save").click().run()

    assert len(conversation_of(page).entries[0].message.images) == 1
    assert "15 MB together" in page.warning[0].value


def test_the_detail_of_an_image_can_be_original(open_page, scripted):
    entry, page = edited(
        upload(attach(open_page(), "https://example.com/a.png"), "b", PIXEL, "image/png")
    )

    page.selectbox(key=f"talk-edit-{entry.id}-detail-0").set_value("original").run()
    page.button(key=f"talk-edit-{entry.id}-run").click().run()

    image = scripted.requests[-1].json["messages"][0]["content"][0]["image_url"]
    assert image == {"url": "https://example.com/a.png", "detail": "original"}
