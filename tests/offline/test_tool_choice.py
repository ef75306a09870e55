"""Who may be called: ``tool_choice`` and ``parallel_tool_calls``."""

import pytest
from toolbox import TIME, WEATHER, Ask, calls_of


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
