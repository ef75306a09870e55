"""A scripted gateway, and asking it as a turn would."""

import socket
import threading
from collections.abc import Callable, Iterator, Mapping

import pytest
from scripted_gateway import ScriptedGateway

from switchboard.gateway import ApiKey, Gateway, Transport
from switchboard.settings import Timeouts


@pytest.fixture
def scripted() -> Iterator[ScriptedGateway]:
    with ScriptedGateway() as gateway:
        yield gateway


@pytest.fixture
def transport(scripted: ScriptedGateway) -> Callable[..., Transport]:
    """A transport to the scripted gateway; ``url`` and ``key`` for another address or key."""

    def make(
        *, url: str = "", key: str = "", headers: Mapping[str, str] | None = None, **seconds: float
    ) -> Transport:
        gateway = Gateway(
            "Scripted",
            url or scripted.base_url,
            ApiKey(key) if key else None,
            headers=headers or {},
            timeouts=Timeouts(**{"connect_s": 5, **seconds}),
        )
        return Transport(gateway)

    return make


@pytest.fixture
def full_port() -> Iterator[int]:
    """A port whose queue is full: Linux leaves a further connection without an answer."""
    with (
        socket.create_server(("127.0.0.1", 0), backlog=0) as server,
        socket.create_connection(server.getsockname()),
    ):
        yield int(server.getsockname()[1])
    for thread in threading.enumerate():
        if thread.name == "switchboard-request":
            thread.join(10)
