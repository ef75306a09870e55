"""A gateway that plays back what a test queues."""

from collections.abc import Iterator

import pytest
from scripted_gateway import ScriptedGateway


@pytest.fixture
def scripted() -> Iterator[ScriptedGateway]:
    """Listening on loopback."""
    with ScriptedGateway() as gateway:
        yield gateway
