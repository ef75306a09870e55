"""What a gateway wrote goes back to it as it came, unknown keys and all."""

import json

import pytest

from switchboard.gateway import profile_for
from switchboard.payload.messages import wire_message
from switchboard.settings import Profile
from tests.gateway.stream_files import read, reader

CALL = {
    "id": "call_a",
    "type": "function",
    "function": {"name": "get_weather", "arguments": '{"city":"Paris"}'},
}
SIGNATURE = {"extra_content": {"google": {"thought_signature": "c2ln"}}}
MESSAGES = {
    "gemini's signature in a call": {"content": None, "tool_calls": [CALL | SIGNATURE]},
    "gemini's signature in the message": {"content": "Hello", **SIGNATURE},
    "a key inside the function": {
        "content": None,
        "tool_calls": [CALL | {"function": CALL["function"] | {"thought_signature": "c2ln"}}],
    },
    "a custom call": {
        "content": None,
        "tool_calls": [
            {"id": "call_a", "type": "custom", "custom": {"name": "math", "input": "4 + 4"}}
        ],
    },
    "another type": {"content": None, "tool_calls": [CALL | {"type": "builtin_function"}]},
    "reasoning details": {
        "content": "42",
        "reasoning_details": [{"type": "reasoning.text", "text": "Hm.", "signature": "c2ln"}],
    },
}


def read_whole(message):
    reply = {"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}
    answer, _ = read([json.dumps(reply).encode()], reader(content_type="application/json"))
    return answer.message


def read_streamed(message):
    delta = dict(message)
    if calls := delta.get("tool_calls"):
        delta["tool_calls"] = [{"index": index, **call} for index, call in enumerate(calls)]
    chunk = {"choices": [{"index": 0, "delta": delta, "finish_reason": "stop"}]}
    answer, _ = read([f"data: {json.dumps(chunk)}\n\ndata: [DONE]\n\n".encode()], reader())
    return answer.message


@pytest.mark.parametrize("reading", [read_whole, read_streamed])
@pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)
def test_a_message_goes_back_as_it_came(message, reading):
    assert wire_message(reading({"role": "assistant", **message})) == {
        "role": "assistant",
        **message,
    }


@pytest.mark.parametrize("name", ["reasoning", "reasoning_content"])
@pytest.mark.parametrize("reading", [read_whole, read_streamed])
def test_reasoning_is_remembered_under_the_name_it_came_with(name, reading):
    message = reading({"role": "assistant", "content": "42", name: "Hm."})

    assert (message.reasoning, message.extra) == ("Hm.", {name: "Hm."})


@pytest.mark.parametrize("name", ["reasoning", "reasoning_content"])
def test_reasoning_goes_back_only_where_the_profile_says_so(name):
    message = read_whole({"role": "assistant", "content": "42", name: "Hm."})

    assert wire_message(message) == {"role": "assistant", "content": "42"}
    assert wire_message(message, Profile(reasoning_replay=name))[name] == "Hm."


THINKING = {"type": "thinking", "thinking": [{"type": "text", "text": "Hm."}]}
TEXT = {"type": "text", "text": "42"}
MISTRAL = profile_for("https://api.mistral.ai/v1", "magistral-medium-latest")
THOUGHT_OUT = {
    "thinking and text": {"content": [THINKING, TEXT]},
    "keys beside the thinking": {
        "content": [THINKING | {"closed": True, "signature": "c2ln"}, TEXT]
    },
    "an open end": {"content": [THINKING | {"closed": False}, TEXT]},
    "thinking and a call": {"content": [THINKING], "tool_calls": [CALL | {"id": "abcdefghi"}]},
    "text alone": {"content": "42"},
}


@pytest.mark.parametrize("reading", [read_whole, read_streamed])
@pytest.mark.parametrize("message", THOUGHT_OUT.values(), ids=THOUGHT_OUT)
def test_mistrals_thinking_parts_go_back_to_it_as_they_came(message, reading):
    assert wire_message(reading({"role": "assistant", **message}), MISTRAL) == {
        "role": "assistant",
        **message,
    }


def test_thinking_that_came_in_pieces_goes_back_as_one_part():
    pieces = ["Hm", "."]
    chunks = [[THINKING | {"thinking": [{"type": "text", "text": one}]}] for one in pieces]
    chunks.append([THINKING | {"thinking": [], "closed": True}])
    lines = [json.dumps({"choices": [{"delta": {"content": one}}]}) for one in [*chunks, [TEXT]]]
    stream = "".join(f"data: {line}\n\n" for line in lines) + "data: [DONE]\n\n"

    answer, _ = read([stream.encode()], reader())

    assert wire_message(answer.message, MISTRAL) == {
        "role": "assistant",
        "content": [THINKING | {"closed": True}, TEXT],
    }


def test_elsewhere_an_answer_with_thinking_parts_goes_back_as_its_text():
    message = read_whole({"role": "assistant", "content": [THINKING | {"closed": True}, TEXT]})

    assert wire_message(message) == {"role": "assistant", "content": "42"}
