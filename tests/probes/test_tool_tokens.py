"""What tools cost exactly: two short questions, with them and without."""

import json

import pytest
from scripted_replies import error_json

from switchboard.gateway import ApiKey, Gateway
from switchboard.probes import Plan, TokenCount
from switchboard.tools import check_toolset

TOOLS = [tool.definition() for tool in check_toolset('[{"name": "now"}]').tools]


@pytest.fixture
def plan(scripted):
    return Plan(Gateway("S", scripted.base_url, max_retries=0), "scripted-1")


def answer(input_tokens):
    usage = {"prompt_tokens": input_tokens, "completion_tokens": 1, "total_tokens": 9}
    message = {"role": "assistant", "content": "H"}
    choice = {"index": 0, "message": message, "finish_reason": "length"}
    return json.dumps({"id": "1", "choices": [choice], "usage": usage})


def counted(plan):
    count = TokenCount(plan, TOOLS)
    count.start()
    assert count.wait(30)
    return count


def test_tools_cost_what_the_prompt_has_more_with_them(scripted, plan):
    scripted.reply(answer(60))
    scripted.reply(answer(8))

    count = counted(plan)

    assert (count.counted.with_tools, count.counted.without, count.counted.tokens) == (60, 8, 52)
    assert (count.failure, count.progress, count.is_running) == ("", 1.0, False)
    with_tools, without = (request.json for request in scripted.requests)
    assert with_tools == {
        "model": "scripted-1",
        "messages": [{"role": "user", "content": "Hi"}],
        "max_tokens": 1,
        "tools": TOOLS,
    }
    assert "tools" not in without


def test_a_limit_that_is_refused_is_raised_and_then_sent_under_its_other_name(scripted, plan):
    for _ in range(2):
        scripted.reply(error_json("Could not finish the message"), status=400)
    for tokens in (60, 8):
        scripted.reply(answer(tokens))

    count = counted(plan)

    limits = [
        (name, request.json[name])
        for request in scripted.requests
        for name in ("max_tokens", "max_completion_tokens")
        if name in request.json
    ]
    assert limits == [
        ("max_tokens", 1),
        ("max_tokens", 16),
        ("max_completion_tokens", 1),
        ("max_tokens", 1),
    ]
    assert count.counted.tokens == 52


def test_a_refusal_is_told_with_the_key_masked(scripted):
    gateway = Gateway("S", scripted.base_url, key=ApiKey("sk-secret-123456789"), max_retries=0)
    scripted.reply(error_json("Wrong key sk-secret-123456789."), status=401)

    count = counted(Plan(gateway, "scripted-1"))

    assert count.counted is None
    assert "Wrong key" in count.failure
    assert "secret" not in count.failure


def test_a_gateway_without_usage_is_said_to_tell_nothing(scripted, plan):
    scripted.reply(json.dumps({"choices": [{"index": 0, "message": {"content": "H"}}]}))

    count = counted(plan)

    assert count.failure == "The gateway does not say how many tokens a request had."


def test_a_count_can_be_stopped_while_the_gateway_is_silent(scripted, plan):
    scripted.reply(hang=True)
    count = TokenCount(plan, TOOLS)
    count.start()
    scripted.wait_for_requests(1)

    count.stop()

    assert count.wait(10)
    assert count.failure == "Stopped by you."
