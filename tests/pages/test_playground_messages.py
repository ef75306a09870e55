"""The Playground: messages of every role, inserted anywhere and edited by hand."""

import pytest
from playground import choose, conversation_of, say, words
from scripted_replies import call_stream, text_stream

from switchboard.conversations import Entry
from switchboard.messages import Call, Message

pytestmark = pytest.mark.app


def field(kind, page, name=""):
    """A field of the open editor."""
    key = f"talk-edit-{page.session_state['workspace'].editing}"
    return getattr(page, kind)(key=f"{key}-{name}" if name else key)


def click(page, name):
    return field("button", page, name).click().run()


def roles(page):
    return [message.role for message in conversation_of(page).messages]


def sent(scripted):
    return scripted.requests[-1].json["messages"]


def asked_for_weather(open_page, scripted):
    """A page whose model waits for the result of ``call_1``."""
    scripted.reply(call_stream([("get_weather", {"location": "Paris"})]))
    return say(open_page(), "Weather?")


@pytest.mark.parametrize(
    ("deed", "order"),
    [
        ("Insert above…", ["developer", "user", "assistant"]),
        ("Insert below…", ["user", "developer", "assistant"]),
    ],
)
def test_a_message_of_another_role_is_inserted_beside_one(open_page, scripted, deed, order):
    page = say(open_page(), "Hi")

    choose(page, conversation_of(page).entries[0], deed)
    field("selectbox", page, "role").set_value("developer").run()
    field("text_area", page).set_value("Be brief.")
    click(page, "save")

    assert roles(page) == order
    assert "Be brief." in words(page)


def test_a_name_goes_with_the_message(open_page, scripted):
    page = say(open_page(), "Hi")

    choose(page, conversation_of(page).entries[0], "Edit")
    field("text_input", page, "name").set_value("Ada")
    click(page, "run")

    assert sent(scripted) == [{"role": "user", "content": "Hi", "name": "Ada"}]
    assert "Ada" in words(page)


def test_a_message_that_is_not_saved_is_not_inserted(open_page, scripted):
    page = say(open_page(), "Hi")

    choose(page, conversation_of(page).entries[0], "Insert below…")
    click(page, "off")

    assert roles(page) == ["user", "assistant"]
    assert not [area for area in page.text_area if area.key.startswith("talk-edit-")]


def test_a_conversation_can_begin_with_messages_that_are_written_by_hand(open_page, scripted):
    page = open_page()

    for role, text in (("user", "1+1?"), ("assistant", "2"), ("user", "2+2?")):
        page.button(key="talk-add-message").click().run()
        field("selectbox", page, "role").set_value(role).run()
        field("text_area", page).set_value(text)
        click(page, "save")
    assert scripted.requests == [] or scripted.requests[-1].path == "/v1/models"
    page.button(key="talk-try-again").click().run()

    assert sent(scripted) == [
        {"role": "user", "content": "1+1?"},
        {"role": "assistant", "content": "2"},
        {"role": "user", "content": "2+2?"},
    ]


def test_a_call_and_its_result_are_written_by_hand(open_page, scripted):
    page = say(open_page(), "Hi")

    choose(page, conversation_of(page).entries[0], "Insert below…")
    field("selectbox", page, "role").set_value("assistant").run()
    click(page, "add")
    row = page.session_state[f"talk-edit-{page.session_state['workspace'].editing}-calls"][0]
    field("text_input", page, f"{row}-id").set_value("call_9")
    field("text_input", page, f"{row}-name").set_value("get_weather")
    field("text_area", page, f"{row}-arguments").set_value('{"location": "Rome"}')
    click(page, "cut")
    page.text_area(key="talk-result-call_9").set_value("sun")
    page.button(key="talk-send-results").click().run()

    assert sent(scripted) == [
        {"role": "user", "content": "Hi"},
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [
                {
                    "id": "call_9",
                    "type": "function",
                    "function": {"name": "get_weather", "arguments": '{"location": "Rome"}'},
                }
            ],
        },
        {"role": "tool", "content": "sun", "tool_call_id": "call_9"},
    ]


