"""Replies that are errors, in the reference's envelope; other gateways' are in ``foreign.py``."""

import json
from collections.abc import Mapping

from switchboard.offline.refusals import Refusal
from switchboard.offline.sending import JSON_TYPE, Sent
from switchboard.wire import Json

_NO_HEADERS: Mapping[str, str] = {}

RETRY_MS = 200
"""How long a fault that passes asks a client to wait."""

LONG_RETRY_S = 5
"""Long enough to watch a client wait, and to stop it."""

_RETRY = {"retry-after-ms": str(RETRY_MS), "retry-after": "1"}

# As the reference gives them; the reset is a duration in its own notation.
_LIMITS = {
    "x-ratelimit-limit-requests": "60",
    "x-ratelimit-remaining-requests": "0",
    "x-ratelimit-reset-requests": f"{RETRY_MS}ms",
    "x-ratelimit-limit-tokens": "150000",
    "x-ratelimit-remaining-tokens": "149984",
    "x-ratelimit-reset-tokens": "6ms",
}


def too_many_requests() -> Sent:
    """429 with every header that helps."""
    return _envelope(
        429,
        "Rate limit reached for requests per minute. Please try again in 200ms.",
        kind="requests",
        code="rate_limit_exceeded",
        headers={**_RETRY, **_LIMITS},
    )


def too_many_for_a_while() -> Sent:
    """429 that asks for a wait somebody can see, in whole seconds alone."""
    return _envelope(
        429,
        f"Rate limit reached for requests per minute. Please try again in {LONG_RETRY_S}s.",
        kind="requests",
        code="rate_limit_exceeded",
        headers={
            **_LIMITS,
            "retry-after": str(LONG_RETRY_S),
            "x-ratelimit-reset-requests": f"{LONG_RETRY_S}s",
        },
    )


def quota_used_up() -> Sent:
    """429 that waiting does not mend."""
    return _envelope(
        429,
        "You exceeded your current quota, please check your plan and billing details.",
        kind="insufficient_quota",
        code="insufficient_quota",
    )


def server_error() -> Sent:
    """500."""
    return _envelope(
        500, "The server had an error while processing your request.", kind="server_error"
    )


def overloaded() -> Sent:
    """503."""
    return _envelope(
        503,
        "The engine is currently overloaded, please try again later.",
        kind="service_unavailable_error",
        headers=_RETRY,
    )


def request_timeout() -> Sent:
    """408."""
    return _envelope(408, "The request took too long to arrive.", kind="timeout")


def conflict() -> Sent:
    """409."""
    return _envelope(409, "The request was in conflict with another one.", kind="conflict")


def _envelope(
    status: int,
    message: str,
    *,
    kind: str,
    code: str | None = None,
    headers: Mapping[str, str] = _NO_HEADERS,
) -> Sent:
    return json_reply(status, Refusal(message, kind=kind, code=code).body, headers)


def json_reply(status: int, body: Json, headers: Mapping[str, str] = _NO_HEADERS) -> Sent:
    """Any JSON as an error reply."""
    return Sent((json.dumps(body).encode(),), JSON_TYPE, status, headers)
