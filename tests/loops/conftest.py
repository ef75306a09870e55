"""A scripted gateway, a store, and the loops over both."""

import pytest
from loops.turns import asking
from scripted_gateway import ScriptedGateway

from switchboard.jobs import Jobs
from switchboard.loops import Loops
from switchboard.store import Store


@pytest.fixture
def scripted():
    with ScriptedGateway() as gateway:
        yield gateway


@pytest.fixture
def store(tmp_path):
    store = Store.open(f"sqlite:///{tmp_path / 'loops.sqlite3'}")
    yield store
    store.close()


@pytest.fixture
def loops(store):
    jobs = Jobs(store)
    loops = Loops(jobs, store)
    yield loops
    loops.stop_all()
    jobs.stop_all()


@pytest.fixture
def run(loops, scripted):
    """Lets a conversation go on to its end."""

    def go(conversation, *, revision=0, **how):
        loop = loops.start(conversation, asking(scripted, **how), revision=revision)
        assert loop.wait(20)
        return loop.conversation

    return go
