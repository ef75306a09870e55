import os
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from switchboard.runs import StepStatus
from switchboard.store import Store
from switchboard.store.owners import is_gone, this_process
from tests.store.records import a_run, a_step

HOST = socket.gethostname()
MINUTE = timedelta(minutes=1)

WRITER = """
import sys, time
from switchboard.store import Store
from tests.store.records import a_run, a_step
store = Store.open(sys.argv[1])
store.begin_run(a_run())
store.begin_step(a_step())
store.append_received("step-1", b"data: half of ")
store.append_received("step-1", b"an ans")
print("written", flush=True)
time.sleep(60)
"""


def test_a_killed_process_leaves_its_step_and_every_byte(database_url: str):
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, database_url], stdout=subprocess.PIPE, env=_with_tests()
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"written\n"
        store = Store.open(database_url)
        assert store.abandoned_steps() == ()
        writer.kill()

    assert store.abandoned_steps() == (a_step(),)
    assert store.received("step-1") == b"data: half of an ans"
    store.save_step(a_step(status=StepStatus.INTERRUPTED))
    assert store.abandoned_steps() == ()
    store.close()


def _with_tests() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}


def test_a_step_of_this_process_is_not_abandoned_whoever_asks(kept: Store, database_url: str):
    kept.begin_run(a_run())
    kept.begin_step(a_step(started_at=datetime.now(UTC)))
    other = Store.open(database_url)

    assert other.abandoned_steps() == ()
    other.close()


@pytest.mark.parametrize(
    ("owner", "age", "gone"),
    [
        (this_process(), MINUTE, False),
        (this_process(), timedelta(days=9), False),
        (f"{HOST}:{os.getpid()}:another", MINUTE, True),
        (f"{HOST}:{2**22 + 1}:token", MINUTE, True),
        (f"{HOST}:{os.getppid()}:reused-number", MINUTE, True),
        ("elsewhere:1:token", MINUTE, False),
        ("elsewhere:1:token", timedelta(hours=25), True),
    ],
    ids=["me", "me-for-long", "my-number-before-me", "no-such", "reused", "elsewhere", "long-ago"],
)
def test_an_owner_is_gone_when_its_process_certainly_is(owner: str, age: timedelta, gone: bool):
    assert is_gone(owner, age=age) is gone


def test_this_process_is_known_by_its_host_and_number():
    assert this_process().startswith(f"{HOST}:{os.getpid()}:")
    assert this_process() == this_process()
