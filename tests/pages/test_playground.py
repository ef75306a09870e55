"""The Playground as a person uses it, drawn by Streamlit without a browser."""

import json
from dataclasses import replace

import pytest
from scripted_gateway import ScriptedGateway
from scripted_replies import call_stream, completion_json, text_stream

from components import services
from switchboard.conversations import Conversation
from switchboard.desk import said
from switchboard.documents import from_document, to_document

pytestmark = pytest.mark.app

WEATHER = "What is the weather like in Paris today?"


@pytest.fixture
def scripted(monkeypatch, store):
    with ScriptedGateway() as gateway:
        monkeypatch.setenv("SWITCHBOARD_BASE_URL", gateway.base_url)
        yield gateway


def words(page) -> str:
    """Everything a person can read on the page, in order of kind."""
    shown = [*page.markdown, *page.caption, *page.code, *page.error, *page.warning, *page.info]
    return "\n".join(element.value for element in shown)


def say(page, text):
    return page.chat_input(key="talk-composer").set_value(text).run()


def type_toolset(page, text):
    page.session_state[f"toolset-text-{page.session_state['toolset-version']}"] = text
    return page.run()


def type_model(page, name):
    # AppTest can only pick what is listed; a browser journey types for real.
    workspace = page.session_state["workspace"]
    workspace.conversation = replace(workspace.conversation, model=name)
    return page.run()


def choose(page, entry, deed):
    return page.menu_button(key=f"talk-menu-{entry.id}").set_value(deed).run()


def conversation_of(page) -> Conversation:
    return page.session_state["workspace"].conversation


def test_the_first_page_says_what_to_do(open_page):
    page = open_page()

    assert "Ask the model something below" in words(page)
    assert page.button(key="talk-example").label == WEATHER
    assert page.selectbox(key="talk-model").value == "offline-chat"
    assert "1 tool, ready to send: **get\\_weather**" in words(page)


def test_a_round_with_the_offline_gateway(open_page):
    page = open_page()

    page.button(key="talk-example").click().run()

    assert '"location": "Paris, France"' in words(page)
    assert "arguments fit the schema" in words(page)
    (call,) = conversation_of(page).pending_calls
    page.text_area(key=f"talk-result-{call.id}").set_value('{"temperature": 31}').run()

    page.button(key="talk-send-results").click().run()

    answer = conversation_of(page).messages[-1]
    assert answer.role == "assistant"
    assert "31" in answer.text
    assert answer.text in "\n".join(element.value for element in page.markdown)


def test_two_calls_have_two_cards_and_one_button(open_page, scripted):
    scripted.reply(
        call_stream([("get_weather", {"location": "Paris"}), ("get_weather", {"location": "罗马"})])
    )
    page = say(open_page(), "Weather in Paris and Rome?")
    results = [area for area in page.text_area if area.key.startswith("talk-result-")]

    results[0].set_value('{"t": 18}')
    results[1].set_value("rain")
    page.button(key="talk-send-results").click().run()

    sent = scripted.requests[-1].json["messages"]
    assert [message["content"] for message in sent[-2:]] == ['{"t": 18}', "rain"]
    assert '"罗马"' in words(page)


def test_arguments_that_do_not_fit_are_told_with_their_path(open_page, scripted):
    scripted.reply(call_stream([("get_weather", {"city": "Paris"})]))

    page = say(open_page(), "Weather?")

    assert "2 problems" in words(page)
    assert "location" in words(page)
    assert page.button(key="talk-send-results").disabled is False


def test_broken_arguments_and_an_unknown_tool_can_be_answered_too(open_page, scripted):
    scripted.reply(call_stream([("get_wether", '{"location": "Par')]))
    page = say(open_page(), "Weather?")

    page.button(key="talk-send-results").click().run()

    assert conversation_of(page).messages[-1].text == "Hello from the scripted gateway."


def test_the_quiet_line_tells_model_tokens_and_times(open_page, scripted):
    page = say(open_page(), "Hi")

    (line,) = [caption.value for caption in page.caption if "first token" in caption.value]
    assert line.startswith("scripted\\-1 · ")
    assert " in / " in line


