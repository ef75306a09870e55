"""The Playground: what a gateway would refuse is told before sending, and mended by a click."""

from dataclasses import replace

import pytest
from playground import choose, conversation_of, say, words
from scripted_replies import call_stream

from switchboard.conversations import Entry
from switchboard.messages import Message

pytestmark = pytest.mark.app


def with_entry(page, message, *, at):
    """The page after something put this message there."""
    workspace = page.session_state["workspace"]
    entries = workspace.conversation.entries
    put = (*entries[:at], Entry(message), *entries[at:])
    workspace.conversation = replace(workspace.conversation, entries=put)
    return page.run()


def composer(page):
    return page.chat_input(key="talk-composer")


def repairs(page):
    return [b.label for b in page.button if (b.key or "").startswith("talk-repair-")]


def test_a_conversation_in_order_has_no_panel(open_page, scripted):
    scripted.reply(call_stream([("get_weather", {"location": "Paris"})]))
    page = say(open_page(), "Weather?")
    page.button(key="talk-send-results").click().run()

    assert repairs(page) == []
    assert composer(page).disabled is False


def test_a_stray_result_is_seen_and_keeps_the_conversation_from_being_sent(open_page, scripted):
    page = say(open_page(), "Hi")

    with_entry(page, Message("tool", "thunder", call_id="call_x"), at=1)

    assert "thunder" in words(page)
    assert "One problem keeps this conversation from being sent" in words(page)
    assert "The result “thunder”: A result for the call `call_x`" in words(page)
    assert composer(page).disabled is True
    assert composer(page).placeholder == "Mend the conversation: it has 1 problem."


def test_what_blocks_is_counted_and_listed_apart_from_remarks(open_page, scripted):
    page = with_entry(say(open_page(), "Hi"), Message("tool", "thunder", call_id="call_x"), at=1)

    with_entry(page, Message("user", "I'll look into the weather of all of Europe", "a b"), at=0)

    assert "One problem keeps this conversation from being sent" in words(page)
    assert ":material/info: One remark on this conversation" in [e.label for e in page.expander]
    assert "Your message “I\\'ll look into the weather of a…”: The name" in words(page)
    assert repairs(page) == ["Remove it", "Repair all", "Mend the name"]


def test_one_click_repairs_and_the_next_message_can_be_sent(open_page, scripted):
    page = with_entry(say(open_page(), "Hi"), Message("tool", "thunder", call_id="call_x"), at=1)

    next(button for button in page.button if button.label == "Remove it").click().run()
    say(page, "Again")

    assert [m["content"] for m in scripted.requests[-1].json["messages"]] == [
        "Hi",
        "Hello from the scripted gateway.",
        "Again",
    ]


def test_all_is_repaired_by_one_click(open_page, scripted):
    page = with_entry(say(open_page(), "Hi"), Message("tool", "a", call_id="x"), at=1)
    with_entry(page, Message("tool", "b"), at=0)
    assert repairs(page) == ["Remove it", "Remove it", "Repair all"]

    page.button(key="talk-repair-all").click().run()

    assert [m.role for m in conversation_of(page).messages] == ["user", "assistant"]
    assert repairs(page) == []


def test_what_only_some_gateways_refuse_does_not_block(open_page, scripted):
    scripted.reply(call_stream([("get_weather", '{"location": ')]))
    page = say(open_page(), "Weather?")

    assert repairs(page) == ["Quote them as JSON"]
    assert page.button(key="talk-send-results").disabled is False


def test_results_that_leave_another_call_open_are_not_sent(open_page, scripted):
    scripted.reply(call_stream([("get_weather", {"location": "A"}), ("get_weather", {"l": "B"})]))
    page = say(open_page(), "Weather?")
    page.button(key="talk-send-results").click().run()
    asked = len(scripted.requests)
    answer = conversation_of(page).entries[1]
    page.menu_button(key=f"talk-menu-{answer.id}-1").set_value("Delete").run()

    page.menu_button(key=f"talk-menu-{answer.id}-0").set_value("Run again from here").run()

    assert len(scripted.requests) == asked
    assert "has no result" in page.warning[0].value


def test_a_stray_result_is_deleted_alone(open_page, scripted):
    page = with_entry(say(open_page(), "Hi"), Message("tool", "thunder", call_id="x"), at=1)

    choose(page, conversation_of(page).entries[1], "Delete")

    assert [m.role for m in conversation_of(page).messages] == ["user", "assistant"]
