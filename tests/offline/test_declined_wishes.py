"""What a message says it does not want is not called."""

import pytest
from everyday import FIVE, example_tools
from toolbox import Ask, calls_of

from switchboard.offline.declining import without_declined

OSLO = ("get_weather", {"location": "Oslo, Norway"})


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("I don't need a flight, thanks", []),
        ("Please do not send an email to ana@example.com.", []),
        ("No need to check the weather in Oslo", []),
        ("I'm not interested in the weather in Oslo", []),
        ("不用查天气", []),
        ("不需要航班，谢谢", []),
        ("别查天气了，给我算 3 加 5", [("calculate", {"expression": "3 + 5"})]),
        ("天气不用查了，查一下苹果股价", [("get_stock_price", {"ticker": "AAPL"})]),
        ("I don't need a flight, but what's the weather in Oslo?", [OSLO]),
        ("No need to send an email, just tell me the weather in Oslo", [OSLO]),
        ("What's the weather in Oslo, not in Rome?", [OSLO]),
        ("Weather in Oslo without sending an email", [OSLO]),
    ],
)
def test_what_is_declined_is_not_called_and_the_rest_is(ask: Ask, message, expected):
    assert calls_of(ask(message, *FIVE)) == expected


def test_what_a_list_leaves_out_is_left_out(ask: Ask):
    calls = calls_of(ask("帮我把牛奶加到购物清单，不要面包", *example_tools()))

    assert calls == [("add_to_shopping_list", {"items": [{"name": "牛奶", "quantity": 1}]})]


def test_a_message_to_pass_on_may_decline_what_it_likes(ask: Ask):
    calls = calls_of(ask("Email bob@example.org that I don't need the flight", *FIVE))

    assert [(name, arguments["body"]) for name, arguments in calls] == [
        ("send_email", "I don't need the flight")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Don't forget to email ana@example.com",
        "I don't know the weather in Oslo",
        "Don't you have the weather in Oslo?",
        "Why not fly to Oslo?",
        "用不用带伞",
        "这个城市特别冷吗",
        "别忘了查天气",
    ],
)
def test_a_negation_that_declines_nothing_leaves_the_text_as_it_is(text):
    assert without_declined(text) == text


def test_what_was_declined_is_left_without_complaint(ask: Ask):
    assert ask("I don't need a flight, thanks", *FIVE).choices[0].message.content == (
        "All right, I leave that and called nothing. "
        "(I am Switchboard's offline gateway, no language model.)"
    )