def test_what_a_model_called_can_be_edited_and_removed(open_page, scripted):
    scripted.reply(call_stream([("get_weather", {"location": "Paris"}), ("get_time", "{}")]))
    page = say(open_page(), "Weather?")

    choose(page, conversation_of(page).entries[1], "Edit")
    field("text_area", page, "0-arguments").set_value('{"location": "Oslo"}')
    click(page, "1-off")
    click(page, "save")

    (call,) = conversation_of(page).messages[1].calls
    assert (call.id, call.name, call.arguments) == ("call_1", "get_weather", '{"location": "Oslo"}')


def test_an_answer_that_was_opened_and_left_as_it_was_keeps_its_step(open_page, scripted):
    page = say(open_page(), "Hi")

    choose(page, conversation_of(page).entries[1], "Edit")
    click(page, "save")

    assert conversation_of(page).entries[1].outcome is not None


def test_a_result_is_given_to_another_call_by_its_id(open_page, scripted):
    page = asked_for_weather(open_page, scripted)
    page.button(key="talk-send-results").click().run()
    answer, result = conversation_of(page).entries[1:3]

    page.menu_button(key=f"talk-menu-{answer.id}-0").set_value("Edit").run()
    assert field("selectbox", page, "call").value == "call_1"
    field("selectbox", page, "role").set_value("user").run()
    click(page, "save")

    assert roles(page) == ["user", "assistant", "user", "assistant"]
    assert conversation_of(page).entry(result.id).message.call_id is None


def test_two_calls_with_one_id_are_drawn_and_can_be_told_apart(open_page, scripted):
    scripted.reply(call_stream([("get_weather", {"location": "A"}), ("get_weather", {"l": "B"})]))
    page = say(open_page(), "Weather?")

    choose(page, conversation_of(page).entries[1], "Edit")
    field("text_input", page, "1-id").set_value("call_1")
    click(page, "save")
    assert page.exception == []
    assert "Two calls of one answer have the id `call_1`" in words(page)

    problem = conversation_of(page).entries[1].id
    page.button(key=f"talk-repair-same-id-twice-{problem}-1").click().run()

    ids = [call.id for call in conversation_of(page).messages[1].calls]
    assert ids == ["call_1", "call_1-2"]


def test_a_call_that_was_written_as_text_is_made_a_call(open_page, scripted):
    written = '<tool_call>{"name": "get_weather", "arguments": {"location": "Paris"}}</tool_call>'
    scripted.reply(text_stream(f"Let me look. {written}"))
    page = say(open_page(), "Weather?")

    choose(page, conversation_of(page).entries[1], "Make it a call")
    (call,) = conversation_of(page).pending_calls
    page.text_area(key=f"talk-result-{call.id}").set_value("sun")
    page.button(key="talk-send-results").click().run()

    assert sent(scripted)[1:] == [
        {
            "role": "assistant",
            "content": "Let me look.",
            "tool_calls": [
                {
                    "id": call.id,
                    "type": "function",
                    "function": {"name": "get_weather", "arguments": '{"location": "Paris"}'},
                }
            ],
        },
        {"role": "tool", "content": "sun", "tool_call_id": call.id},
    ]


def test_an_answer_that_spells_out_no_call_is_not_offered_as_one(open_page, scripted):
    page = say(open_page(), "Hi")
    entry = conversation_of(page).entries[1]

    assert page.menu_button(key=f"talk-menu-{entry.id}").options == [
        "Inspect",
        "Edit",
        "Run again from here",
        "Insert above…",
        "Insert below…",
        "Delete",
    ]


def test_half_a_character_in_a_call_does_not_break_the_editor(open_page, scripted):
    page = say(open_page(), "Hi")
    workspace = page.session_state["workspace"]
    call = Call("call_1", "get_weather", '{"city": "\ud83d"}')
    odd = Entry(Message("assistant", "half \ud83d", calls=(call,)))
    workspace.conversation = workspace.conversation.added(odd)
    page.run()

    choose(page, odd, "Edit")

    assert page.exception == []
    assert field("text_area", page).value == "half ?"
    assert field("text_area", page, "0-arguments").value == '{"city": "?"}'