def test_a_refusal_is_readable_and_nothing_typed_is_lost(open_page, scripted):
    body = {"error": {"message": "You are ![out](http://a.b)", "type": "t", "code": "quota"}}
    scripted.reply(json.dumps(body).encode(), status=429)

    page = say(open_page(), "Please?")

    (error,) = page.error
    assert "429" in error.value
    assert "![" not in error.value
    assert "Please?" in words(page)

    page.button(key="talk-try-again").click().run()

    assert conversation_of(page).messages[-1].text == "Hello from the scripted gateway."
    assert page.error == []


def test_a_gateway_that_is_down_is_a_sentence(open_page, monkeypatch):
    with ScriptedGateway() as gone:
        monkeypatch.setenv("SWITCHBOARD_BASE_URL", gone.base_url)
    page = open_page()
    type_model(page, "m")

    page = say(page, "Hi")

    assert "refused" in page.error[0].value
    assert page.button(key="talk-try-again").label == "Try again"


def test_a_model_that_does_not_exist_is_a_sentence(open_page, store):
    kept = Conversation(model="nope")
    store.save_conversation(kept.id, to_document(kept), revision=0)

    page = say(open_page(conversation=kept.id), "Hi")

    assert "nope" in page.error[0].value
    assert "does not exist" in page.error[0].value


def test_a_database_that_does_not_open_is_a_sentence(open_page, monkeypatch):
    services.jobs.clear()
    services.store.clear()
    monkeypatch.setenv("SWITCHBOARD_DATABASE_URL", "sqlite:////proc/nowhere/x.sqlite3")

    page = open_page()

    assert len(page.error) == 1
    assert page.exception == []
    monkeypatch.undo()


def test_a_broken_answer_is_kept_and_makes_way_for_the_next_try(open_page, scripted):
    scripted.reply(text_stream("Hello there")[:2], cut=True)
    page = say(open_page(), "Hi")
    assert "Hello" in words(page)

    page.button(key="talk-try-again").click().run()

    assert [message.text for message in conversation_of(page).messages] == [
        "Hi",
        "Hello from the scripted gateway.",
    ]


@pytest.mark.parametrize(
    ("toolset", "said_why"),
    [
        pytest.param("[{", "1 problem", id="broken JSON"),
        pytest.param('{"name": "f", "parameters": {"type": "strin"}}', "1 problem", id="no type"),
        pytest.param('{"name": "f", "parameters": {"$ref": "file:///etc/passwd"}}', "", id="$ref"),
        pytest.param("[" + '"x",' * 1_500_000 + '"x"]', "1 problem", id="5 MiB"),
    ],
)
def test_a_toolset_with_problems_is_not_sent(open_page, toolset, said_why):
    page = open_page()

    type_toolset(page, toolset)

    composer = page.chat_input(key="talk-composer")
    assert composer.disabled
    assert composer.placeholder.startswith("Mend the toolset: it has")
    assert said_why in composer.placeholder
    assert page.exception == []


def test_an_example_takes_the_place_of_what_was_typed_and_gives_it_back(open_page):
    page = open_page()
    type_toolset(page, '{"name": "mine"}')

    page.selectbox(key="toolset-example").set_value("Clock").run()
    assert "get\\_current\\_time" in words(page) or "clock" in words(page).lower()

    next(b for b in page.button if b.label == "Bring back what was here").click().run()
    assert "**mine**" in words(page)


def test_what_is_set_is_sent_and_nothing_else(open_page, scripted):
    page = open_page()
    page.number_input(key="talk-temperature").set_value(0.5)
    page.number_input(key="talk-max-tokens").set_value(70)
    page.toggle(key="talk-stream").set_value(False)
    page.run()
    scripted.reply(completion_json("Whole."))

    page = say(page, "Hi")

    sent = scripted.requests[-1].json
    assert sorted(sent) == ["max_tokens", "messages", "model", "temperature", "tools"]
    assert (sent["temperature"], sent["max_tokens"]) == (0.5, 70)
    assert "Whole." in words(page)


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

    next(b for b in page.button if b.label == "Edit result").click().run()
    page.text_area(key=f"talk-edit-{result.id}").set_value("snow")
    page.button(key=f"talk-edit-{result.id}-run").click().run()

    assert scripted.requests[-1].json["messages"][-1]["content"] == "snow"
    assert conversation_of(page).messages[-1].role == "assistant"


def test_the_system_message_is_sent_first(open_page, scripted):
    page = open_page()
    page.text_area(key="talk-system").set_value("Be brief.").run()

    say(page, "Hi")

    assert scripted.requests[-1].json["messages"][0] == {"role": "system", "content": "Be brief."}


