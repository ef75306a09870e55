"""A scripted gateway for the steps of a turn."""

import pytest
from scripted_gateway import ScriptedGateway


@pytest.fixture
def scripted():
    with ScriptedGateway() as gateway:
        yield gateway
