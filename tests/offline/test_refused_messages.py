"""Conversations that break the rules get the reference's status and envelope."""

from typing import Any

import pytest
from toolbox import HELLO, RefusalOf, Refused

CALL = {"id": "call_1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
CALLING = {"role": "assistant", "content": None, "tool_calls": [CALL]}


def image(url: str) -> list[dict[str, Any]]:
    part = {"type": "image_url", "image_url": {"url": url}}
    return [{"role": "user", "content": [part]}]


REFUSED: list[Refused] = [
    (
        "no messages",
        {"messages": []},
        "Invalid 'messages': empty array. Expected an array with minimum length 1, "
        "but got an empty array instead.",
        "messages",
        "empty_array",
    ),
    (
        "messages that are no list",
        {"messages": "hello"},
        "Invalid type for 'messages': expected an array, but got a string instead.",
        "messages",
        "invalid_type",
    ),
    (
        "an unknown role",
        {"messages": [{"role": "robot", "content": "x"}]},
        "Invalid value: 'robot'. Supported values are: 'system', 'assistant', 'user', "
        "'function', 'tool', and 'developer'.",
        "messages[0].role",
        "invalid_value",
    ),
    (
        "a message without content",
        {"messages": [{"role": "user"}]},
        "Missing required parameter: 'messages[0].content'.",
        "messages[0].content",
        "missing_required_parameter",
    ),
    (
        "an assistant who says nothing",
        {"messages": [*HELLO, {"role": "assistant", "content": None}]},
        "Invalid value for 'content': expected a string, got null.",
        "messages[1].content",
        None,
    ),
    (
        "a call without its result",
        {"messages": [*HELLO, CALLING, *HELLO]},
        "An assistant message with 'tool_calls' must be followed by tool messages responding to "
        "each 'tool_call_id'. The following tool_call_ids did not have response messages: call_1",
        "messages.[2].role",
        None,
    ),
    (
        "a call at the end without its result",
        {"messages": [*HELLO, CALLING]},
        "An assistant message with 'tool_calls' must be followed by tool messages responding to "
        "each 'tool_call_id'. The following tool_call_ids did not have response messages: call_1",
        "messages.[2].role",
        None,
    ),
    (
        "a result of a call nobody made",
        {
            "messages": [
                *HELLO,
                CALLING,
                {"role": "tool", "tool_call_id": "call_2", "content": "x"},
            ]
        },
        "Invalid parameter: messages with role 'tool' must be a response to a preceeding message "
        "with 'tool_calls'.",
        "messages.[2].role",
        None,
    ),
    (
        "an empty list of calls",
        {"messages": [*HELLO, {"role": "assistant", "content": "x", "tool_calls": []}]},
        "Invalid 'messages[1].tool_calls': empty array. Expected an array with minimum length 1, "
        "but got an empty array instead.",
        "messages[1].tool_calls",
        "empty_array",
    ),
    (
        "an image that is nowhere",
        {"messages": image("ftp://example.com/cat.png")},
        "Invalid 'messages[0].content[0].image_url.url'. "
        "Expected a valid URL, but got a value with an invalid format.",
        "messages[0].content[0].image_url.url",
        "invalid_value",
    ),
    (
        "an image that is none",
        {"messages": image("data:image/png;base64,aGVsbG8=")},
        "You uploaded an unsupported image. Please make sure your image is valid and has one of "
        "the following formats: ['png', 'jpeg', 'gif', 'webp'].",
        None,
        "invalid_image_format",
    ),
]


@pytest.mark.parametrize("case", REFUSED, ids=[case[0] for case in REFUSED])
def test_a_wrong_conversation_is_refused_in_the_reference_s_words(
    refusal_of: RefusalOf, case: Refused
):
    _, fields, message, param, code = case

    assert refusal_of(fields) == {
        "message": message,
        "type": "invalid_request_error",
        "param": param,
        "code": code,
    }
