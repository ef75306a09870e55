"""Every shape of an error that gateways send is read, without a key in it."""

import json

import pytest

from switchboard.errors import GatewayRefusal
from tests.gateway.error_replies import refusal
from tests.gateway.stream_files import reader

KEY = "sk-very-secret-0123"

# Every shape seen: body, then message, type, param and code as read.
SHAPES = {
    "openai": (
        '{"error":{"message":"Too long.","type":"invalid_request_error","param":"messages",'
        '"code":"context_length_exceeded"}}',
        ("Too long.", "invalid_request_error", "messages", "context_length_exceeded"),
    ),
    "text under error": ('{"error":"Too long."}', ("Too long.", None, None, None)),
    "fastapi text": ('{"detail":"Too long."}', ("Too long.", None, None, None)),
    "fastapi list": (
        '{"detail":[{"loc":["body","messages",0],"msg":"Field required","type":"missing"},'
        '{"loc":["body","model"],"msg":"Field required","type":"missing"}]}',
        (
            "body.messages.0: Field required; body.model: Field required",
            "missing",
            "body.messages.0",
            None,
        ),
    ),
    "vllm": (
        '{"object":"error","message":"Too long.","type":"BadRequestError","param":null,"code":400}',
        ("Too long.", "BadRequestError", None, "400"),
    ),
    "gemini list": (
        '[{"error":{"code":400,"message":"Too long.","status":"INVALID_ARGUMENT"}}]',
        ("Too long.", None, None, "400"),
    ),
    "bare": ('{"message":"Too long.","code":"E1"}', ("Too long.", None, None, "E1")),
    "llama.cpp": (
        '{"error":{"code":400,"message":"Too long.","type":"invalid_request_error"}}',
        ("Too long.", "invalid_request_error", None, "400"),
    ),
    "nested JSON in the message": (
        '{"error":{"message":"{\\"error\\":{\\"message\\":\\"Too long.\\",\\"code\\":\\"deep\\"}}",'
        '"type":"upstream_error"}}',
        ("Too long.", "upstream_error", None, "deep"),
    ),
    "openrouter upstream": (
        '{"error":{"message":"Provider returned error","code":400,'
        '"metadata":{"raw":"{\\"error\\":{\\"message\\":\\"Too long.\\"}}"}}}',
        ("Provider returned error: Too long.", None, None, "400"),
    ),
    "a code alone": (
        '{"error":{"code":"insufficient_quota"}}',
        ("insufficient_quota", None, None, "insufficient_quota"),
    ),
    "a type, a param and an empty message": (
        '{"error":{"message":"","type":"tokens","param":"messages","code":"too_long"}}',
        ("too_long", "tokens", "messages", "too_long"),
    ),
    "a type and a number": (
        '{"error":{"message":null,"type":"overloaded_error","code":529}}',
        ("overloaded_error", "overloaded_error", None, "529"),
    ),
    "a number alone": ('{"error":{"code":400}}', ("400", None, None, "400")),
    "an error that says nothing": ('{"error":{"ok":0}}', ('{"error":{"ok":0}}', None, None, None)),
    "baidu": ('{"error_code":17,"error_msg":"Too long."}', ("Too long.", None, None, "17")),
    "event stream": (
        'data: {"error":{"message":"Too long."}}\n\n',
        ("Too long.", None, None, None),
    ),
    "plain text": ("Internal Server Error", ("Internal Server Error", None, None, None)),
    "page": (
        "<html><title>502 Bad Gateway</title></html>",
        ("a web page titled '502 Bad Gateway'", None, None, None),
    ),
    "xml": (
        "<?xml version='1.0'?><Error>AccessDenied</Error>",
        ("<?xml version='1.0'?><Error>AccessDenied</Error>", None, None, None),
    ),
    "page as XML": (
        "<?xml version='1.0'?><html><title>Oh</title></html>",
        ("a web page titled 'Oh'", None, None, None),
    ),
    "page without a title": ("<h1>Oh</h1>", ("a web page", None, None, None)),
    "unknown object": ('{"ok":false}', ('{"ok":false}', None, None, None)),
    "broken JSON": ('{"error":', ('{"error":', None, None, None)),
}


@pytest.mark.parametrize(("body", "read_as"), SHAPES.values(), ids=SHAPES)
def test_every_shape_of_an_error_body_is_understood(body, read_as):
    error = refusal(body)

    message, *fields = read_as
    assert error.message == f"The gateway refused the request (400 Bad Request): {message}"
    assert [error.type, error.param, error.code] == fields
    assert error.body == body


def test_an_empty_error_body_still_makes_a_sentence():
    error = refusal("", status=503)

    assert error.message == (
        "The gateway refused the request (503 Service Unavailable) without a word."
    )
    assert error.status == 503


@pytest.mark.parametrize(
    "echo",
    [
        f"Incorrect API key provided: {KEY}. Find yours online.",
        f"Bearer {KEY} is wrong",
        "Incorrect API key provided: sk-ab***wxyz.",
        "Bad header: Authorization: Bearer somebody-elses-key",
        "Your xai-0123456789abcdefABCDEF is expired",
    ],
)
def test_an_echoed_key_is_masked_everywhere(echo):
    body = json.dumps({"error": {"message": echo, "type": echo, "param": echo, "code": echo}})
    error = refusal(body, status=401, key=KEY)

    said = repr(vars(error)) + repr(error) + str(error)
    assert "***" in error.message
    for secret in (KEY, "sk-ab", "somebody", "0123456789abcdef"):
        assert secret not in said


def test_a_very_long_error_is_cut():
    error = refusal("x" * 500_000)

    assert len(error.message) < 1_100
    assert len(error.body) == 200_000


def test_closing_twice_says_it_once():
    reading = reader(status=500)
    reading.feed(b"No")
    with pytest.raises(GatewayRefusal):
        reading.close()

    reading.close()

    assert reading.answer().complete is False
