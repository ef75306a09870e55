"""The Playground: asking, watching calls, giving results, reading answers."""

import zlib

import pytest
from playground import choose, conversation_of, say, type_toolset, words
from scripted_replies import call_stream

pytestmark = pytest.mark.app

WEATHER = "What is the weather like in Paris today?"


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


def test_a_call_of_an_earlier_turn_is_one_line(open_page, scripted):
    scripted.reply(call_stream([("get_weather", {"location": "Paris"})]))
    page = say(open_page(), "Weather?")
    page.button(key="talk-send-results").click().run()
    assert '"location": "Paris"' in words(page)

    page = say(page, "Thanks")

    assert [e.label for e in page.expander if "get" in e.label] == [
        ":material/build: **get\\_weather**: arguments fit the schema"
    ]


def test_a_call_far_above_is_drawn_when_it_is_opened(open_page, scripted):
    scripted.reply(call_stream([("get_weather", {"location": "Paris"})]))
    page = say(open_page(), "Weather?")
    page.button(key="talk-send-results").click().run()

    for text in ("Thanks", "And now?", "Bye"):
        page = say(page, text)

    assert [e.label for e in page.expander if "get" in e.label] == [
        ":material/build: **get\\_weather**: arguments fit the schema"
    ]
    assert '"location": "Paris"' not in words(page)


def test_the_quiet_line_tells_model_tokens_and_times(open_page, scripted):
    page = say(open_page(), "Hi")

    (line,) = [caption.value for caption in page.caption if "first token" in caption.value]
    assert line.startswith("scripted\\-1 · ")
    assert "\N{NO-BREAK SPACE}in / " in line


def test_an_old_call_is_not_judged_by_todays_toolset(open_page, scripted):
    scripted.reply(call_stream([("get_weather", {"location": "Paris"})]))
    page = say(open_page(), "Weather?")
    page.button(key="talk-send-results").click().run()

    type_toolset(page, '{"name": "another"}')

    assert "arguments fit the schema" in words(page)
    assert "No tool is called" not in words(page)


def test_the_system_message_is_sent_first(open_page, scripted):
    page = open_page()
    page.text_area(key="talk-system").set_value("Be brief.").run()

    say(page, "Hi")

    assert scripted.requests[-1].json["messages"][0] == {"role": "system", "content": "Be brief."}


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


def test_an_image_that_claims_a_monstrous_size_is_told_and_not_sent(open_page, scripted):
    page = open_page()
    header = b"IHDR" + (30_000).to_bytes(4) * 2 + bytes([8, 2, 0, 0, 0])
    bomb = b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            *(len(c[4:]).to_bytes(4) + c + zlib.crc32(c).to_bytes(4) for c in (header, b"IEND")),
        ]
    )

    page.chat_input(key="talk-composer").set_value("Look").upload(
        "bomb.png", bomb, "image/png"
    ).run()

    assert "can\\'t be read as an image" in page.warning[0].value
    assert page.exception == []


def test_a_file_that_is_no_image_is_told_and_not_sent(open_page, scripted):
    page = open_page()

    page.chat_input(key="talk-composer").set_value("Look").upload(
        "fake.png", b"not an image", "image/png"
    ).run()

    assert "no image that can be sent" in page.warning[0].value
    assert conversation_of(page).entries == ()
