"""A recorded reply dropped on the Runs page."""

import json
from collections.abc import Callable

import pytest
from scripted_replies import call_stream, text_stream
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
    assert [code.value for code in page.code] == [body.decode()]


def test_a_dropped_page_of_html_is_never_drawn(open_page: OpenPage):
    page = dropped(open_page, "login.html", b"<html><title>Sign in</title><script>x</script>")

    assert page.exception == []
    assert "a web page titled" in page.error[0].value
    assert "<script>x</script>" in page.code[0].value


def test_the_line_of_the_command_is_one_click_away(open_page: OpenPage):
    page = dropped(open_page, "hello.sse", b"".join(text_stream("Hello")))

    page.toggle(key="runs-recording-json").set_value(True).run()

    assert json.loads(page.code[-1].value)["choices"][0]["content"] == "Hello"
