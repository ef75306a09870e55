"""Against aimock, which writes canonical chunks."""

import pytest

from interop.questions import WEATHER, begin, calls_of
from switchboard.desk import answered
from switchboard.gateway import list_models
from switchboard.responses import Result
from switchboard.runs import StepStatus

streamed_or_not = pytest.mark.parametrize("stream", [True, False], ids=["streamed", "whole"])


@streamed_or_not
def test_words_arrive(ask, aimock, stream):
    conversation, step = ask(aimock, begin("gpt-4o", "hello", stream=stream), [])

    assert conversation.messages[-1].text == "Hello there, 你好! ✅"
    assert (step.status, step.answer.complete) == (StepStatus.FINISHED, True)
    assert step.answer.usage.input_tokens is not None


@streamed_or_not
def test_parallel_calls_arrive_and_their_results_bring_the_answer(ask, aimock, stream):
    conversation, step = ask(aimock, begin("gpt-4o", "weather?", stream=stream), [WEATHER])

    assert step.answer.notes == ()
    assert step.answer.finish_reason == "tool_calls"
    assert calls_of(conversation) == [
        ("get_weather", '{"city":"Paris"}'),
        ("get_weather", '{"city":"罗马"}'),
    ]
    results = [(call, Result('{"celsius": 18}')) for call in conversation.pending_calls]
    conversation, step = ask(aimock, answered(conversation, results), [WEATHER])
    assert conversation.messages[-1].text == "Mild in both cities. ✅"
    assert step.answer.complete


def test_a_rate_limit_is_told_with_its_headers(ask, aimock):
    _, step = ask(aimock, begin("gpt-4o", "fail", stream=True), [])

    headers = {name.lower() for name in step.response_headers}
    assert (step.fault.status, step.fault.code) == (429, "rate_limit_exceeded")
    assert "Slow down" in step.fault.message
    assert "retry-after" in headers
    assert {name for name in headers if name.startswith("x-ratelimit-")}


def test_the_models_are_listed(aimock):
    assert "gpt-4o" in list_models(aimock)


@streamed_or_not
@pytest.mark.parametrize("fault", ["drop", "malformed", "disconnect", "ratelimit"])
def test_its_faults_are_told_and_the_step_is_saved(ask, start_aimock, fault, stream):
    failing = start_aimock(f"--chaos-{fault}", "1")

    _, step = ask(failing, begin("gpt-4o", "hello", stream=stream), [])

    assert step.status is StepStatus.FAILED
    assert step.fault.message
    assert step.fault.kind != "OurMistake"
