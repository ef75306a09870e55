"""Oddities that are asked for by name: how calls look on the wire."""

import json
from typing import Any

import pytest
from odd_streams import TWO, deltas, fragments


def whole_calls(body: bytes) -> Any:
    return json.loads(body)["choices"][0]["message"]["tool_calls"]


@pytest.mark.parametrize(
    ("name", "indexes"),
    [
        ("same-index", {0}),
        ("no-index", {"none given"}),
        ("null-index", {None}),
        ("text-index", {"0", "1"}),
        ("repeated-call", {0, 1, 100, 101}),
    ],
)
def test_the_index_of_streamed_calls_is_odd(body_of, name, indexes):
    found = fragments(body_of(name, **TWO))

    assert {fragment.get("index", "none given") for fragment in found} == indexes


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("no-id", ["none given", "none given"]),
        ("blank-id", ["", ""]),
        ("null-id", ["null", "null"]),
        ("same-id", ["call_0", "call_0"]),
    ],
)
def test_the_id_of_calls_is_odd_streamed_or_not(body_of, name, ids):
    streamed = fragments(body_of(name, **TWO))
    openings = [fragment for fragment in streamed if "type" in fragment]
    whole = whole_calls(body_of(name, stream=False, **TWO))

    assert [opening.get("id", "none given") for opening in openings] == ids
    assert [call.get("id", "none given") for call in whole] == ids


def test_every_fragment_repeats_the_id_of_its_call(body_of):
    found = fragments(body_of("id-everywhere", **TWO))

    assert len(found) > 4
    assert len({fragment["id"] for fragment in found}) == 2


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("object-arguments", [{"city": "Paris"}, {"city": "Rome"}]),
        ("whole-calls", ['{"city":"Paris"}', '{"city":"Rome"}']),
    ],
)
def test_calls_come_whole_with_their_arguments_as(body_of, name, arguments):
    found = fragments(body_of(name, **TWO))

    assert [fragment["function"]["arguments"] for fragment in found] == arguments


def test_arguments_of_a_whole_reply_are_an_object(body_of):
    calls = whole_calls(body_of("object-arguments", stream=False, **TWO))

    assert [call["function"]["arguments"] for call in calls] == [
        {"city": "Paris"},
        {"city": "Rome"},
    ]


@pytest.mark.parametrize(("name", "arguments"), [("empty-arguments", ""), ("null-arguments", None)])
def test_arguments_are_left_out(body_of, name, arguments):
    streamed = fragments(body_of(name, **TWO))
    whole = whole_calls(body_of(name, stream=False, **TWO))

    assert {fragment["function"]["arguments"] for fragment in streamed} == {arguments}
    assert {call["function"]["arguments"] for call in whole} == {arguments}


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("split-name", ["get_w", "eather"]),
        ("repeated-name", ["get_weather"] * 6),
    ],
)
def test_the_name_comes_in_another_way(body_of, name, names):
    found = [fragment["function"].get("name") for fragment in fragments(body_of(name, **TWO))]

    assert [each for each in found if each][: len(names)] == names


def test_a_late_name_follows_the_arguments(body_of):
    first = [each for each in fragments(body_of("late-name", **TWO)) if each["index"] == 0]

    assert "name" not in first[0]["function"]
    assert first[-1] == {
        "index": 0,
        "type": "function",
        "function": {"name": "get_weather"},
    }
    assert all("arguments" in fragment["function"] for fragment in first[:-1])


def test_a_signature_hangs_on_each_call(body_of):
    openings = [each for each in fragments(body_of("extra-keys", **TWO)) if "id" in each]

    assert [opening["extra_content"]["google"]["thought_signature"] for opening in openings] == [
        "c2lnbmVk0",
        "c2lnbmVk1",
    ]


def test_a_single_call_is_no_list(body_of):
    calls = [delta["tool_calls"] for delta in deltas(body_of("single-call", **TWO))[1:-1]]

    assert all(isinstance(call, dict) for call in calls)


def test_calls_written_into_the_text(body_of):
    message = json.loads(body_of("call-as-text", stream=False, **TWO))["choices"][0]
    streamed = "".join(
        delta.get("content") or "" for delta in deltas(body_of("call-as-text", **TWO))
    )

    assert message["finish_reason"] == "stop"
    assert message["message"]["content"].startswith(
        '<tool_call>\n{"name": "get_weather", "arguments": {"city": "Paris"}}\n</tool_call>'
    )
    assert "tool_calls" not in message["message"]
    assert streamed.count("<tool_call>") == 2


def test_the_field_of_2023_holds_the_first_call(body_of):
    choice = json.loads(body_of("function-call", stream=False, **TWO))["choices"][0]

    assert choice["message"]["function_call"] == {
        "name": "get_weather",
        "arguments": '{"city":"Paris"}',
    }
    assert choice["finish_reason"] == "function_call"


def test_a_required_call_is_ignored(body_of):
    body = json.loads(body_of("ignored-choice", stream=False, **TWO, tool_choice="required"))

    assert "tool_calls" not in body["choices"][0]["message"]
    assert body["choices"][0]["message"]["content"]
