import json

import pytest
from scripted_replies import chunk, sse

from switchboard.errors import GatewayRefusal, ReplyUnreadable, StreamFault
from switchboard.gateway import ReplyReader
from tests.gateway.stream_files import read, reader

KEY = "sk-very-secret-0123"
MESSAGE = "Too long."

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


def refusal(body: str | bytes, *, status: int = 400, key: str = "") -> GatewayRefusal:
    body = body.encode() if isinstance(body, str) else body
    secrets = (key,) if key else ()
    _, error = read([body], ReplyReader(status=status, content_type="", secrets=secrets))
    assert isinstance(error, GatewayRefusal)
    return error


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


def test_a_missing_page_that_lists_models_is_no_missing_model():
    body = '{"error":{"message":"Invalid URL (GET /models)","type":"invalid_request_error"}}'

    assert refusal(body, status=404).advice == (
        "Check the model's name, and whether the base URL is missing /v1."
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


OTHER_PLACE = ". Redirects are not followed: neither the request nor a key was sent there."
LOGIN = "Check the base URL; the gateway may want a login first."


@pytest.mark.parametrize(
    ("location", "message", "advice"),
    [
        (
            "https://api.example/v1/chat/completions?k=hunter2",
            " to 'https://api.example/v1/chat/completions' (307 Temporary Redirect)" + OTHER_PLACE,
            "If you trust that address, set 'https://api.example/v1' as the base URL.",
        ),
        (
            "https://me:hunter2@login.example/sign-in?next=/v1#top",
            " to 'https://login.example/sign-in' (307 Temporary Redirect)" + OTHER_PLACE,
            LOGIN,
        ),
        (
            "//cdn.example/models",
            " to '//cdn.example/models' (307 Temporary Redirect)" + OTHER_PLACE,
            "If you trust that address, set 'https://cdn.example/v1' as the base URL.",
        ),
        (
            "/v1/chat/completions/",
            " to '/v1/chat/completions/' (307 Temporary Redirect). Redirects are not followed.",
            LOGIN,
        ),
        ("", " (307 Temporary Redirect). Redirects are not followed.", LOGIN),
        ("http://[not-an-address", " (307 Temporary Redirect). Redirects are not followed.", LOGIN),
        (
            "javascript://api.example/models",
            " to 'javascript://api.example/models' (307 Temporary Redirect)" + OTHER_PLACE,
            LOGIN,
        ),
    ],
)
def test_a_redirect_says_where_it_points_and_that_nothing_went_there(location, message, advice):
    reading = ReplyReader(status=307, content_type="", location=location)
    _, error = read([b"<a>Moved</a>"], reading)

    assert isinstance(error, ReplyUnreadable)
    assert error.message == f"The gateway redirects{message}"
    assert error.advice == advice
    assert error.body == "<a>Moved</a>"


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


@pytest.mark.parametrize(
    "body",
    [
        '{"contentType":"application/json","method":"POST"}',
        '{"message":{"role":"assistant","content":"native"},"done":true}',
        "[]",
        "[1,2]",
        "{}",
        '"text"',
        "7",
    ],
)
def test_other_json_with_status_200_is_unreadable(body):
    answer, error = read([body.encode()], reader(content_type="application/json"))

    assert isinstance(error, ReplyUnreadable)
    assert error.body == body
    assert answer.complete is False


def test_a_reply_of_deeply_nested_brackets_is_unreadable():
    _, error = read([b"[" * 200_000], reader(content_type="application/json"))

    assert isinstance(error, ReplyUnreadable)


@pytest.mark.parametrize("key", ["content", "tool_calls", "extra", "reasoning_details"])
def test_a_chunk_of_nothing_but_deep_nesting_is_no_answer(key):
    deep = "[" * 201 + '"\\ud83d"' + "]" * 201
    stream = f'data: {{"choices":[{{"delta":{{"{key}":{deep}}}}}]}}\n\ndata: [DONE]\n\n'

    answer, error = read([stream.encode()], reader())

    assert isinstance(error, ReplyUnreadable)
    assert "nesting too deep, to keep; read as null." in answer.notes[0]


def test_brackets_inside_text_are_no_nesting():
    text = "[{" * 5_000 + '\\" '
    stream = sse(chunk({"content": text}), chunk(finish="stop"))

    answer, _ = read(stream, reader())

    assert answer.message.text == text


def test_closing_twice_says_it_once():
    reading = reader(status=500)
    reading.feed(b"No")
    with pytest.raises(GatewayRefusal):
        reading.close()

    reading.close()

    assert reading.answer().complete is False


def test_an_empty_stream_shows_its_beginning_with_keys_masked():
    comment = f": {KEY} é\n\n".encode()
    reading = ReplyReader(status=200, content_type="text/event-stream", secrets=(KEY,))

    _, error = read([comment] * 3_000, reading)

    assert isinstance(error, ReplyUnreadable)
    assert error.body.startswith(": *** é\n\n: *** é\n\n")
    assert KEY[:9] not in error.body
    assert len(error.body) == 2_001
    assert error.body.endswith("…")


OURS = "https://api.example/v1/chat/completions"
ELSEWHERE = "https://api.example/chat/completions"
WANTS_LOGIN = (
    "It wants a login. Check that the base URL is the interface's own; "
    "a proxy or the network may ask for the login."
)
IS_FAILING = "The server in front of the gateway is failing; try again in a moment."


@pytest.mark.parametrize(
    ("title", "url", "advice"),
    [
        ("Welcome to nginx", OURS, "Is the base URL right?"),
        ("Welcome", "https://api.example/v1beta/openai/chat/completions", "Is the base URL right?"),
        ("Welcome to nginx", ELSEWHERE, "Is the base URL missing /v1?"),
        ("Welcome to nginx", "", "Did it come from the right base URL?"),
        ("Sign in", OURS, WANTS_LOGIN),
        ("Log in to Example", ELSEWHERE, WANTS_LOGIN),
        ("Sign in", "", WANTS_LOGIN),
        ("502 Bad Gateway", "", IS_FAILING),
        ("api.example | 522: Connection timed out", OURS, IS_FAILING),
        ("503 Service Temporarily Unavailable", ELSEWHERE, IS_FAILING),
    ],
)
def test_a_page_instead_of_an_answer_says_what_to_try(title, url, advice):
    page = f"<html><title>{title}</title></html>".encode()

    _, error = read([page], ReplyReader(status=200, content_type="text/html", url=url))

    assert isinstance(error, ReplyUnreadable)
    assert error.advice == advice


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        (OURS, "Is the base URL right?"),
        (ELSEWHERE, "Is the base URL missing /v1?"),
        ("", "Did it come from the right base URL?"),
    ],
    ids=["with a version", "without one", "unknown"],
)
@pytest.mark.parametrize("body", [b"OK", b'{"ok":true}'], ids=["words", "other JSON"])
def test_an_address_is_only_told_to_miss_its_version_where_it_does(body, url, advice):
    _, error = read([body], ReplyReader(status=200, content_type="", url=url))

    assert isinstance(error, ReplyUnreadable)
    assert error.advice == advice


def test_a_reply_without_choices_keeps_its_body_and_does_not_doubt_the_address():
    body = b'{"id":"r1","object":"chat.completion","choices":[]}'

    _, error = read([body], ReplyReader(status=200, content_type="application/json", url=OURS))

    assert isinstance(error, ReplyUnreadable)
    assert (error.message, error.advice) == ("The gateway's reply holds no answer.", "Try again.")
    assert error.body == body.decode()


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        (OURS, "Check the model's name, and whether the base URL is right."),
        (ELSEWHERE, "Check the model's name, and whether the base URL is missing /v1."),
    ],
)
def test_where_nothing_was_found_a_version_is_only_missed_where_there_is_none(url, advice):
    reading = ReplyReader(status=404, content_type="text/html", url=url)

    _, error = read([b"<html><title>404 Not Found</title></html>"], reading)

    assert isinstance(error, GatewayRefusal)
    assert error.advice == advice
