"""The Playground: images, files and audio beside the text of a message."""

import base64

import pytest
from playground import choose, conversation_of, say, words

from components import setup
from switchboard.settings import Profile

pytestmark = pytest.mark.app

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
PIXEL_URL = f"data:image/png;base64,{base64.b64encode(PIXEL).decode()}"
WAV = b"RIFF\x24\x00\x00\x00WAVEfmt "


def attach(page, address):
    page.text_input(key="talk-image-address").set_value(address).run()
    return page.button(key="talk-attach").click().run()


def upload(page, name, content, kind, text="Look"):
    composer = page.chat_input(key="talk-composer").set_value(text)
    return composer.upload(name, content, kind).run()


def asked(scripted):
    return sum(request.method == "POST" for request in scripted.requests)


def content_sent(scripted):
    return scripted.requests[-1].json["messages"][0]["content"]


def test_images_by_address_go_with_the_next_message_only(open_page, scripted):
    page = attach(open_page(), "https://example.com/a.png")
    attach(page, "https://example.com/b.png")

    say(page, "Compare")

    assert content_sent(scripted) == [
        {"type": "image_url", "image_url": {"url": "https://example.com/a.png"}},
        {"type": "image_url", "image_url": {"url": "https://example.com/b.png"}},
        {"type": "text", "text": "Compare"},
    ]
    assert not [b for b in page.button if (b.key or "").startswith("talk-attached-")]


def test_an_image_by_address_is_named_and_never_loaded(open_page, scripted):
    page = say(attach(open_page(), "https://example.com/a.png"), "Look")

    assert "example\\.com/a\\.png" in words(page)
    assert page.get("imgs") == []


def test_an_attached_address_can_be_left_out(open_page, scripted):
    page = attach(open_page(), "https://example.com/a.png")

    page.button(key="talk-attached-0").click().run()
    say(page, "Hi")

    assert content_sent(scripted) == "Hi"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://example.com/a.png", "begins with https"),
        ("picture.png", "no address"),
        ("https://me:secret@example.com/a.png", "user name or a password"),
    ],
)
def test_an_address_that_cannot_be_sent_is_told(open_page, scripted, address, told):
    page = open_page()

    page.text_input(key="talk-image-address").set_value(address).run()

    assert told in words(page)
    assert page.button(key="talk-attach").disabled is True


def test_the_detail_goes_with_every_image(open_page, scripted):
    page = attach(open_page(), "https://example.com/a.png")
    page.segmented_control(key="talk-detail").set_value("low").run()

    upload(page, "red.png", PIXEL, "image/png")

    assert content_sent(scripted) == [
        {"type": "image_url", "image_url": {"url": "https://example.com/a.png", "detail": "low"}},
        {"type": "image_url", "image_url": {"url": PIXEL_URL, "detail": "low"}},
        {"type": "text", "text": "Look"},
    ]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.pdf", b"%PDF-1.7", "'a.pdf' is a file, and this model takes no files."),
        ("a.wav", WAV, "'a.wav' is audio, and this model takes none."),
        (
            "a.svg",
            b"<svg/>",
            "'a.svg' is no image that can be sent: PNG, JPEG, GIF or WebP.",
        ),
    ],
)
def test_what_the_model_does_not_take_is_told_and_holds_the_message_back(
    open_page, scripted, name, content, told
):
    page = upload(open_page(), name, content, "application/octet-stream")

    assert told.replace("'", "\\'").replace(".", "\\.") in page.warning[0].value.replace("\\_", "_")
    assert asked(scripted) == 0
    assert conversation_of(page).entries == ()
    assert page.text_area(key="talk-held").value == "Look"


def test_a_message_held_back_is_sent_without_the_refused_file_by_one_click(open_page, scripted):
    page = open_page()
    composer = page.chat_input(key="talk-composer").set_value("Look")
    composer.upload("a.pdf", b"%PDF-1.7", "application/pdf").upload("b.png", PIXEL, "image/png")
    composer.run()
    page.text_area(key="talk-held").set_value("Look here")

    page.button(key="talk-held-send").click().run()

    assert content_sent(scripted) == [
        {"type": "image_url", "image_url": {"url": PIXEL_URL}},
        {"type": "text", "text": "Look here"},
    ]
    assert not page.warning
    assert not [area for area in page.text_area if area.key == "talk-held"]
    assert not [b for b in page.button if (b.key or "").startswith("talk-attached-")]


