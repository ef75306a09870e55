"""What is said once tools have given their results."""

from typing import Any

import pytest
from toolbox import EMAIL, SERVERS, WEATHER, Ask, calls_of


def thread(question: str, *calls: tuple[str, str, str]) -> list[dict[str, Any]]:
    """A question, the calls made for it and their results: name, arguments, content."""
    made = [
        {
            "id": f"call_{index}",
            "type": "function",
            "function": {"name": name, "arguments": arguments},
        }
        for index, (name, arguments, _) in enumerate(calls)
    ]
    results = [
        {"role": "tool", "tool_call_id": f"call_{index}", "content": content}
        for index, (_, _, content) in enumerate(calls)
    ]
    return [
        {"role": "user", "content": question},
        {"role": "assistant", "content": None, "tool_calls": made},
        *results,
    ]


PARIS = '{"location":"Paris, France"}'
ROME = '{"location":"Rome, Italy"}'


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (
            '{"temperature": 18, "conditions": "cloudy"}',
            "get_weather for Paris, France says: temperature 18, conditions cloudy.",
        ),
        (
            '{"location": "Paris, France", "temperature": 18}',
            "get_weather for Paris, France says: temperature 18.",
        ),
        (
            '{"a": {"b": {"c": {"d": {"e": {"f": {"g": 1}}}}}}}',
            "get_weather for Paris, France says: a (b (c (d (e (f (…)))))).",
        ),
        (
            '{"temperature": 28, "unit": "celsius", "sky": "cloudy", "humidity_percent": 70}',
            "get_weather for Paris, France says: "
            "temperature 28 celsius, sky cloudy, humidity 70 percent.",
        ),
        (
            '{"price": 9.5, "currency": "USD", "wait_minutes": 5, "distance_km": null}',
            "get_weather for Paris, France says: price 9.5 USD, wait 5 minutes, distance km none.",
        ),
        (
            '{"high": 20, "low": 10, "unit": "C"}',
            "get_weather for Paris, France says: high 20, low 10, unit C.",
        ),
        (
            '{"unit": "C", "high": 20, "low": 10}',
            "get_weather for Paris, France says: unit C, high 20, low 10.",
        ),
        ("18", "get_weather for Paris, France says: 18."),
        ("Sunny all day.", "get_weather for Paris, France says: Sunny all day."),
        (
            '{"days": [{"day": "Mon", "high": 18}, {"day": "Tue", "high": 21}]}',
            "get_weather for Paris, France says: days (day Mon, high 18; day Tue, high 21).",
        ),
        (
            '{"wind_speed": 4.5, "isRaining": false, "alerts": []}',
            "get_weather for Paris, France says: wind speed 4.5, is raining no, alerts nothing.",
        ),
        ("", "get_weather for Paris, France says: nothing."),
        ("[]", "get_weather for Paris, France says: an empty list."),
        (
            '["a", "b", "c"]',
            "get_weather for Paris, France says: a, b and c.",
        ),
    ],
)
def test_an_answer_uses_the_values_of_the_result(ask: Ask, content, answer):
    reply = ask(thread("Weather in Paris?", ("get_weather", PARIS, content)), WEATHER)

    assert reply.choices[0].message.content == answer
    assert reply.choices[0].finish_reason == "stop"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ('{"error": "station offline"}', "station offline"),
        ('{"error": {"message": "no such city", "code": 7}}', "no such city"),
        ("Error: timed out", "Error: timed out"),
        ('{"status": "error", "message": "quota used up"}', "quota used up"),
        ('{"success": false, "message": "not today"}', "not today"),
        ('{"isError": true, "message": "broken"}', "broken"),
    ],
)
def test_an_error_result_is_owned_up_to(ask: Ask, content, fault):
    reply = ask(thread("Weather in Paris?", ("get_weather", PARIS, content)), WEATHER)

    assert reply.choices[0].message.content == (
        f"get_weather failed for Paris, France. It reported: {fault}. "
        "I have no other source, so I can't answer that part."
    )


def test_no_error_is_seen_in_a_result_that_says_there_was_none(ask: Ask):
    result = '{"error": null, "temperature": 18}'

    reply = ask(thread("Weather in Paris?", ("get_weather", PARIS, result)), WEATHER)

    assert reply.choices[0].message.content == (
        "get_weather for Paris, France says: error none, temperature 18."
    )


def test_several_results_are_a_list(ask: Ask):
    calls = (("get_weather", PARIS, '{"temperature": 18}'), ("get_weather", ROME, "Error: down"))

    reply = ask(thread("Weather in Paris and Rome?", *calls), WEATHER)

    assert reply.choices[0].message.content == (
        "Here is what the tools returned:\n\n"
        "- get_weather for Paris, France: temperature 18\n"
        "- get_weather failed for Rome, Italy. It reported: Error: down. "
        "I have no other source, so I can't answer that part."
    )


def test_a_chinese_question_is_answered_in_chinese(ask: Ask):
    made = thread("巴黎天气怎么样\uff1f", ("get_weather", PARIS, '{"温度": 18}'))

    answer = ask(made, WEATHER).choices[0].message.content

    assert answer == "get_weather对“Paris, France”返回\uff1a温度 18。"


def test_what_the_message_asked_for_and_was_not_called_yet_is_called(ask: Ask):
    question = "Send an email to ana@example.com saying 'hello' and what's the weather in Oslo"
    made = thread(question, ("send_email", '{"to":"ana@example.com","body":"hello"}', "sent"))

    assert calls_of(ask(made, WEATHER, EMAIL)) == [("get_weather", {"location": "Oslo, Norway"})]


def test_a_call_whose_arguments_a_person_edited_is_not_made_again(ask: Ask):
    made = thread("Weather in Paris?", ("get_weather", '{"location":"Lyon, France"}', "20"))

    assert calls_of(ask(made, WEATHER)) == []


def test_results_of_earlier_questions_are_not_told_again(ask: Ask):
    earlier = thread("Weather in Paris?", ("get_weather", PARIS, "18"))
    later = [
        {"role": "assistant", "content": "18 degrees."},
        *thread("List all servers", ("list_servers", "{}", '["alpha", "beta"]')),
    ]

    answer = ask([*earlier, *later], WEATHER, SERVERS).choices[0].message.content

    assert answer == "list_servers says: alpha and beta."


def test_arguments_that_are_no_json_do_not_stand_in_the_way(ask: Ask):
    made = thread("Weather in Paris?", ("get_weather", "{oops", "18"))

    answer = ask(made, WEATHER).choices[0].message.content

    assert answer == "get_weather says: 18."


@pytest.mark.parametrize("question", ["hello", "Who are you?", "What is love?", "你好", "你是谁"])
def test_chat_says_that_it_is_no_language_model(ask: Ask, question):
    answer = ask(question).choices[0].message.content

    assert "no language model" in answer or "不是语言模型" in answer
