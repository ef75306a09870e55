"""What a person is told to try when a gateway refuses."""

import json

import pytest
from scripted_replies import chunk, sse

from switchboard.errors import StreamFault
from tests.gateway.error_replies import refusal
from tests.gateway.stream_files import read, reader


@pytest.mark.parametrize(
    ("status", "advice"),
    [
        (401, "Check the API key of this gateway."),
        (404, "Check the model's name, and whether the base URL is missing /v1."),
        (402, "The account has no credit left; top it up or pick another gateway."),
        (429, "Wait a little and try again; if it goes on, check the account's limits."),
        (502, "What stands behind the gateway does not answer; try again in a moment."),
        (503, "The gateway is overloaded or just starting; try again in a moment."),
        (529, "The gateway is overloaded or just starting; try again in a moment."),
        (500, "The fault is the gateway's; try again in a moment."),
        (599, "The fault is the gateway's; try again in a moment."),
        (418, ""),
    ],
)
def test_the_status_decides_what_to_try(status, advice):
    assert refusal("No", status=status).advice == advice


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (404, {"message": "No access to `m`", "code": "model_not_found"}),
        (404, {"message": "`m` does not exist.", "type": "NotFoundError", "param": "model"}),
        (404, {"message": 'model "m" not found, try pulling it first', "type": "api_error"}),
        (503, {"message": "no channel for it", "code": "model_not_found"}),
    ],
    ids=["OpenAI", "vLLM", "Ollama", "one-api"],
)
def test_where_only_the_model_is_missing_the_address_is_not_doubted(status, error):
    assert refusal(json.dumps({"error": error}), status=status).advice == (
        "Pick another model from the list, or check how this one is spelt."
    )


def test_a_used_up_quota_is_not_worth_waiting_for():
    body = (
        '{"error":{"message":"No quota","type":"insufficient_quota","code":"insufficient_quota"}}'
    )

    assert refusal(body, status=429).advice == (
        "The account's quota is used up; waiting will not help. Check its plan and billing."
    )


@pytest.mark.parametrize(
    ("status", "body", "advice"),
    [
        pytest.param(
            400,
            '[{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.",'
            '"status":"INVALID_ARGUMENT"}}]',
            "Check the API key of this gateway.",
            id="Gemini refuses a key with 400",
        ),
        pytest.param(
            400,
            '{"error":{"message":"Too many tokens","code":"context_length_exceeded"}}',
            "Send less: fewer or smaller messages, tools or images.",
            id="context length",
        ),
        pytest.param(
            400,
            "<html><title>400 The plain HTTP request was sent to HTTPS port</title></html>",
            "Write the base URL with https://.",
            id="nginx wants https",
        ),
        pytest.param(
            400,
            "Client sent an HTTP request to an HTTPS server.",
            "Write the base URL with https://.",
            id="Go wants https",
        ),
        pytest.param(
            400,
            "",
            "Try it with fewer settings and tools, or check the base URL.",
            id="nothing is named",
        ),
        pytest.param(
            422,
            "<p>No</p>",
            "Try it with fewer settings and tools, or check the base URL.",
            id="a page names nothing",
        ),
        pytest.param(
            404,
            "<html><title>404 Not Found</title></html>",
            "Check the model's name, and whether the base URL is missing /v1.",
            id="a wrong base URL",
        ),
    ],
)
def test_what_is_named_decides_what_to_try(status, body, advice):
    assert refusal(body, status=status).advice == advice


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (
            {"message": "Overloaded", "type": "overloaded_error"},
            "The gateway is overloaded or just starting; try again in a moment.",
        ),
        (
            {"message": "Oh", "type": "server_error"},
            "The fault is the gateway's; try again in a moment.",
        ),
        (
            {"message": "Slow down", "code": 429},
            "Wait a little and try again; if it goes on, check the account's limits.",
        ),
        ({"message": "Oh"}, ""),
    ],
)
def test_an_error_inside_a_stream_says_what_to_try(error, advice):
    _, fault = read(sse(chunk({"content": "Hi"}), json.dumps({"error": error})), reader())

    assert isinstance(fault, StreamFault)
    assert fault.advice == advice
