"""A scripted gateway, and asking it as a turn would."""

from collections.abc import Callable, Iterator

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

    def make(*, url: str = "", key: str = "", **seconds: float) -> Transport:
        address = url or scripted.base_url
        gateway = Gateway("Scripted", address, ApiKey(key) if key else None)
        return Transport(gateway, timeouts=Timeouts(**{"connect_s": 5, **seconds}))

    return make
