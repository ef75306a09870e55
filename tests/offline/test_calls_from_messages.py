"""Which tools a message calls and with what: judged through the official client."""

import pytest
from toolbox import (
    BOOKING,
    CALCULATE,
    CHINESE_EMAIL,
    CHINESE_WEATHER,
    CONVERT,
    EMAIL,
    EVENT,
    FETCH,
    LIGHTS,
    PARCEL,
    SEARCH,
    SERVERS,
    SHOPPING,
    STOCK,
    TIME,
    TODO,
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


DEEPER = [
    (
        "Add 6 apples, 2 l of milk and 1 pack of coffee to my shopping list.",
        [
            (
                "add_to_shopping_list",
                {
                    "items": [
                        {"name": "apples", "quantity": 6},
                        {"name": "milk", "quantity": 2, "unit": "l"},
                        {"name": "coffee", "quantity": 1, "unit": "pack"},
                    ]
                },
            )
        ],
    ),
    (
        "Put bread and butter on my shopping list",
        [
            (
                "add_to_shopping_list",
                {"items": [{"name": "bread", "quantity": 1}, {"name": "butter", "quantity": 1}]},
            )
        ],
    ),
    (
        "买三个苹果和两瓶牛奶",
        [
            (
                "add_to_shopping_list",
                {"items": [{"name": "苹果", "quantity": 3}, {"name": "牛奶", "quantity": 2}]},
            )
        ],
    ),
    (
        "Send a parcel of 2.5 kg from Li Na in Shanghai, China to Ana Silva in Lisbon, Portugal.",
        [
            (
                "send_parcel",
                {
                    "sender": {"name": "Li Na", "city": "Shanghai", "country": "China"},
                    "recipient": {"name": "Ana Silva", "city": "Lisbon", "country": "Portugal"},
                    "weight_kg": 2.5,
                },
            )
        ],
    ),
    (
        "Add call the plumber, water the plants and pay the rent to my tasks",
        [("add_todos", {"tasks": ["call the plumber", "water the plants", "pay the rent"]})],
    ),
]


def test_a_list_goes_to_a_parameter_that_takes_a_list_in_one_call(ask: Ask):
    message = "Create an event 'Demo' on 2026-12-01 with bob@example.org and ann@example.org"

    assert calls_of(ask(message, EVENT)) == [
        (
            "create_event",
            {
                "title": "Demo",
                "date": "2026-12-01",
                "attendees": ["bob@example.org", "ann@example.org"],
            },
        )
    ]


@pytest.mark.parametrize(("message", "expected"), DEEPER, ids=[message for message, _ in DEEPER])
def test_lists_and_nested_objects_are_filled_from_the_message(ask: Ask, message, expected):
    assert calls_of(ask(message, SHOPPING, PARCEL, TODO)) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("巴黎今天天气怎么样\uff1f", [("get_weather", {"city": "巴黎"})]),
        (
            "北京和上海的天气\uff0c用华氏度",
            [
                ("get_weather", {"city": "北京", "unit": "fahrenheit"}),
                ("get_weather", {"city": "上海", "unit": "fahrenheit"}),
            ],
        ),
        (
            "给 ana@example.com 发邮件\uff0c内容是「明天见」",
            [("send_mail", {"to": "ana@example.com", "content": "明天见"})],
        ),
        (
            "发邮件给 li@example.cn 说「你好」\uff0c然后查一下东京的天气",
            [
                ("send_mail", {"to": "li@example.cn", "content": "你好"}),
                ("get_weather", {"city": "东京"}),
            ],
        ),
        ("谢谢", []),
    ],
)
def test_chinese_messages_call_chinese_tools(ask: Ask, message, expected):
    assert calls_of(ask(message, CHINESE_WEATHER, CHINESE_EMAIL)) == expected


def test_no_call_is_made_where_tool_choice_is_none(ask: Ask):
    assert calls_of(ask("Weather in Paris?", WEATHER, tool_choice="none")) == []


def test_a_call_is_made_where_tool_choice_is_required_though_nothing_fits(ask: Ask):
    reply = ask("hello", WEATHER, tool_choice="required")

    assert calls_of(reply) == [("get_weather", {"location": "Bogotá, Colombia"})]
    assert reply.choices[0].finish_reason == "tool_calls"


def test_a_named_function_is_called_and_the_reply_says_stop(ask: Ask):
    named = {"type": "function", "function": {"name": "get_time"}}

    reply = ask("Weather in Paris?", WEATHER, TIME, tool_choice=named)

    assert calls_of(reply) == [("get_time", {"city": "Paris"})]
    assert reply.choices[0].finish_reason == "stop"


@pytest.mark.parametrize(
    ("mode", "message", "expected"),
    [
        ("auto", "Weather in Paris?", []),
        ("auto", "What time is it in Paris?", ["get_time"]),
        ("required", "Weather in Paris?", ["get_time"]),
    ],
)
def test_only_allowed_tools_are_called(ask: Ask, mode, message, expected):
    allowed = {"mode": mode, "tools": [{"type": "function", "function": {"name": "get_time"}}]}

    reply = ask(
        message,
        WEATHER,
        TIME,
        tool_choice={"type": "allowed_tools", "allowed_tools": allowed},
    )

    assert [name for name, _ in calls_of(reply)] == expected


def test_without_parallel_calls_one_call_is_made_at_a_time(ask: Ask):
    question = {"role": "user", "content": "Weather in Paris and Rome?"}
    first = ask([question], WEATHER, parallel_tool_calls=False)
    assert calls_of(first) == [("get_weather", {"location": "Paris, France"})]

    call = first.choices[0].message.tool_calls[0]
    result = {"role": "tool", "tool_call_id": call.id, "content": "18"}
    thread = [question, first.choices[0].message.model_dump(exclude_none=True), result]
    second = ask(thread, WEATHER, parallel_tool_calls=False)

    assert calls_of(second) == [("get_weather", {"location": "Rome, Italy"})]


@pytest.mark.parametrize("follow_up", ["And in Rome?", "What about Rome?"])
def test_a_follow_up_calls_the_tool_of_the_question_before(ask: Ask, follow_up):
    call = {
        "id": "call_1",
        "type": "function",
        "function": {"name": "get_weather", "arguments": '{"location":"Paris, France"}'},
    }
    thread = [
        {"role": "user", "content": "Weather in Paris?"},
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "call_1", "content": "18"},
        {"role": "assistant", "content": "18 degrees."},
        {"role": "user", "content": follow_up},
    ]

    assert calls_of(ask(thread, *ALL)) == [("get_weather", {"location": "Rome, Italy"})]


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