def test_a_good_file_alone_goes_with_the_text_that_was_held_back(open_page, scripted):
    page = upload(open_page(), "a.pdf", b"%PDF-1.7", "application/pdf")

    upload(page, "b.png", PIXEL, "image/png", text="")

    assert content_sent(scripted) == [
        {"type": "image_url", "image_url": {"url": PIXEL_URL}},
        {"type": "text", "text": "Look"},
    ]
    assert not [area for area in page.text_area if area.key == "talk-held"]


def test_two_messages_held_back_are_kept_one_below_the_other(open_page, scripted):
    page = upload(open_page(), "a.pdf", b"%PDF-1.7", "application/pdf", text="One")

    upload(page, "a.pdf", b"%PDF-1.7", "application/pdf", text="Two")

    assert page.text_area(key="talk-held").value == "One\nTwo"
    assert asked(scripted) == 0


def test_another_message_is_sent_while_one_is_held_back(open_page, scripted):
    page = upload(open_page(), "a.pdf", b"%PDF-1.7", "application/pdf", text="One")

    say(page, "Two")

    assert content_sent(scripted) == "Two"
    assert page.text_area(key="talk-held").value == "One"


def test_a_message_held_back_can_be_discarded(open_page, scripted):
    page = upload(open_page(), "a.pdf", b"%PDF-1.7", "application/pdf")

    page.button(key="talk-held-drop").click().run()

    assert not [area for area in page.text_area if area.key == "talk-held"]
    assert asked(scripted) == 0


def test_a_refused_file_without_text_is_told(open_page, scripted):
    page = upload(open_page(), "a.pdf", b"%PDF-1.7", "application/pdf", text="")

    assert "takes no files" in page.warning[0].value
    assert not [area for area in page.text_area if area.key == "talk-held"]


def test_files_and_audio_are_sent_where_the_profile_has_them(open_page, scripted, monkeypatch):
    everything = Profile(parts=frozenset({"image_url", "file", "input_audio"}))
    monkeypatch.setattr(setup, "profile_for", lambda *_: everything)
    page = open_page()
    composer = page.chat_input(key="talk-composer").set_value("Look")
    composer.upload("a.pdf", b"%PDF-1.7", "application/pdf").upload("b.wav", WAV, "audio/wav").run()

    assert content_sent(scripted) == [
        {
            "type": "file",
            "file": {"filename": "a.pdf", "file_data": "data:application/pdf;base64,JVBERi0xLjc="},
        },
        {
            "type": "input_audio",
            "input_audio": {"data": base64.b64encode(WAV).decode(), "format": "wav"},
        },
        {"type": "text", "text": "Look"},
    ]
    assert "a\\.pdf" in words(page)
    assert "audio \\(wav\\)" in words(page)


def test_an_image_is_removed_from_a_message_and_its_detail_is_changed(open_page, scripted):
    page = attach(open_page(), "https://example.com/a.png")
    upload(page, "red.png", PIXEL, "image/png")
    entry = conversation_of(page).entries[0]

    choose(page, entry, "Edit")
    page.selectbox(key=f"talk-edit-{entry.id}-detail-1").set_value("high").run()
    page.button(key=f"talk-edit-{entry.id}-part-0-off").click().run()
    page.button(key=f"talk-edit-{entry.id}-run").click().run()

    assert content_sent(scripted) == [
        {"type": "image_url", "image_url": {"url": PIXEL_URL, "detail": "high"}},
        {"type": "text", "text": "Look"},
    ]


def test_too_much_at_once_is_told(open_page, scripted):
    page = open_page()
    large = PIXEL + bytes(8_000_000)
    composer = page.chat_input(key="talk-composer").set_value("Look")
    composer.upload("a.png", large, "image/png").upload("b.png", large, "image/png").run()

    assert asked(scripted) == 0
    assert "15 MB together" in page.warning[0].value


def test_what_was_kept_of_a_message_counts_when_more_is_attached(open_page, scripted):
    page = open_page()
    large = PIXEL + bytes(8_000_000)
    composer = page.chat_input(key="talk-composer").set_value("Look")
    composer.upload("a.png", large, "image/png").upload("b.pdf", b"%PDF-1.7", "text/plain").run()

    upload(page, "c.png", large, "image/png")

    assert "15 MB together" in page.warning[0].value


def test_a_model_without_images_is_sent_none_by_address(open_page, scripted, monkeypatch):
    page = attach(open_page(), "https://example.com/a.png")
    monkeypatch.setattr(setup, "profile_for", lambda *_: Profile(parts=frozenset()))
    page.run()

    say(page, "Look")
    assert "takes no images" in page.warning[0].value
    assert asked(scripted) == 0

    page.button(key="talk-held-send").click().run()
    assert content_sent(scripted) == "Look"
