"""Sentences that people try first, on five tools of their own and on the examples together."""

import pytest
from everyday import FIVE, example_tools
from toolbox import Ask, calls_of

WITH_FIVE = [
    (
        "flight from Berlin to New York on 5 March for 2 people",
        [
            (
                "search_flights",
                {"from": "Berlin", "to": "New York", "date": "2027-03-05", "passengers": 2},
            )
        ],
    ),
    (
        "I'd like to go from London to Tokyo on December 24th",
        [("search_flights", {"from": "London", "to": "Tokyo", "date": "2026-12-24"})],
    ),
    (
        "帮我查明天从北京到上海的机票，两个人",
        [
            (
                "search_flights",
                {"from": "Beijing", "to": "Shanghai", "date": "2026-11-23", "passengers": 2},
            )
        ],
    ),
    (
        "A flight from Rome to Oslo",
        [("search_flights", {"from": "Rome", "to": "Oslo", "date": "2026-11-22"})],
    ),
    (
        "How is Apple stock doing, and Microsoft?",
        [("get_stock_price", {"ticker": "AAPL"}), ("get_stock_price", {"ticker": "MSFT"})],
    ),
    (
        "Tell me the price of Tesla and Nvidia shares",
        [("get_stock_price", {"ticker": "TSLA"}), ("get_stock_price", {"ticker": "NVDA"})],
    ),
    (
        "微软和谷歌的股价是多少？",
        [("get_stock_price", {"ticker": "MSFT"}), ("get_stock_price", {"ticker": "GOOGL"})],
    ),
    (
        "Email ana@example.com with the subject 'Lunch' and say I'm late",
        [("send_email", {"to": "ana@example.com", "subject": "Lunch", "body": "I'm late"})],
    ),
    (
        "email ana@example.com and ask her about lunch tomorrow",
        [
            (
                "send_email",
                {"to": "ana@example.com", "subject": "lunch tomorrow", "body": "lunch tomorrow"},
            )
        ],
    ),
]


@pytest.mark.parametrize(("message", "expected"), WITH_FIVE, ids=[case[0] for case in WITH_FIVE])
def test_among_five_tools_a_sentence_calls_what_a_person_means(ask: Ask, message, expected):
    assert calls_of(ask(message, *FIVE)) == expected


@pytest.mark.parametrize(
    ("message", "expression"),
    [
        ("What's 17% of 240?", "0.17 * 240"),
        ("what is twelve times seven", "12 * 7"),
        ("What's 12 times 7 plus 3", "12 * 7 + 3"),
        ("15% tip on 48 dollars", "0.15 * 48"),
        ("Is 20% off 80 a good deal?", "80 * (1 - 0.2)"),
        ("What is 10/4?", "10/4"),
        ("What's the square root of 144?", "sqrt(144)"),
        ("240的17%是多少", "0.17 * 240"),
        ("3加5等于多少", "3 + 5"),
    ],
)
def test_arithmetic_goes_to_the_calculator(ask: Ask, message, expression):
    assert calls_of(ask(message, *FIVE)) == [("calculate", {"expression": expression})]


def light(room, state="on", colour=None, brightness=None):
    arguments = {"room": room, "state": state, "colour": colour, "brightness": brightness}
    return ("set_light", arguments)


WITH_EXAMPLES = [
    (
        "Set up lunch with Maria next Tuesday at noon",
        [("create_event", {"title": "lunch", "when": {"date": "2026-11-24", "time": "12:00"}})],
    ),
    (
        "Schedule a dentist appointment on March 3 at 9:30am for 45 minutes",
        [
            (
                "create_event",
                {
                    "title": "dentist appointment",
                    "when": {"date": "2027-03-03", "time": "09:30", "duration_minutes": 45},
                },
            )
        ],
    ),
    ("Make the kitchen lights blue at 30%", [light("kitchen", colour="blue", brightness=30)]),
    (
        "turn off all the lights",
        [light(room, "off") for room in ("kitchen", "living room", "bedroom", "bathroom", "hall")],
    ),
    (
        "What are 250 USD in yen, and is it raining in Tokyo?",
        [
            ("convert_currency", {"amount": 250, "from_currency": "USD", "to_currency": "JPY"}),
            ("get_weather", {"city": "Tokyo"}),
        ],
    ),
    (
        "Add eggs, 2 packs of rice and 500 g of flour to the list",
        [
            (
                "add_to_shopping_list",
                {
                    "items": [
                        {"name": "eggs", "quantity": 1},
                        {"name": "rice", "quantity": 2, "unit": "pack"},
                        {"name": "flour", "quantity": 500, "unit": "g"},
                    ]
                },
            )
        ],
    ),
    (
        "What's the weather in Paris and add an umbrella to my shopping list",
        [
            ("get_weather", {"city": "Paris"}),
            ("add_to_shopping_list", {"items": [{"name": "umbrella", "quantity": 1}]}),
        ],
    ),
    ("What time is it?", [("get_current_time", {})]),
    ("Which alarms do I have?", [("list_alarms", {})]),
    ("tell me a joke", []),
    ("打开客厅的灯，亮度50%", [light("living room", brightness=50)]),
    (
        "明天下午三点安排一个会议，标题是项目评审",
        [("create_event", {"title": "项目评审", "when": {"date": "2026-11-23", "time": "15:00"}})],
    ),
    ("北京冷吗？", [("get_weather", {"city": "Beijing"})]),
    (
        "把一个5公斤的包裹从上海的李娜寄到北京的王伟",
        [
            (
                "send_parcel",
                {
                    "sender": {"name": "李娜", "city": "Shanghai", "country": "China"},
                    "recipient": {"name": "王伟", "city": "Beijing", "country": "China"},
                    "weight_kg": 5,
                },
            )
        ],
    ),
    ("你觉得人生的意义是什么？", []),
]


@pytest.mark.parametrize(
    ("message", "expected"), WITH_EXAMPLES, ids=[case[0] for case in WITH_EXAMPLES]
)
def test_among_all_examples_a_sentence_calls_what_a_person_means(ask: Ask, message, expected):
    assert calls_of(ask(message, *example_tools())) == expected


def test_what_a_tool_needs_and_nobody_said_is_asked_for(ask: Ask):
    reply = ask("Can you convert currencies?", *example_tools())

    assert calls_of(reply) == []
    assert reply.choices[0].message.content == (
        "convert_currency may fit, but your message does not say its amount, from currency and to "
        "currency, so I called nothing. Tell me, and I will. "
        "(I am Switchboard's offline gateway, no language model.)"
    )
