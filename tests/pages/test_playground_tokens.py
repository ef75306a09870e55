"""The Playground: how probable each token was, folded under the answer."""

import json

import pytest
from playground import conversation_of, say, words
from scripted_replies import completion_json

pytestmark = pytest.mark.app


def completion(rows):
    reply = json.loads(completion_json("Hello"))
    reply["choices"][0]["logprobs"] = {"content": rows}
    return json.dumps(reply)


def opened_fold(page):
    page.session_state[f"talk-tokens-{conversation_of(page).entries[-1].id}"] = True
    return page.run()


def drawn(page):
    """What the component was given."""
    (component,) = components(page)
    return json.loads(component.proto.json)


def components(page):
    return [
        element
        for element in page.get("bidi_component")
        if element.proto.component_name == "token_probabilities"
    ]


def test_without_probabilities_there_is_no_fold(open_page, scripted):
    page = say(open_page(), "Hi")

    assert [fold for fold in page.expander if fold.label == "Token probabilities"] == []


def test_the_tokens_are_drawn_when_the_fold_is_opened(open_page, scripted):
    other = {"token": "<b>", "logprob": -2.302585092994046}
    scripted.reply(completion([{"token": "Hello", "logprob": 0, "top_logprobs": [other]}]))
    page = say(open_page(), "Hi")
    assert components(page) == []

    page = opened_fold(page)

    shown = drawn(page)
    assert shown["count"] == 1
    ((text, odds, ((alternative, its),)),) = shown["tokens"]
    assert (text, odds) == ("Hello", 1.0)
    assert (alternative, round(its, 3)) == ("<b>", 0.1)


def test_of_very_many_tokens_the_first_are_drawn(open_page, scripted):
    scripted.reply(completion([{"token": "a", "logprob": 0}] * 4_001))
    page = opened_fold(say(open_page(), "Hi"))

    assert "The first 4,000 of 4,001 tokens." in words(page)
    assert len(drawn(page)["tokens"]) == 4_000


def test_probabilities_that_cannot_be_read_are_told(open_page, scripted):
    scripted.reply(completion(["odd"]))

    page = opened_fold(say(open_page(), "Hi"))

    assert "no probabilities that can be read" in words(page)
