"""A recorded reply dropped on the Runs page."""

import json
from collections.abc import Callable

import pytest
from scripted_replies import call_stream, choices_stream, completion_json, text_stream
from streamlit.testing.v1 import AppTest

from switchboard.store import Store

pytestmark = pytest.mark.app

OpenPage = Callable[..., AppTest]


def dropped(open_page: OpenPage, name: str, body: bytes) -> AppTest:
    page = open_page("pages/runs.py")
    return page.file_uploader(key="runs-recording").upload(name, body, "").run()


def test_a_dropped_stream_is_shown_like_an_answer(open_page: OpenPage, store: Store):
    page = dropped(open_page, "hello.sse", b"".join(text_stream("Hello **there**")))

    assert page.exception == []
    assert [text.value for text in page.text] == ["Hello **there**"]
    assert "12 in / 7 out" in page.caption[-1].value
    assert "complete" in page.caption[-1].value
    assert store.runs() == ()


def test_a_dropped_reply_shows_its_calls_and_what_was_odd(open_page: OpenPage):
    calls = [("get_weather", {"city": "Paris"}), ("get_weather", {"city": "Rome"})]
    stream = b"".join(call_stream(calls)).replace(b'"index": 1', b'"index": 0')

    page = dropped(open_page, "odd.sse", stream)

    assert [code.value for code in page.code] == [
        'get_weather({"city": "Paris"})',
        'get_weather({"city": "Rome"})',
    ]
    assert "The gateway gave two calls the same index" in page.info[0].value


def test_a_dropped_error_is_told_with_its_body(open_page: OpenPage):
    body = json.dumps({"error": {"message": "Slow down", "type": "requests"}}).encode()

    page = dropped(open_page, "error_429.json", body)

    assert "429 Too Many Requests" in page.error[0].value
    assert "Slow down" in page.error[0].value
    (fold,) = [fold for fold in page.expander if fold.label == "What the gateway sent"]
    assert [code.value for code in fold.code] == [body.decode()]


def test_a_dropped_page_of_html_is_never_drawn(open_page: OpenPage):
    page = dropped(open_page, "login.html", b"<html><title>Sign in</title><script>x</script>")

    assert page.exception == []
    assert "a web page titled" in page.error[0].value
    assert "<script>x</script>" in page.code[0].value


def test_a_call_written_as_text_is_told_though_nobody_knows_the_request(open_page: OpenPage):
    text = '<tool_call>{"name": "get_weather", "arguments": {}}</tool_call>'

    page = dropped(open_page, "call.sse", b"".join(text_stream(text)))

    assert "The text looks like an unparsed tool call" in page.info[0].value


def test_each_choice_has_its_own_finish_reason(open_page: OpenPage):
    stream = b"".join(choices_stream("A", "B")).replace(b'"stop"', b'"length"', 1)

    page = dropped(open_page, "two.sse", stream)

    assert [mark.value for mark in page.markdown if "Choice" in mark.value] == [
        "**Choice 1** · finish reason: length",
        "**Choice 2** · finish reason: stop",
    ]
    assert "finish reason" not in page.caption[-1].value


def test_the_tokens_of_each_choice_are_drawn_when_their_fold_is_opened(open_page: OpenPage):
    reply = json.loads(completion_json("Hello"))
    (choice,) = reply["choices"]
    choice["logprobs"] = {"content": [{"token": "Hello", "logprob": 0}]}
    reply["choices"].append(choice | {"index": 1, "logprobs": None})
    page = dropped(open_page, "odds.json", json.dumps(reply).encode())
    assert len([fold for fold in page.expander if fold.label == "Token probabilities"]) == 1

    page.session_state["tokens-fold-recording-0"] = True
    page.run()

    (drawn,) = [
        json.loads(element.proto.json)
        for element in page.get("bidi_component")
        if element.proto.component_name == "token_probabilities"
    ]
    assert drawn["tokens"] == [["Hello", 1.0, []]]


def test_the_line_of_the_command_is_one_click_away(open_page: OpenPage):
    page = dropped(open_page, "hello.sse", b"".join(text_stream("Hello")))

    page.toggle(key="runs-recording-json").set_value(True).run()

    assert json.loads(page.code[-1].value)["choices"][0]["content"] == "Hello"
