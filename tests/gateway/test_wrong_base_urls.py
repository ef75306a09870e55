"""What a person is told to try when the base URL may be the mistake, and when it is not."""

import pytest

from switchboard.errors import GatewayRefusal, ReplyUnreadable
from switchboard.gateway import ReplyReader
from tests.gateway.error_replies import refusal
from tests.gateway.stream_files import read


def test_a_missing_page_that_lists_models_is_no_missing_model():
    body = '{"error":{"message":"Invalid URL (GET /models)","type":"invalid_request_error"}}'

    assert refusal(body, status=404).advice == (
        "Check the model's name, and whether the base URL is missing /v1."
    )


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
