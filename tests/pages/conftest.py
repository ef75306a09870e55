"""The scripted gateway, as the one the Playground opens with."""

from collections.abc import Iterator

import pytest
from scripted_gateway import MODELS, ScriptedGateway
from scripted_replies import models_json

from switchboard.store import Store


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch, store: Store) -> Iterator[ScriptedGateway]:
    """Plays back what a test queues."""
    with ScriptedGateway() as gateway:
        monkeypatch.setenv("SWITCHBOARD_BASE_URL", gateway.base_url)
        yield gateway


@pytest.fixture
def two_models(scripted: ScriptedGateway) -> ScriptedGateway:
    """The scripted gateway with a model that refuses much."""
    scripted.reply(models_json("scripted-1", "gpt-4o", "o3"), path=MODELS)
    return scripted
