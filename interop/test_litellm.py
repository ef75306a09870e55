"""Through the litellm proxy to the offline gateway."""

import pytest

from interop.questions import WEATHER, begin, calls_of
from switchboard.desk import answered
from switchboard.gateway import list_models
from switchboard.responses import Result
from switchboard.runs import StepStatus

streamed_or_not = pytest.mark.parametrize("stream", [True, False], ids=["streamed", "whole"])


@streamed_or_not
def test_words_arrive(ask, litellm, stream):
    conversation, step = ask(litellm, begin("through", "hello", stream=stream), [])

    assert conversation.messages[-1].text.startswith("Hello! I am Switchboard")
    assert (step.status, step.answer.complete) == (StepStatus.FINISHED, True)
    assert step.answer.usage.output_tokens > 10


@streamed_or_not
def test_parallel_calls_arrive_and_their_results_bring_the_answer(ask, litellm, stream):
    question = begin("through", "Weather in Paris and Rome?", stream=stream)

    conversation, step = ask(litellm, question, [WEATHER])

    assert step.answer.finish_reason == "tool_calls"
    assert calls_of(conversation) == [
        ("get_weather", '{"city":"Paris"}'),
        ("get_weather", '{"city":"Rome"}'),
    ]
    results = [(call, Result('{"celsius": 18}')) for call in conversation.pending_calls]
    conversation, step = ask(litellm, answered(conversation, results), [WEATHER])
    assert "18" in conversation.messages[-1].text
    assert step.answer.complete


def test_a_refusal_behind_the_proxy_is_told(ask, litellm):
    _, step = ask(litellm, begin("failing", "hello", stream=True), [])

    assert step.fault.status == 429
    assert "Rate limit reached" in step.fault.message


def test_a_model_that_the_proxy_does_not_know_is_told(ask, litellm):
    _, step = ask(litellm, begin("nope", "hello", stream=True), [])

    assert step.fault.status == 400
    assert "nope" in step.fault.message


def test_the_models_are_listed(litellm):
    assert set(list_models(litellm)) == {"through", "failing"}
