"""Requests that can not be read, keys, models and paths that are wrong, and who is let pass."""

import openai
import pytest
import requests
from toolbox import HELLO

from switchboard.offline import OfflineGateway


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
