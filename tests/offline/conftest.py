"""A running gateway, the official client for it, and a plain HTTP session."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import openai
import pytest
import requests
from openai.types.chat import ChatCompletion
from toolbox import HELLO, SUNDAY, Ask, RefusalOf

from switchboard.offline import OfflineGateway


@pytest.fixture(scope="session")
def gateway() -> Iterator[OfflineGateway]:
    """One gateway for all tests, without delays."""
    running = OfflineGateway.start(pace_ms=0, today=lambda: SUNDAY)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def client(gateway: OfflineGateway) -> Iterator[openai.OpenAI]:
    """OpenAI's own client; it must not send loopback traffic to a proxy of the environment."""
    http_client = openai.DefaultHttpxClient(trust_env=False)
    with openai.OpenAI(
        base_url=gateway.base_url, api_key="sk-anything", http_client=http_client, max_retries=0
    ) as official:
        yield official


@pytest.fixture(scope="session")
def http() -> Iterator[requests.Session]:
    """A client that knows nothing of the interface."""
    with requests.Session() as session:
        session.trust_env = False
        yield session


@pytest.fixture
def ask(client: openai.OpenAI) -> Ask:
    """Asks ``offline-chat`` something; keywords are more fields of the request."""

    def ask_it(content: Any, *tools: dict[str, Any], **fields: Any) -> ChatCompletion:
        messages = content if isinstance(content, list) and "role" in content[0] else None
        if tools:
            fields["tools"] = list(tools)
        return client.chat.completions.create(
            model=fields.pop("model", "offline-chat"),
            messages=messages or [{"role": "user", "content": content}],
            **fields,
        )

    return ask_it


@pytest.fixture
def refusal_of(http: requests.Session, gateway: OfflineGateway) -> RefusalOf:
    """The error of a plain request with these fields, which must be a 400."""

    def refuse(fields: dict[str, Any]) -> dict[str, Any]:
        body = {"model": "offline-chat", "messages": HELLO, **fields}
        reply = http.post(f"{gateway.base_url}/chat/completions", json=body, timeout=10)
        assert reply.status_code == 400
        [(key, error)] = reply.json().items()
        assert key == "error"
        return error

    return refuse


@pytest.fixture
def post(
    http: requests.Session, gateway: OfflineGateway, request: pytest.FixtureRequest
) -> Callable[..., requests.Response]:
    """Sends a request that no other test sends, so that its tries are counted by themselves."""
    user = f"{request.node.name} {time.time_ns()}"

    def send(
        model: str, *, fault: str | None = None, key: str = "sk-any", **fields: Any
    ) -> requests.Response:
        headers = {"Authorization": f"Bearer {key}"} | (
            {"X-Switchboard-Fault": fault} if fault else {}
        )
        body = {"model": model, "messages": HELLO, "user": user, **fields}
        url = f"{gateway.base_url}/chat/completions"
        return http.post(url, json=body, headers=headers, timeout=10, allow_redirects=False)

    return send


@pytest.fixture
def body_of(http: requests.Session, gateway: OfflineGateway) -> Callable[..., bytes]:
    """The reply of ``offline-odd`` with the oddity of a name; keywords are more fields."""

    def send(name: str, *, stream: bool = True, **fields: Any) -> bytes:
        body = {"model": f"offline-odd:{name}", "stream": stream, **fields}
        reply = http.post(f"{gateway.base_url}/chat/completions", json=body, timeout=10)
        assert reply.status_code == 200
        return reply.content

    return send
