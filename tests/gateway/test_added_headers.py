"""The headers a person has added, told from those that every request has."""

import pytest

from switchboard.gateway import added_headers
from tests.gateway.exchanges import ASK


@pytest.mark.parametrize("key", ["", "sk-very-secret-0123"])
@pytest.mark.parametrize(
    "headers",
    [{}, {"X-Team": "a"}, {"OpenAI-Organization": "org-1", "user-agent": "mine/1"}],
)
def test_of_what_was_sent_only_a_persons_own_headers_are_told(scripted, transport, headers, key):
    with transport(headers=headers, key=key).stream(ASK) as exchange:
        assert added_headers(exchange.request_headers) == headers


def test_a_secret_among_them_stays_masked(scripted, transport):
    with transport(headers={"X-Api-Key": "hunter2-hunter2"}).stream(ASK) as exchange:
        assert added_headers(exchange.request_headers) == {"X-Api-Key": "***"}
