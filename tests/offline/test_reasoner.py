"""``offline-reasoner`` keeps the rules of the o-series."""

import openai
import pytest
from toolbox import WEATHER, Ask, calls_of


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("temperature", 1),
        ("top_p", 0.5),
        ("presence_penalty", 0.1),
        ("frequency_penalty", 0.1),
        ("logprobs", True),
        ("logit_bias", {"1": 2}),
        ("parallel_tool_calls", False),
    ],
)
def test_what_the_o_series_does_not_support_is_refused(ask: Ask, field, value):
    with pytest.raises(openai.BadRequestError) as refused:
        ask("Weather in Paris?", WEATHER, model="offline-reasoner", **{field: value})

    assert refused.value.body == {
        "message": f"Unsupported parameter: '{field}' is not supported with this model.",
        "type": "invalid_request_error",
        "param": field,
        "code": "unsupported_parameter",
    }


def test_the_old_limit_is_refused_with_the_name_of_the_new(ask: Ask):
    with pytest.raises(openai.BadRequestError) as refused:
        ask("hello", model="offline-reasoner", max_tokens=10)

    assert refused.value.body["message"] == (
        "Unsupported parameter: 'max_tokens' is not supported with this model. "
        "Use 'max_completion_tokens' instead."
    )


def test_an_effort_it_does_not_know_is_refused(ask: Ask):
    with pytest.raises(openai.BadRequestError) as refused:
        ask("hello", model="offline-reasoner", reasoning_effort="minimal")

    assert refused.value.code == "unsupported_value"
    assert refused.value.body["message"] == (
        "Unsupported value: 'reasoning_effort' does not support 'minimal' with this model. "
        "Supported values are: 'low', 'medium', and 'high'."
    )


def test_an_image_is_refused(ask: Ask):
    part = {"type": "image_url", "image_url": {"url": "https://example.com/cat.png"}}
    with pytest.raises(openai.BadRequestError) as refused:
        ask([{"role": "user", "content": [part]}], model="offline-reasoner")

    assert refused.value.body["message"] == (
        "Invalid content type. image_url is only supported by certain models."
    )


def test_more_effort_takes_more_reasoning_tokens_and_they_count_as_output(ask: Ask):
    spent = []
    for effort in ("low", "medium", "high"):
        usage = ask("hello", model="offline-reasoner", reasoning_effort=effort).usage
        spent.append(usage.completion_tokens_details.reasoning_tokens)
        assert usage.completion_tokens > usage.completion_tokens_details.reasoning_tokens

    assert 0 < spent[0] < spent[1] < spent[2]


def test_a_limit_that_leaves_no_room_after_reasoning_gives_an_empty_answer(ask: Ask):
    reply = ask("hello", model="offline-reasoner", max_completion_tokens=20)

    assert reply.choices[0].message.content == ""
    assert reply.choices[0].finish_reason == "length"
    assert reply.usage.completion_tokens == 20
    assert reply.usage.completion_tokens_details.reasoning_tokens == 20


def test_it_takes_a_developer_message_and_calls_tools(ask: Ask):
    thread = [
        {"role": "developer", "content": "Be brief."},
        {"role": "user", "content": "Weather in Paris?"},
    ]

    reply = ask(thread, WEATHER, model="offline-reasoner", max_completion_tokens=1000)

    assert calls_of(reply) == [("get_weather", {"location": "Paris, France"})]


def test_the_chat_model_does_not_reason(ask: Ask):
    assert ask("hello").usage.completion_tokens_details.reasoning_tokens == 0
