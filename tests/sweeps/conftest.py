"""Jobs, loops and sweeps over an empty store, and a scripted model."""

import pytest
from scripted_gateway import ScriptedGateway
from swept_turns import GOOD_ANSWER, asking, finished_turn, play

from switchboard.jobs import Jobs
from switchboard.loops import Loops
from switchboard.store import Store
from switchboard.sweeps import SweepOrder, Sweeps


@pytest.fixture
def kept(tmp_path):
    opened = Store.open(f"sqlite:///{tmp_path / 'sweeps.sqlite3'}")
    yield opened
    opened.close()


@pytest.fixture
def jobs(kept):
    made = Jobs(kept)
    yield made
    made.stop_all()


@pytest.fixture
def loops(jobs, kept):
    made = Loops(jobs, kept)
    yield made
    made.stop_all()


@pytest.fixture
def sweeps(jobs, loops):
    made = Sweeps(jobs, loops)
    yield made
    made.stop_all()


@pytest.fixture
def scripted():
    with ScriptedGateway() as gateway:
        yield gateway


@pytest.fixture
def order_of(loops, scripted):
    """A sweep to be started: of a turn that went well, with what the model does from now on."""

    def order(model, *faults, tools="", tool=""):
        play(scripted, lambda _: GOOD_ANSWER)
        turn = finished_turn(loops, scripted.base_url, "scripted-1", tools)
        play(scripted, model)
        return SweepOrder(turn, asking(scripted.base_url, "scripted-1"), faults=faults, tool=tool)

    return order


@pytest.fixture
def swept(sweeps, order_of):
    """The lines of a whole sweep, as of ``order_of``."""

    def trials(model, *faults, **more):
        sweep = sweeps.start(order_of(model, *faults, **more))
        assert sweep.wait(20)
        return sweep.trials

    return trials
