"""The Playground: conversations kept, opened by their address, begun anew."""

import pytest
from playground import conversation_of, say, type_toolset, words
from scripted_replies import call_stream

from components import services
from switchboard.conversations import Conversation
from switchboard.documents import from_document

pytestmark = pytest.mark.app


def test_a_new_conversation_keeps_toolset_model_and_settings(open_page, scripted):
    page = open_page()
    page.number_input(key="talk-set-temperature").set_value(0.5).run()
    say(page, "Hi")

    next(b for b in page.button if b.label == "New conversation").click().run()

    assert conversation_of(page).entries == ()
    assert page.number_input(key="talk-set-temperature").value == 0.5
    assert "Ask the model something below" in words(page)


def test_the_address_opens_the_conversation_as_it_was_left(open_page, scripted):
    page = open_page()
    type_toolset(page, '{"name": "mine"}')
    page.number_input(key="talk-set-temperature").set_value(0.5).run()
    say(page, "Hi")
    address = page.query_params["conversation"]

    reopened = open_page(conversation=address)

    assert conversation_of(reopened) == conversation_of(page)
    assert "Hello from the scripted gateway." in words(reopened)
    assert "**mine**" in words(reopened)
    assert reopened.number_input(key="talk-set-temperature").value == 0.5


def test_a_result_that_was_emptied_stays_empty_after_a_reload(open_page, scripted):
    scripted.reply(call_stream([("get_weather", {"location": "Paris"})]))
    page = say(open_page(), "Weather?")
    (call,) = conversation_of(page).pending_calls
    page.text_area(key=f"talk-result-{call.id}").set_value("").run()

    reopened = open_page(conversation=conversation_of(page).id)

    assert reopened.text_area(key=f"talk-result-{call.id}").value == ""


def test_a_call_that_does_not_fit_its_schema_is_opened_again_with_its_verdict(open_page, scripted):
    scripted.reply(call_stream([("get_weather", {"location": 7})]))
    page = say(open_page(), "Weather?")

    reopened = open_page(conversation=conversation_of(page).id)

    assert conversation_of(reopened) == conversation_of(page)
    assert r"\$\.location" in words(reopened)


def test_an_address_of_nothing_says_so_and_begins_anew(open_page):
    page = open_page(conversation="0" * 32)

    assert "not kept here" in page.warning[0].value
    assert "Ask the model something below" in words(page)


def test_another_tabs_change_is_not_overwritten(open_page, scripted):
    first = say(open_page(), "Hi")
    address = first.query_params["conversation"]
    second = open_page(conversation=address)

    say(second, "From the other tab")
    first.text_area(key="talk-system").set_value("late").run()

    assert "Another tab changed this conversation" in first.warning[0].value
    assert "From the other tab" in words(first)
    saved = services.store().conversation(address)
    assert len(from_document(Conversation, saved.document).entries) == 4


def test_a_key_typed_here_is_sent_there_and_kept_nowhere(open_page, scripted, tmp_path):
    page = open_page()
    page.text_input(key=f"talk-key-{scripted.base_url}").set_value("sk-typed-secret-123456").run()

    page = say(page, "Hi")

    assert scripted.requests[-1].headers["authorization"] == "Bearer sk-typed-secret-123456"
    services.jobs().stop_all()
    kept = b"".join(file.read_bytes() for file in tmp_path.glob("pages.sqlite3*"))
    assert b"sk-typed-secret" not in kept
    assert "sk-typed-secret" not in words(page)
