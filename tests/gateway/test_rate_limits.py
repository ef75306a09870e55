"""What reply headers tell of an account's allowance."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.gateway import RateLimit, rate_limits
from switchboard.gateway.rate_limits import seconds_until

NOW = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)
NOW_MS = 1_795_435_200_000
FAR = "Mon, 23 Nov 2026 12:00:30 +99999999999999999999"


@pytest.mark.parametrize(
    ("headers", "limits"),
    [
        pytest.param(
            {
                "X-RateLimit-Limit-Requests": "60",
                "X-RateLimit-Limit-Tokens": "150000",
                "X-RateLimit-Remaining-Requests": "59",
                "X-RateLimit-Remaining-Tokens": "149984",
                "X-RateLimit-Reset-Requests": "1s",
                "X-RateLimit-Reset-Tokens": "6m0s",
            },
            (RateLimit("requests", 60, 59, 1), RateLimit("tokens", 150_000, 149_984, 360)),
            id="OpenAI",
        ),
        pytest.param(
            {
                "anthropic-ratelimit-requests-limit": "50",
                "anthropic-ratelimit-requests-remaining": "49",
                "anthropic-ratelimit-requests-reset": "2026-11-23T12:00:30Z",
                "anthropic-ratelimit-input-tokens-remaining": "9000",
            },
            (RateLimit("requests", 50, 49, 30), RateLimit("input-tokens", None, 9000, None)),
            id="Anthropic",
        ),
        pytest.param(
            {
                "x-ratelimit-limit": "20",
                "x-ratelimit-remaining": "0",
                "x-ratelimit-reset": str(NOW_MS + 1500),
            },
            (RateLimit("requests", 20, 0, 1.5),),
            id="OpenRouter",
        ),
        pytest.param(
            {"x-ratelimit-limit-tokens-minute": "500", "x-ratelimit-remaining-tokens-minute": "7"},
            (RateLimit("tokens-minute", 500, 7, None),),
            id="Mistral",
        ),
        pytest.param(
            {"ratelimit-limit": "10", "ratelimit-remaining": "4", "ratelimit-reset": "5"},
            (RateLimit("requests", 10, 4, 5),),
            id="IETF draft",
        ),
        pytest.param(
            {"x-ratelimit-limit-tokens": "-1", "x-ratelimit-remaining-tokens": "-1"},
            (),
            id="Azure says -1",
        ),
        pytest.param(
            {"x-ratelimit-limit-tokens": "0", "x-ratelimit-remaining-tokens": "0"},
            (),
            id="Azure says 0",
        ),
        pytest.param(
            {"x-ratelimit-limit-requests": "0", "x-ratelimit-remaining-requests": "12"},
            (RateLimit("requests", None, 12, None),),
            id="Azure says what remains, of 0",
        ),
        pytest.param(
            {"x-ratelimit-limit-requests": "many", "x-ratelimit-remaining-requests": "3"},
            (RateLimit("requests", None, 3, None),),
            id="one that cannot be read",
        ),
        pytest.param({"retry-after": "7", "x-request-id": "r"}, (), id="none"),
    ],
)
def test_the_names_of_every_gateway_are_read(headers, limits):
    assert rate_limits(headers, now=NOW) == limits


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("6m0s", 360),
        ("1.57s", 1.57),
        ("500ms", 0.5),
        ("1h2m3.5s", 3723.5),
        ("12.5ms", 0.0125),
        ("250µs", 0.00025),
        ("2d", 172_800),
        ("0s", 0),
        ("30", 30),
        ("0.25", 0.25),
        (str(NOW_MS // 1000 + 60), 60),
        (str(NOW_MS + 60_000), 60),
        (str(NOW_MS - 60_000), 0),
        ("2026-11-23T12:01:00Z", 60),
        ("2026-11-23T13:01:00+01:00", 60),
        ("Mon, 23 Nov 2026 12:01:00 GMT", 60),
        ("2026-11-23T11:00:00Z", 0),
    ],
)
def test_a_reset_is_read_however_it_is_written(text, seconds):
    assert seconds_until(text, now=NOW) == pytest.approx(seconds)


@pytest.mark.parametrize(
    "text", ["", "soon", "-1", "nan", "inf", "1e999", "6m0", "s", "1 s", "--", FAR]
)
def test_a_reset_that_says_nothing_is_none(text):
    assert seconds_until(text, now=NOW) is None


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_any_text_in_a_header_is_read_or_left_out(limit, remaining, reset):
    rate_limits(
        {
            "x-ratelimit-limit-requests": limit,
            "x-ratelimit-remaining-requests": remaining,
            "x-ratelimit-reset-requests": reset,
        },
        now=NOW,
    )
