"""Limits, stops, choices and log probabilities."""

import openai
import pytest
from toolbox import WEATHER, Ask

HELLO = "Hello! I am Switchboard's offline gateway"


@pytest.mark.parametrize("field", ["max_tokens", "max_completion_tokens"])
def test_a_text_is_cut_at_the_limit(ask: Ask, field):
    reply = ask("hello", **{field: 4})

    assert reply.choices[0].message.content == "Hello! I am"
    assert reply.choices[0].finish_reason == "length"
    assert reply.usage.completion_tokens == 4


def test_a_call_is_cut_in_the_middle_of_its_arguments(ask: Ask):
    reply = ask("Weather in Paris?", WEATHER, max_tokens=6)

    arguments = reply.choices[0].message.tool_calls[0].function.arguments
    assert '{"location":"Paris, France"}'.startswith(arguments)
    assert 0 < len(arguments) < 28
    assert reply.choices[0].finish_reason == "length"


@pytest.mark.parametrize("stop", ["offline", ["nothing", "offline"]])
def test_a_text_ends_before_a_stop(ask: Ask, stop):
    reply = ask("hello", stop=stop)

    assert reply.choices[0].message.content == "Hello! I am Switchboard's "
    assert reply.choices[0].finish_reason == "stop"


def test_as_many_choices_are_given_as_are_asked_for(ask: Ask):
    reply = ask("hello", n=3, seed=7)

    assert [choice.index for choice in reply.choices] == [0, 1, 2]
    assert all(choice.message.content.startswith(HELLO) for choice in reply.choices)
    single = ask("hello").usage
    assert reply.usage.prompt_tokens == single.prompt_tokens
    assert reply.usage.completion_tokens == 3 * single.completion_tokens


def test_log_probabilities_are_well_formed(ask: Ask):
    choice = ask("hello", logprobs=True, top_logprobs=20).choices[0]
    entries = choice.logprobs.content

    assert "".join(entry.token for entry in entries) == choice.message.content
    for entry in entries:
        assert bytes(entry.bytes).decode() == entry.token
        likelihoods = [rival.logprob for rival in entry.top_logprobs]
        assert len(likelihoods) == 20
        assert likelihoods == sorted(likelihoods, reverse=True)
        assert entry.top_logprobs[0].token == entry.token
        assert entry.logprob <= 0


def test_no_log_probabilities_are_given_unasked(ask: Ask):
    assert ask("hello").choices[0].logprobs is None


def test_the_models_are_the_four_it_has(client: openai.OpenAI):
    models = client.models.list().data

    assert [model.id for model in models] == [
        "offline-chat",
        "offline-reasoner",
        "offline-flaky",
        "offline-odd",
    ]
    assert {model.owned_by for model in models} == {"switchboard-offline"}
    assert client.models.retrieve("offline-chat") == models[0]


def test_every_reply_names_request_time_and_version(client: openai.OpenAI):
    reply = client.models.with_raw_response.list()

    assert reply.headers["x-request-id"].startswith("req_")
    assert int(reply.headers["openai-processing-ms"]) >= 1
    assert reply.headers["openai-version"] == "2020-10-01"
