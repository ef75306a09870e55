"""Wrong requests get the reference's status and envelope, and the client's own error class."""

from typing import Any

import openai
import pytest
import requests
from toolbox import WEATHER

from switchboard.offline import OfflineGateway

HELLO = [{"role": "user", "content": "hello"}]
CALL = {"id": "call_1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
CALLING = {"role": "assistant", "content": None, "tool_calls": [CALL]}


def function(**fields: Any) -> dict[str, Any]:
    return {"type": "function", "function": {"name": "f", **fields}}


def image(url: str) -> list[dict[str, Any]]:
    part = {"type": "image_url", "image_url": {"url": url}}
    return [{"role": "user", "content": [part]}]


REFUSED: list[tuple[str, dict[str, Any], str, str | None, str | None]] = [
    (
        "a field nobody knows",
        {"foo": 1},
        "Unrecognized request argument supplied: foo",
        None,
        None,
    ),
    (
        "text for a number",
        {"temperature": "hot"},
        "Invalid type for 'temperature': expected a decimal, but got a string instead.",
        "temperature",
        "invalid_type",
    ),
    (
        "a truth for a number",
        {"max_tokens": True},
        "Invalid type for 'max_tokens': expected an integer, but got a boolean instead.",
        "max_tokens",
        "invalid_type",
    ),
    (
        "a number too great",
        {"temperature": 2.5},
        "Invalid 'temperature': decimal above maximum value. "
        "Expected a value <= 2, but got 2.5 instead.",
        "temperature",
        "decimal_above_max_value",
    ),
    (
        "a number too small",
        {"n": 0},
        "Invalid 'n': integer below minimum value. Expected a value >= 1, but got 0 instead.",
        "n",
        "integer_below_min_value",
    ),
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
        "an empty list of tools",
        {"tools": []},
        "Invalid 'tools': empty array. Expected an array with minimum length 1, "
        "but got an empty array instead.",
        "tools",
        "empty_array",
    ),
    (
        "129 tools",
        {"tools": [function(name=f"f{index}") for index in range(129)]},
        "Invalid 'tools': array too long. Expected an array with maximum length 128, "
        "but got an array with length 129 instead.",
        "tools",
        "array_above_max_length",
    ),
    (
        "two tools of one name",
        {"tools": [function(), function()]},
        "Invalid 'tools[1].function.name': tool names must be unique, but 'f' is already the "
        "name of 'tools[0]'.",
        "tools[1].function.name",
        "invalid_value",
    ),
    (
        "a name with a blank",
        {"tools": [function(name="get weather")]},
        "Invalid 'tools[0].function.name': string does not match pattern. "
        "Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.",
        "tools[0].function.name",
        "invalid_value",
    ),
    (
        "a name of 65 characters",
        {"tools": [function(name="f" * 65)]},
        "Invalid 'tools[0].function.name': string too long. Expected a string with maximum "
        "length 64, but got a string with length 65 instead.",
        "tools[0].function.name",
        "string_above_max_length",
    ),
    (
        "parameters that are no object's",
        {"tools": [function(parameters={"type": "string"})]},
        "Invalid schema for function 'f': schema must be a JSON Schema of 'type: \"object\"', "
        "got 'type: \"string\"'.",
        "tools[0].function.parameters",
        "invalid_function_parameters",
    ),
    (
        "a strict schema that is not strict",
        {"tools": [function(strict=True, parameters={"type": "object", "properties": {}})]},
        "Invalid schema for function 'f': In context=(), 'additionalProperties' is required to be "
        "supplied and to be false.",
        "tools[0].function.parameters",
        "invalid_function_parameters",
    ),
    (
        "a choice of a tool that is not there",
        {
            "tools": [WEATHER],
            "tool_choice": {"type": "function", "function": {"name": "get_time"}},
        },
        "Invalid value for 'tool_choice': no function named 'get_time' was specified in the "
        "'tools' parameter.",
        "tool_choice",
        None,
    ),
    (
        "a choice of a word nobody offers",
        {"tools": [WEATHER], "tool_choice": "any"},
        "Invalid value: 'any'. Supported values are: 'none', 'auto', and 'required'.",
        "tool_choice",
        "invalid_value",
    ),
    (
        "a choice without tools",
        {"tool_choice": "auto"},
        "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are "
        "specified.",
        "tool_choice",
        None,
    ),
    (
        "parallel calls without tools",
        {"parallel_tool_calls": False},
        "Invalid value for 'parallel_tool_calls': 'parallel_tool_calls' is only allowed when "
        "'tools' are specified.",
        "parallel_tool_calls",
        None,
    ),
    (
        "stream options without a stream",
        {"stream_options": {"include_usage": True}},
        "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
        "stream_options",
        None,
    ),
    (
        "two limits",
        {"max_tokens": 5, "max_completion_tokens": 5},
        "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
        None,
        "invalid_parameter_combination",
    ),
    (
        "rivals without log probabilities",
        {"top_logprobs": 2},
        "Invalid value for 'top_logprobs': 'top_logprobs' is only allowed when 'logprobs' is "
        "enabled.",
        "top_logprobs",
        None,
    ),
    (
        "JSON that nobody speaks of",
        {"response_format": {"type": "json_object"}},
        "'messages' must contain the word 'json' in some form, to use 'response_format' of type "
        "'json_object'.",
        "messages",
        None,
    ),
    (
        "five stops",
        {"stop": ["a", "b", "c", "d", "e"]},
        "Invalid 'stop': array too long. Expected an array with maximum length 4, "
        "but got an array with length 5 instead.",
        "stop",
        "array_above_max_length",
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
    (
        "effort of a model that makes none",
        {"reasoning_effort": "low"},
        "Unrecognized request argument supplied: reasoning_effort",
        None,
        None,
    ),
    ("no model", {"model": None}, "you must provide a model parameter", None, None),
]


@pytest.mark.parametrize(
    ("fields", "message", "param", "code"),
    [case[1:] for case in REFUSED],
    ids=[case[0] for case in REFUSED],
)
def test_a_wrong_request_is_refused_in_the_words_of_the_reference(
    http: requests.Session, gateway: OfflineGateway, fields, message, param, code
):
    body = {"model": "offline-chat", "messages": HELLO, **fields}

    reply = http.post(f"{gateway.base_url}/chat/completions", json=body, timeout=10)

    assert reply.status_code == 400
    assert reply.json() == {
        "error": {
            "message": message,
            "type": "invalid_request_error",
            "param": param,
            "code": code,
        }
    }


@pytest.mark.parametrize("body", [b"", b"{", b"hello", b"\xff\xfe", b"[" * 100_000])
def test_a_body_that_is_no_json_is_refused(
    http: requests.Session, gateway: OfflineGateway, body: bytes
):
    reply = http.post(f"{gateway.base_url}/chat/completions", data=body, timeout=10)

    assert reply.status_code == 400
    assert reply.json()["error"]["message"].startswith("We could not parse the JSON body")


def test_the_official_client_raises_its_own_errors(client: openai.OpenAI):
    with pytest.raises(openai.NotFoundError) as unknown:
        client.chat.completions.create(model="gpt-99", messages=HELLO)
    with pytest.raises(openai.BadRequestError) as wrong:
        client.chat.completions.create(model="offline-chat", messages=[])

    assert unknown.value.code == "model_not_found"
    assert "`gpt-99` does not exist" in unknown.value.message
    assert wrong.value.param == "messages"
    assert wrong.value.request_id.startswith("req_")


@pytest.mark.parametrize("key", ["sk-invalid-0123456789", "wrong", "my-Expired-key-0123"])
def test_a_key_that_says_it_is_wrong_is_refused_and_masked(client: openai.OpenAI, key):
    with pytest.raises(openai.AuthenticationError) as refused:
        client.with_options(api_key=key).models.list()

    assert refused.value.code == "invalid_api_key"
    assert "Incorrect API key provided: " in refused.value.message
    assert key not in refused.value.message


def test_no_key_at_all_is_fine(http: requests.Session, gateway: OfflineGateway):
    assert http.get(f"{gateway.base_url}/models", timeout=10).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status", "message"),
    [
        ("GET", "/v1/nothing", 404, "Invalid URL (GET /v1/nothing)"),
        ("POST", "/chat", 404, "Invalid URL (POST /chat)"),
        (
            "GET",
            "/v1/chat/completions",
            405,
            "Not allowed to GET on /v1/chat/completions. "
            "(HINT: Perhaps you meant to use a different HTTP method?)",
        ),
        ("GET", "/v1/models/gpt-99", 404, None),
    ],
)
def test_a_path_that_is_not_there_is_refused_in_json(
    http: requests.Session, gateway: OfflineGateway, method, path, status, message
):
    reply = http.request(method, gateway.base_url.removesuffix("/v1") + path, timeout=10)

    assert reply.status_code == status
    assert reply.json()["error"]["message"] == (
        message or "The model `gpt-99` does not exist or you do not have access to it."
    )


def test_keys_of_a_message_that_the_interface_does_not_know_are_let_pass(
    http: requests.Session, gateway: OfflineGateway
):
    message = {"role": "user", "content": "hello", "reasoning_content": "hm"}
    body = {"model": "offline-chat", "messages": [message]}

    reply = http.post(f"{gateway.base_url}/chat/completions", json=body, timeout=10)

    assert reply.status_code == 200
