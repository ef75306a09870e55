"""The Playground against the offline gateway's faults: told, kept, and no dead end."""

import pytest
from playground import conversation_of, say, words

from switchboard.conversations import Conversation
from switchboard.documents import to_document
from switchboard.settings import Settings

pytestmark = pytest.mark.app


@pytest.fixture
def open_with(open_page, store):
    """Opens a conversation with this model."""

    def open_one(model, *, stream=True):
        kept = Conversation(model=model, settings=Settings(stream=stream))
        store.save_conversation(kept.id, to_document(kept), revision=0)
        return open_page(conversation=kept.id)

    return open_one


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("quota", "429 Too Many Requests"),
        ("html", "a web page titled"),
        ("redirect", "307 Temporary Redirect"),
        ("error-in-stream", "The engine stopped while it was answering"),
        ("cut-word", "broke after"),
    ],
)
def test_a_fault_is_told_on_the_screen_and_the_person_goes_on(open_with, store, fault, told):
    page = open_with(f"offline-flaky:{fault}-always")

    page = say(page, "hello")

    assert page.exception == []
    assert told in words(page).replace("\\", "")
    assert len(store.runs()) == 1
    page.selectbox(key="talk-model").select("offline-chat").run()
    page = say(page, "hello") if fault in ("error-in-stream", "cut-word") else try_again(page)
    assert conversation_of(page).messages[-1].text.startswith("Hello! I am Switchboard")


def test_what_had_arrived_before_a_cut_stays_on_the_screen(open_with):
    page = open_with("offline-flaky:cut-word-always")

    page = say(page, "hello")

    assert "Hello! I am Switchboard" in words(page)
    assert "broken off" in words(page)


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "whole"])
def test_a_reply_without_an_answer_is_told_with_what_was_sent(open_with, stream):
    page = open_with("offline-flaky:no-choices-always", stream=stream)

    page = say(page, "hello")

    (fold,) = [fold for fold in page.expander if fold.label == "What the gateway sent"]
    (sent,) = fold.code
    assert ("data: [DONE]" if stream else '"choices":[]') in sent.value


def test_what_had_arrived_of_a_cut_reply_in_one_piece_is_shown_with_a_note(open_with):
    page = open_with("offline-flaky:cut-word-always", stream=False)

    page = say(page, "hello")

    assert conversation_of(page).messages[-1].text == "H"
    assert "The JSON reply was not whole" in words(page)


def test_a_sign_in_page_is_not_blamed_on_a_base_url_that_has_v1(open_with):
    page = open_with("offline-flaky:html-always")

    page = say(page, "hello")

    assert "It wants a login" in page.error[0].value
    assert "v1" not in page.error[0].value


def test_an_oddity_is_named_under_the_answer(open_with):
    page = open_with("offline-odd:no-done")

    page = say(page, "hello")

    assert "The stream ended without [DONE]" in words(page).replace("\\", "")
    assert page.error == []


def test_a_fault_that_passes_is_got_over_without_a_click(open_with):
    page = open_with("offline-flaky:429")

    page = say(page, "hello")

    assert conversation_of(page).messages[-1].text.startswith("Hello! I am Switchboard")
    assert page.error == []


def try_again(page):
    """The person's way out when nothing had come."""
    return page.button(key="talk-try-again").click().run()
