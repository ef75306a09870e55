"""When a fault passes, and when it comes again."""

import openai
import pytest
import requests
from toolbox import HELLO

from switchboard.offline import OfflineGateway
from switchboard.offline.mishaps import Tries

PASSING = [
    "429",
    "429-slow",
    "500",
    "503",
    "408",
    "409",
    "502",
    "empty",
    "no-choices",
    "error-in-stream",
]
LASTING = ["quota", "html", "redirect", "error-text", "error-detail", "error-words"]


@pytest.mark.parametrize("name", PASSING)
def test_a_fault_that_passes_is_over_when_the_request_comes_again(post, name):
    first, second, third = (post(f"offline-flaky:{name}") for _ in range(3))

    assert not is_answer(first)
    assert is_answer(second)
    assert not is_answer(third)


@pytest.mark.parametrize("name", [*(f"{name}-always" for name in PASSING), *LASTING])
def test_a_fault_that_lasts_comes_each_time(post, name):
    assert [is_answer(post(f"offline-flaky:{name}")) for _ in range(3)] == [False] * 3


def test_tries_are_counted_for_each_key_and_each_body(post):
    replies = [
        post("offline-flaky:500"),
        post("offline-flaky:500", key="sk-other"),
        post("offline-flaky:500", seed=1),
        post("offline-flaky:500"),
    ]

    assert [reply.status_code for reply in replies] == [500, 500, 500, 200]


def test_only_so_many_failed_requests_are_remembered():
    tries = Tries()
    for number in range(10_001):
        tries.is_first(str(number))

    assert tries.is_first("0")
    assert not tries.is_first("10000")


def test_without_a_name_every_first_try_fails_and_the_second_works(post):
    first, second = post("offline-flaky"), post("offline-flaky")

    assert (first.status_code, second.status_code) == (429, 200)


def test_each_answer_of_a_conversation_fails_in_another_way(post):
    statuses = []
    messages = list(HELLO)
    for _ in range(3):
        statuses.append(post("offline-flaky", messages=messages).status_code)
        said = post("offline-flaky", messages=messages).json()["choices"][0]["message"]["content"]
        messages += [{"role": "assistant", "content": said}, *HELLO]

    assert statuses == [429, 500, 503]


def test_the_official_client_gets_over_a_fault_by_itself(gateway: OfflineGateway):
    http_client = openai.DefaultHttpxClient(trust_env=False)
    with openai.OpenAI(
        base_url=gateway.base_url, api_key="sk-retries", http_client=http_client
    ) as client:
        for name in ("429", "503", "no-reply"):
            reply = client.chat.completions.create(model=f"offline-flaky:{name}", messages=HELLO)
            assert reply.choices[0].message.content.startswith("Hello")


def is_answer(reply: requests.Response) -> bool:
    """Whether a client finds words in it."""
    try:
        choices = reply.json()["choices"]
    except (ValueError, KeyError, TypeError):
        return False
    return reply.status_code == 200 and bool(choices)
