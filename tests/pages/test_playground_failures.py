"""The Playground: whatever goes wrong is a sentence, and nothing typed is lost."""

import json
import re

import pytest
from playground import conversation_of, say, type_model, words
from scripted_gateway import ScriptedGateway
from scripted_replies import text_stream

from components import services
from switchboard.conversations import Conversation
from switchboard.documents import to_document

pytestmark = pytest.mark.app


def test_a_refusal_is_readable_and_nothing_typed_is_lost(open_page, scripted):
    error = {"message": "You are ![out](http://a.b)", "code": "insufficient_quota"}
    scripted.reply(json.dumps({"error": error}).encode(), status=429)

    page = say(open_page(), "Please?")

    (error,) = page.error
    assert "429" in error.value
    assert "![" not in error.value
    assert "Please?" in words(page)

    page.button(key="talk-inspect-empty").click().run()
    assert '"content": "Please?"' in words(page)
    assert "curl" in words(page)

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


_HTML = "<!DOCTYPE html><title>Busy <b>now</b></title><img src=http://a.b/x onerror=alert(1)>"
_BODIES = {
    "an HTML page": (_HTML, 404),
    "an HTML page as a good answer": (_HTML, 200),
    "plain text with an image": ("Nothing here ![x](http://a.b/?d=1) <script>", 404),
    "OpenAI's envelope": ('{"error": {"message": "<img src=x> ![x](http://a.b)"}}', 400),
    "a text for an error": ('{"error": "<img src=x> ![x](http://a.b)"}', 400),
    "FastAPI's details": ('{"detail": [{"loc": ["body"], "msg": "<img src=x> ![x](y)"}]}', 422),
    "a list": ('[{"error": {"code": 400, "message": "![x](http://a.b)<b>"}}]', 400),
    "broken JSON": ('{"error": {"message": "<b>', 400),
    "a good status with an error in it": ('{"error": {"message": "<b>![x](y)"}}', 200),
}


@pytest.mark.parametrize(("body", "status"), _BODIES.values(), ids=_BODIES)
def test_whatever_the_gateway_sent_is_folded_and_never_read_as_markup(
    open_page, scripted, body, status
):
    scripted.reply(body, status=status)

    page = say(open_page(), "Hi")

    (error,) = page.error
    assert "![" not in error.value
    assert re.search(r"(?<!\\)<", error.value) is None
    (fold,) = [fold for fold in page.expander if fold.label == "What the gateway sent"]
    assert [code.value for code in fold.code] == [body]


def test_what_was_tried_before_a_failure_is_told_below_it(open_page, scripted):
    for _ in range(3):
        scripted.reply(b"busy", status=503, headers={"retry-after-ms": "5"})

    page = say(open_page(), "Hi")

    assert "503" in page.error[0].value
    assert [caption.value for caption in page.caption if "503" in caption.value] != []
    assert len([request for request in scripted.requests if request.method == "POST"]) == 3
