"""The Playground: messages rewritten, run again, deleted, folded away."""

import pytest
from playground import choose, conversation_of, say, words
from scripted_replies import call_stream, text_stream

from switchboard.desk import said

pytestmark = pytest.mark.app


def test_a_message_can_be_rewritten_and_run_again(open_page, scripted):
    page = say(open_page(), "Hi")
    entry = conversation_of(page).entries[0]

    choose(page, entry, "Edit")
    page.text_area(key=f"talk-edit-{entry.id}").set_value("Bye")
    page.button(key=f"talk-edit-{entry.id}-run").click().run()

    assert [m.text for m in conversation_of(page).messages] == [
        "Bye",
        "Hello from the scripted gateway.",
    ]
    assert scripted.requests[-1].json["messages"] == [{"role": "user", "content": "Bye"}]


def test_an_answer_can_be_run_again_or_deleted(open_page, scripted):
    page = say(open_page(), "Hi")
    scripted.reply(text_stream("Another"))

    choose(page, conversation_of(page).entries[-1], "Run again from here")
    assert conversation_of(page).messages[-1].text == "Another"

    choose(page, conversation_of(page).entries[-1], "Delete")
    assert [m.text for m in conversation_of(page).messages] == ["Hi"]
    assert page.button(key="talk-try-again").label == "Ask for an answer"


def test_a_result_that_was_sent_can_be_rewritten(open_page, scripted):
    scripted.reply(call_stream([("get_weather", {"location": "Paris"})]))
    page = say(open_page(), "Weather?")
    page.button(key="talk-send-results").click().run()
    result = conversation_of(page).entries[2]

    answer = conversation_of(page).entries[1]
    page.menu_button(key=f"talk-menu-{answer.id}-0").set_value("Edit").run()
    page.text_area(key=f"talk-edit-{result.id}").set_value("snow")
    page.button(key=f"talk-edit-{result.id}-run").click().run()

    assert scripted.requests[-1].json["messages"][-1]["content"] == "snow"
    assert conversation_of(page).messages[-1].role == "assistant"


def test_a_result_that_is_deleted_is_asked_for_anew(open_page, scripted):
    scripted.reply(call_stream([("get_weather", {"location": "Paris"})]))
    page = say(open_page(), "Weather?")
    page.button(key="talk-send-results").click().run()
    answer = conversation_of(page).entries[1]

    page.menu_button(key=f"talk-menu-{answer.id}-0").set_value("Delete").run()

    assert [m.role for m in conversation_of(page).messages] == ["user", "assistant"]
    assert page.button(key="talk-send-results").label == "Send results"


def test_earlier_messages_are_behind_a_button(open_page, scripted):
    page = open_page()
    workspace = page.session_state["workspace"]
    for number in range(50):
        workspace.conversation = said(workspace.conversation, f"message {number}")
    page.run()
    assert "message 0" not in words(page)
    assert "message 49" in words(page)

    for hidden in (40, 30, 20, 10):
        next(b for b in page.button if b.label == f"Show earlier ({hidden} hidden)").click().run()

    assert "message 0" in words(page)