def test_a_new_conversation_keeps_toolset_model_and_settings(open_page, scripted):
    page = open_page()
    page.number_input(key="talk-temperature").set_value(0.5).run()
    say(page, "Hi")

    next(b for b in page.button if b.label == "New conversation").click().run()

    assert conversation_of(page).entries == ()
    assert page.number_input(key="talk-temperature").value == 0.5
    assert "Ask the model something below" in words(page)


def test_the_address_opens_the_conversation_as_it_was_left(open_page, scripted):
    page = open_page()
    type_toolset(page, '{"name": "mine"}')
    page.number_input(key="talk-temperature").set_value(0.5).run()
    say(page, "Hi")
    address = page.query_params["conversation"]

    reopened = open_page(conversation=address)

    assert conversation_of(reopened) == conversation_of(page)
    assert "Hello from the scripted gateway." in words(reopened)
    assert "**mine**" in words(reopened)
    assert reopened.number_input(key="talk-temperature").value == 0.5


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
    page.text_input(key="talk-key").set_value("sk-typed-secret-123456").run()

    page = say(page, "Hi")

    assert scripted.requests[-1].headers["authorization"] == "Bearer sk-typed-secret-123456"
    services.jobs().stop_all()
    kept = b"".join(file.read_bytes() for file in tmp_path.glob("pages.sqlite3*"))
    assert b"sk-typed-secret" not in kept
    assert "sk-typed-secret" not in words(page)


def test_a_model_can_be_typed_when_the_list_fails(open_page, scripted):
    scripted.reply(b'{"error": "no"}', status=500, path="/v1/models")
    page = open_page()
    assert "No model list" in words(page)
    assert page.chat_input(key="talk-composer").placeholder == "Pick a model in the sidebar."

    type_model(page, "my-model")
    say(page, "Hi")

    assert scripted.requests[-1].json["model"] == "my-model"


def test_an_address_that_cannot_be_used_is_told_at_once(open_page):
    page = open_page()
    page.selectbox(key="talk-gateway").set_value("other").run()

    page.text_input(key="talk-address").set_value("ftp://example.com").run()

    assert page.error
    assert page.chat_input(key="talk-composer").disabled


def test_a_typed_address_is_listed_and_used(open_page, scripted, monkeypatch):
    monkeypatch.delenv("SWITCHBOARD_BASE_URL")
    page = open_page()
    page.selectbox(key="talk-gateway").set_value("other").run()

    page.text_input(key="talk-address").set_value(f"{scripted.root}/v1/chat/completions/").run()

    assert page.selectbox(key="talk-model").value == "scripted-1"
    assert conversation_of(say(page, "Hi")).base_url == scripted.base_url


def test_earlier_messages_are_behind_a_button(open_page, scripted):
    page = open_page()
    workspace = page.session_state["workspace"]
    for number in range(50):
        workspace.conversation = said(workspace.conversation, f"message {number}")
    page.run()
    assert "message 0" not in words(page)
    assert "message 49" in words(page)

    for hidden in (36, 24, 12):
        next(b for b in page.button if b.label == f"Show earlier ({hidden} hidden)").click().run()

    assert "message 0" in words(page)


def test_the_inspector_shows_the_request_and_the_curl_command(open_page, scripted):
    page = say(open_page(), "Hi")

    choose(page, conversation_of(page).entries[-1], "Inspect")

    assert '"content": "Hi"' in words(page)
    assert "curl" in words(page)


def test_an_image_is_sent_as_a_data_url(open_page, scripted):
    page = open_page()
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
        "0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
    )

    page.chat_input(key="talk-composer").set_value("What is this?").upload(
        "red.png", pixel, "image/png"
    ).run()

    image, text = scripted.requests[-1].json["messages"][0]["content"]
    assert image["image_url"]["url"].startswith("data:image/png;base64,iVBORw0KGgo")
    assert text == {"type": "text", "text": "What is this?"}


def test_a_file_that_is_no_image_is_told_and_not_sent(open_page, scripted):
    page = open_page()

    page.chat_input(key="talk-composer").set_value("Look").upload(
        "fake.png", b"not an image", "image/png"
    ).run()

    assert "not an image" in page.warning[0].value
    assert scripted.requests[-1].json["messages"][0]["content"] == "Look"
