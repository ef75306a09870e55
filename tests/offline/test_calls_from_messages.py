"""Which tools a message calls and with what: judged through the official client."""

import pytest
from toolbox import (
    BOOKING,
    CALCULATE,
    CONVERT,
    EMAIL,
    EVENT,
    FETCH,
    LIGHTS,
    SEARCH,
    SERVERS,
    STOCK,
    TIME,
    WEATHER,
    Ask,
    calls_of,
)

ALL = (
    WEATHER,
    EMAIL,
    TIME,
    STOCK,
    CONVERT,
    CALCULATE,
    EVENT,
    SEARCH,
    LIGHTS,
    BOOKING,
    SERVERS,
    FETCH,
)

CALLS = [
    (
        "What is the weather like in Paris today?",
        [("get_weather", {"location": "Paris, France"})],
    ),
    (
        "Weather in Paris and Rome?",
        [
            ("get_weather", {"location": "Paris, France"}),
            ("get_weather", {"location": "Rome, Italy"}),
        ],
    ),
    (
        "Compare the weather in Oslo, Madrid and New York.",
        [
            ("get_weather", {"location": "Oslo, Norway"}),
            ("get_weather", {"location": "Madrid, Spain"}),
            ("get_weather", {"location": "New York, United States"}),
        ],
    ),
    (
        "Send an email to ana@example.com saying 'hello' and what's the weather in Oslo",
        [
            ("send_email", {"to": "ana@example.com", "body": "hello"}),
            ("get_weather", {"location": "Oslo, Norway"}),
        ],
    ),
    ("How warm is it in Tokyo?", [("get_weather", {"location": "Tokyo, Japan"})]),
    ("What time is it in São Paulo?", [("get_time", {"city": "São Paulo"})]),
    (
        "What's the weather in Berlin and what time is it there?",
        [("get_weather", {"location": "Berlin, Germany"}), ("get_time", {"city": "Berlin"})],
    ),
    ("What is the stock price of AAPL?", [("get_stock_price", {"symbol": "AAPL"})]),
    (
        "Convert 150 euros to dollars",
        [("convert_currency", {"amount": 150, "from_currency": "EUR", "to_currency": "USD"})],
    ),
    ("Calculate 12 * (7 + 3)", [("calculate", {"expression": "12 * (7 + 3)"})]),
    (
        "Create an event 'Sprint review' on 2026-12-01 at 3pm with bob@example.org",
        [
            (
                "create_event",
                {
                    "title": "Sprint review",
                    "date": "2026-12-01",
                    "start_time": "15:00",
                    "attendees": ["bob@example.org"],
                },
            )
        ],
    ),
    ("Search the web for cheap telescopes", [("web_search", {"query": "cheap telescopes"})]),
    (
        "Turn on the lights in the living room at 40 percent brightness",
        [("set_lights", {"room": "living_room", "state": "on", "brightness": 40})],
    ),
    (
        'Reserve a table at "Chez Nous" for four people on March 3, 2027',
        [
            (
                "book_table",
                {"restaurant": "Chez Nous", "people": 4, "when": {"date": "2027-03-03"}},
            )
        ],
    ),
    ("List all servers", [("list_servers", {})]),
    (
        "Please fetch https://example.com/a?b=1.",
        [("fetch_page", {"url": "https://example.com/a?b=1"})],
    ),
    ("巴黎今天天气怎么样\uff1f", [("get_weather", {"location": "Paris, France"})]),
    ("whats the weather in paris", [("get_weather", {"location": "Paris, France"})]),
    ("Wie ist das Wetter in Berlin?", [("get_weather", {"location": "Berlin, Germany"})]),
    ("what is 2+2", [("calculate", {"expression": "2+2"})]),
    (
        "email bob@example.org that the meeting is moved to 5pm",
        [("send_email", {"to": "bob@example.org", "body": "the meeting is moved to 5pm"})],
    ),
    (
        "How much is 20 pounds in yen?",
        [("convert_currency", {"amount": 20, "from_currency": "GBP", "to_currency": "JPY"})],
    ),
    (
        "Send an email to bob@example.org with the subject 'Hi' and body 'See you'",
        [("send_email", {"to": "bob@example.org", "subject": "Hi", "body": "See you"})],
    ),
    ("hello", []),
    ("Thanks a lot!", []),
    ("Write me a poem about autumn", []),
    ("你好", []),
]


@pytest.mark.parametrize(("message", "expected"), CALLS, ids=[message for message, _ in CALLS])
def test_among_twelve_tools_a_message_calls_what_it_asks_for(ask: Ask, message, expected):
    reply = ask(message, *ALL)

    assert calls_of(reply) == expected
    assert reply.choices[0].finish_reason == ("tool_calls" if expected else "stop")


def test_the_same_question_gets_the_same_answer(ask: Ask):
    first, second = (ask("Weather in Paris and Rome?", *ALL) for _ in range(2))

    assert calls_of(first) == calls_of(second)
    assert first.usage == second.usage
    assert first.system_fingerprint == second.system_fingerprint
    assert first.id != second.id


def test_every_call_of_a_reply_has_an_id_of_its_own(ask: Ask):
    calls = ask("Weather in Paris, Rome and Oslo?", WEATHER).choices[0].message.tool_calls

    assert len({call.id for call in calls}) == 3
    assert all(call.id.startswith("call_") and len(call.id) <= 40 for call in calls)
