"""The scripted gateway, as the one the Playground opens with."""

from collections.abc import Iterator

import pytest
from scripted_gateway import ScriptedGateway

from switchboard.store import Store


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch, store: Store) -> Iterator[ScriptedGateway]:
    """Plays back what a test queues."""
    with ScriptedGateway() as gateway:
        monkeypatch.setenv("SWITCHBOARD_BASE_URL", gateway.base_url)
        yield gateway
