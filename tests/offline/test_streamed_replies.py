"""Streams, event by event and through the official client's helper."""

import json
from typing import Any

import openai
import pytest
import requests
from toolbox import WEATHER, calls_of

from switchboard.offline import OfflineGateway

WEATHER_OF_TWO = {
    "model": "offline-chat",
    "messages": [{"role": "user", "content": "Weather in Paris and Rome?"}],
    "tools": [WEATHER],
}
HELLO = {"model": "offline-chat", "messages": [{"role": "user", "content": "hello"}]}


def events_of(
    http: requests.Session, gateway: OfflineGateway, body: dict[str, Any]
) -> list[dict[str, Any]]:
    """The chunks of a stream, after checking how it is framed."""
    reply = http.post(
        f"{gateway.base_url}/chat/completions", json={**body, "stream": True}, timeout=10
    )
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "text/event-stream; charset=utf-8"
    blocks = reply.content.decode().split("\n\n")
    assert blocks[-2:] == ["data: [DONE]", ""]
    return [json.loads(block.removeprefix("data: ")) for block in blocks[:-2]]


def test_a_text_comes_as_role_words_and_end(http, gateway):
    chunks = events_of(http, gateway, HELLO)
    choices = [chunk["choices"][0] for chunk in chunks]

    assert choices[0]["delta"] == {"role": "assistant", "content": "", "refusal": None}
    assert choices[1]["delta"] == {"content": "Hello"}
    assert choices[-1]["delta"] == {}
    assert [choice["finish_reason"] for choice in choices] == [None] * (len(choices) - 1) + ["stop"]
    assert len(choices) > 20


def test_all_chunks_of_a_stream_share_id_and_clock(http, gateway):
    chunks = events_of(http, gateway, HELLO)

    assert len({(chunk["id"], chunk["created"], chunk["model"]) for chunk in chunks}) == 1
    assert {chunk["object"] for chunk in chunks} == {"chat.completion.chunk"}
    assert not any("usage" in chunk for chunk in chunks)


def test_calls_come_as_openings_and_fragments_in_the_canonical_order(http, gateway):
    chunks = events_of(http, gateway, WEATHER_OF_TWO)
    deltas = [chunk["choices"][0]["delta"] for chunk in chunks]
    fragments = [delta["tool_calls"][0] for delta in deltas if "tool_calls" in delta]
    openings = [fragment for fragment in fragments if "id" in fragment]

    assert deltas[0] == {"role": "assistant", "content": None, "refusal": None}
    assert [opening["index"] for opening in openings] == [0, 1]
    assert all(opening["type"] == "function" for opening in openings)
    assert all(
        opening["function"] == {"name": "get_weather", "arguments": ""} for opening in openings
    )
    assert [fragment["index"] for fragment in fragments] == sorted(
        fragment["index"] for fragment in fragments
    )
    assert all(
        set(fragment) == {"index", "function"} for fragment in fragments if "id" not in fragment
    )
    assert deltas[-1] == {}
    assert chunks[-1]["choices"][0]["finish_reason"] == "tool_calls"


def test_usage_comes_last_and_only_when_asked_for(http, gateway):
    chunks = events_of(http, gateway, {**HELLO, "stream_options": {"include_usage": True}})

    assert all(chunk["usage"] is None for chunk in chunks[:-1])
    assert chunks[-1]["choices"] == []
    assert chunks[-1]["usage"]["total_tokens"] == (
        chunks[-1]["usage"]["prompt_tokens"] + chunks[-1]["usage"]["completion_tokens"]
    )


@pytest.mark.parametrize("body", [HELLO, WEATHER_OF_TWO], ids=["text", "calls"])
def test_a_stream_says_what_the_whole_reply_says(client: openai.OpenAI, body):
    whole = client.chat.completions.create(**body)
    with client.chat.completions.stream(**body, stream_options={"include_usage": True}) as stream:
        streamed = stream.get_final_completion()

    assert streamed.choices[0].message.content == whole.choices[0].message.content
    assert calls_of(streamed) == calls_of(whole)
    assert streamed.choices[0].finish_reason == whole.choices[0].finish_reason
    assert streamed.usage == whole.usage


def test_the_helper_of_the_official_client_sees_the_calls_finish(client: openai.OpenAI):
    with client.chat.completions.stream(**WEATHER_OF_TWO) as stream:
        done = [e for e in stream if e.type == "tool_calls.function.arguments.done"]

    assert [event.arguments for event in done] == [
        '{"location":"Paris, France"}',
        '{"location":"Rome, Italy"}',
    ]


def test_chinese_arrives_unescaped_and_whole(client: openai.OpenAI, http, gateway):
    body = {**HELLO, "messages": [{"role": "user", "content": "你好"}]}

    chunks = events_of(http, gateway, body)
    text = "".join(chunk["choices"][0]["delta"].get("content") or "" for chunk in chunks)

    assert text.startswith("你好\uff01我是 Switchboard 的离线网关")


def test_several_choices_are_streamed_each_under_its_index(http, gateway):
    chunks = events_of(http, gateway, {**HELLO, "n": 2})
    texts = ["", ""]
    for chunk in chunks:
        choice = chunk["choices"][0]
        texts[choice["index"]] += choice["delta"].get("content") or ""

    assert texts[0] == texts[1]
    assert texts[0].startswith("Hello!")
