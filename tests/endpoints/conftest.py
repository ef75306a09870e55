"""A real server on loopback, a way to ask it, and a resolver that says what a test wants."""

import socket

import pytest
from scripted_gateway import ScriptedGateway

from switchboard.endpoints import EndpointRequest, allowed_hosts, call_endpoint


@pytest.fixture
def served():
    """A server on loopback; what it says is queued for ``/x``."""
    with ScriptedGateway() as server:
        yield server


@pytest.fixture
def call(served):
    """Asks ``/x`` of the server, which the operator allows."""

    def ask(method="GET", *, url="{root}/x", headers=None, body="", allowed=None, **limits):
        request = EndpointRequest(method, url.format(root=served.root), headers or {}, body)
        return call_endpoint(request, allowed or allowing(f"127.0.0.1:{served.port}"), **limits)

    return ask


@pytest.fixture
def resolver(monkeypatch):
    """Names lead where a test says: each name to a list of answers, the last one for good."""
    asked = []

    def lead(**names):
        answers = {name.replace("_", "."): [*each] for name, each in names.items()}

        def look_up(host, port, family=0, type=0, proto=0, flags=0):
            asked.append(host)
            left = answers[host]
            addresses = left.pop(0) if len(left) > 1 else left[0]
            return [_answer(each, port) for each in addresses.split()]

        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        return asked

    return lead


def allowing(setting):
    return allowed_hosts({"SWITCHBOARD_HTTP_HOSTS": setting})


def _answer(address, port):
    if ":" in address:
        return socket.AF_INET6, socket.SOCK_STREAM, 6, "", (address, port, 0, 0)
    return socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)
