"""The Playground: several answers to one request, side by side."""

import json

import pytest
from playground import conversation_of, say, words
from scripted_replies import choices_stream, text_stream

from components import services

pytestmark = pytest.mark.app


def go_on_buttons(page):
    return [one for one in page.button if one.label == "Go on with this one"]


def test_all_answers_are_shown_and_the_first_is_gone_on_with(open_page, scripted):
    scripted.reply(choices_stream("Red apples", "Green pears", "Blue plums"))

    page = say(open_page(), "Name some fruit")

    for text in ("Answer 1", "Red apples", "Answer 2", "Green pears", "Answer 3", "Blue plums"):
        assert text in words(page)
    assert len(go_on_buttons(page)) == 2
    assert "Chosen" in words(page)
    assert conversation_of(page).messages[-1].text == "Red apples"


def test_the_conversation_goes_on_with_the_answer_that_is_picked(open_page, scripted):
    scripted.reply(choices_stream("Red apples", "Green pears"))
    page = say(open_page(), "Name some fruit")
    entry = conversation_of(page).entries[-1]

    page.button(key=f"talk-choose-{entry.id}-1").click().run()
    say(page, "And more?")

    said = [message["content"] for message in scripted.requests[-1].json["messages"]]
    assert said == ["Name some fruit", "Green pears", "And more?"]


def test_of_past_answers_the_others_are_folded_and_none_can_be_picked(open_page, scripted):
    scripted.reply(choices_stream("Red apples", "Green pears"))
    scripted.reply(text_stream("More"))
    page = say(open_page(), "Name some fruit")

    page = say(page, "And more?")

    assert "The other answers" in [fold.label for fold in page.expander]
    assert "Red apples" in words(page)
    assert "Green pears" not in words(page)
    assert go_on_buttons(page) == []


def test_of_very_many_answers_a_dozen_is_shown_and_it_is_said(open_page, scripted):
    scripted.reply(choices_stream(*[f"Fruit {number}" for number in range(1, 21)]))

    page = say(open_page(), "Name some fruit")

    assert "Fruit 12" in words(page)
    assert "Fruit 13" not in words(page)
    assert "12 of 20 answers. All of them are in the inspector." in words(page)


def test_an_answer_whose_run_was_deleted_stands_alone(open_page, scripted):
    scripted.reply(choices_stream("Red apples", "Green pears"))
    page = say(open_page(), "Name some fruit")
    services.store().delete_run(conversation_of(page).run_id)
    services.jobs.clear()

    page.run()

    assert "Red apples" in words(page)
    assert "Green pears" not in words(page)
    assert page.exception == []


def test_calls_of_every_answer_are_shown_and_those_of_the_chosen_are_answered(open_page, scripted):
    scripted.reply(_two_calls())
    page = say(open_page(), "Weather?")
    entry = conversation_of(page).entries[-1]
    assert conversation_of(page).pending_calls[0].arguments == '{"location": "Paris"}'

    page.button(key=f"talk-choose-{entry.id}-1").click().run()

    assert conversation_of(page).pending_calls[0].arguments == '{"location": "Rome"}'
    assert '{"location": "Paris"}' in words(page)
    page.button(key="talk-send-results").click().run()
    assert conversation_of(page).messages[-1].text == "Hello from the scripted gateway."


def _two_calls():
    def choice(index, city):
        function = {"name": "get_weather", "arguments": f'{{"location": "{city}"}}'}
        call = {"id": "call_1", "type": "function", "function": function}
        message = {"role": "assistant", "content": None, "tool_calls": [call]}
        return {"index": index, "message": message, "finish_reason": "tool_calls"}

    choices = [choice(0, "Paris"), choice(1, "Rome")]
    return json.dumps({"id": "c", "object": "chat.completion", "choices": choices})
