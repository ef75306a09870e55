"""The scripted gateway itself: what the other tests rely on."""

import threading
import time

import pytest
import requests
from openai import APIStatusError, OpenAI
from scripted_exchange import Reply
from scripted_gateway import ScriptedGateway
from scripted_replies import call_stream, completion_json, error_json, text_stream

ASK = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}


@pytest.fixture
def sdk(scripted):
    with OpenAI(base_url=scripted.base_url, api_key="x", max_retries=0) as client:
        yield client


def test_the_official_client_reads_its_streams(scripted, sdk):
    calls = [("get_weather", {"city": "Paris"}), ("get_time", {})]
    scripted.reply(call_stream(calls, text="Let me"))

    chunks = list(sdk.chat.completions.create(**ASK, stream=True))

    text = "".join(c.choices[0].delta.content or "" for c in chunks if c.choices)
    opened = [t for c in chunks if c.choices for t in c.choices[0].delta.tool_calls or []]
    assert text == "Let me"
    assert [call.function.name for call in opened if call.id] == ["get_weather", "get_time"]
    assert chunks[-1].usage.total_tokens == 19


def test_the_official_client_reads_its_replies(scripted, sdk):
    scripted.reply(completion_json(None, calls=[("get_weather", {"city": "Paris"})]))

    message = sdk.chat.completions.create(**ASK).choices[0].message

    assert message.tool_calls[0].function.arguments == '{"city": "Paris"}'


def test_the_official_client_understands_its_errors(scripted, sdk):
    scripted.reply(error_json("No", code="bad"), status=400)

    with pytest.raises(APIStatusError) as refusal:
        sdk.chat.completions.create(**ASK)

    assert (refusal.value.status_code, refusal.value.code) == (400, "bad")


def test_it_answers_by_itself_when_nothing_is_queued(scripted, sdk):
    assert [model.id for model in sdk.models.list()] == ["scripted-1"]
    assert "scripted" in sdk.chat.completions.create(**ASK).choices[0].message.content
    assert requests.get(f"{scripted.root}/nowhere", timeout=5).status_code == 404


def test_a_function_can_answer(scripted):
    scripted.answer_with(lambda request: Reply(request.json["model"], content_type="text/plain"))

    assert requests.post(f"{scripted.base_url}/chat/completions", json=ASK, timeout=5).text == "m"


def test_requests_are_recorded(scripted):
    requests.post(f"{scripted.base_url}/chat/completions", json=ASK, timeout=5)

    recorded = scripted.wait_for_requests()
    assert (recorded.method, recorded.path, recorded.json) == ("POST", "/v1/chat/completions", ASK)
    assert not recorded.closed_by_client.is_set()


def test_a_client_that_leaves_is_noticed(scripted):
    scripted.reply(hang=True)

    with pytest.raises(requests.ReadTimeout):
        requests.post(f"{scripted.base_url}/chat/completions", json=ASK, timeout=0.1)

    recorded = scripted.requests[0]
    assert recorded.closed_by_client.wait(5)
    assert recorded.closed_at <= time.monotonic()


def test_leaving_the_block_ends_hung_replies():
    with ScriptedGateway() as gateway:
        gateway.reply(hang=True)
        gateway.reply(text_stream(), hold=threading.Event())
        failures = []

        def ask():
            try:
                url = f"{gateway.base_url}/chat/completions"
                failures.append(requests.post(url, json=ASK, timeout=30).status_code)
            except requests.RequestException as error:
                failures.append(type(error).__name__)

        clients = [threading.Thread(target=ask) for _ in range(2)]
        for client in clients:
            client.start()
        gateway.wait_for_requests(2)

    for client in clients:
        client.join(10)
    assert len(failures) == 2
    assert not any(recorded.closed_by_client.is_set() for recorded in gateway.requests)
