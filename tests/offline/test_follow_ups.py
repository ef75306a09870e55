"""Questions that go on from the one before."""

import json

import pytest
from everyday import FIVE
from toolbox import Ask, calls_of


def after(question, *calls, then):
    """A conversation: a question, its calls with their results, and the next question."""
    made = [
        {
            "id": f"call_{index}",
            "type": "function",
            "function": {"name": name, "arguments": json.dumps(arguments)},
        }
        for index, (name, arguments) in enumerate(calls)
    ]
    results = [{"role": "tool", "tool_call_id": call["id"], "content": "18"} for call in made]
    return [
        {"role": "user", "content": question},
        {"role": "assistant", "content": None, "tool_calls": made},
        *results,
        {"role": "assistant", "content": "18."},
        {"role": "user", "content": then},
    ]


PARIS = ("get_weather", {"location": "Paris, France", "date": "2026-11-23"})
OSLO = ("get_weather", {"location": "Oslo, Norway", "date": "2026-11-23"})
EMAIL = ("send_email", {"to": "ana@example.com", "subject": "Lunch", "body": "At noon?"})


@pytest.mark.parametrize(
    ("then", "location", "date"),
    [
        ("And in Rome?", "Rome, Italy", "2026-11-23"),
        ("What about Rome?", "Rome, Italy", "2026-11-23"),
        ("Thanks! And in Rome?", "Rome, Italy", "2026-11-23"),
        ("谢谢，那上海呢？", "Shanghai, China", "2026-11-23"),
        ("And on Friday?", "Paris, France", "2026-11-27"),
        ("那后天呢？", "Paris, France", "2026-11-24"),
    ],
)
def test_a_follow_up_keeps_what_it_does_not_change(ask: Ask, then, location, date):
    thread = after("Weather in Paris tomorrow?", PARIS, then=then)

    assert calls_of(ask(thread, *FIVE)) == [("get_weather", {"location": location, "date": date})]


def test_a_follow_up_changes_each_of_several_calls(ask: Ask):
    thread = after("Weather in Paris and Oslo tomorrow?", PARIS, OSLO, then="And on Friday?")

    assert calls_of(ask(thread, *FIVE)) == [
        ("get_weather", {"location": "Paris, France", "date": "2026-11-27"}),
        ("get_weather", {"location": "Oslo, Norway", "date": "2026-11-27"}),
    ]


def test_a_follow_up_sends_the_same_words_to_someone_else(ask: Ask):
    thread = after("Ask Ana about lunch", EMAIL, then="And also to bob@example.org")

    assert calls_of(ask(thread, *FIVE)) == [
        ("send_email", {"to": "bob@example.org", "subject": "Lunch", "body": "At noon?"})
    ]


def test_there_is_the_place_of_the_question_before(ask: Ask):
    thread = after("Weather in Paris?", PARIS, then="How much is a flight there from Berlin?")

    assert calls_of(ask(thread, *FIVE)) == [
        ("search_flights", {"from": "Berlin", "to": "Paris", "date": "2026-11-22"})
    ]


def test_a_new_question_takes_only_what_it_needs_from_the_call_before(ask: Ask):
    thread = after("Weather in Paris tomorrow?", PARIS, then="What is the weather in Oslo?")

    assert calls_of(ask(thread, *FIVE)) == [("get_weather", {"location": "Oslo, Norway"})]
