"""The processes that render: shared by threads, stopped, killed, gone with their parent."""

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic, sleep

import pytest
from rendering_over import failure, has_ended, needs_proc, rendered

from switchboard.templates.pool import Pool, shared_pool

pytestmark = pytest.mark.timeout(60)

ROOT = Path(__file__).parents[2]
ENDLESS = "{% for i in range(99999) %}{% for i in range(99999) %}{% endfor %}{% endfor %}"
PARENT = """
import sys, threading
from datetime import datetime, UTC
from switchboard.templates.process import Worker
worker = Worker()
worker.warm_up()
print(worker.pid, flush=True)
if sys.argv[1] == "idle":
    sys.stdin.read()
worker.ask(sys.argv[2].encode() + b"\\n")
"""


def test_threads_get_their_own_results():
    with ThreadPoolExecutor(10) as threads:
        found = [*threads.map(lambda n: rendered("{{ n }}", n=n), range(50))]

    assert found == [str(n) for n in range(50)]


def test_workers_are_no_more_than_a_pool_may_have():
    pool = Pool(most=2)
    with ThreadPoolExecutor(8) as threads:
        [*threads.map(lambda _: pool.ask({"check": ""}), range(20))]

    assert 1 <= len(pool.idle_pids) <= 2
    pool.close()
    assert pool.idle_pids == ()


def test_one_worker_serves_one_template_after_another():
    rendered("")
    pids = shared_pool().idle_pids
    rendered("")

    assert shared_pool().idle_pids == pids


def test_stop_ends_a_template_before_its_time_does():
    rendered("")
    stop = threading.Event()
    threading.Timer(0.1, stop.set).start()

    assert failure(ENDLESS, stop=stop) == "Stopped."
    assert rendered("next") == "next"


def test_after_stop_nothing_is_rendered():
    stop = threading.Event()
    stop.set()

    assert failure("{{ 1 }}", stop=stop) == "Stopped."


def test_stop_ends_the_wait_for_a_worker():
    pool, stop = Pool(most=0), threading.Event()
    threading.Timer(0.1, stop.set).start()

    with pytest.raises(Exception, match=r"^Stopped\.$"):
        pool.ask({"check": ""}, stop=stop)


@needs_proc
def test_a_worker_that_was_killed_is_followed_by_another():
    rendered("")
    killed = shared_pool().idle_pids
    for pid in killed:
        os.kill(pid, signal.SIGKILL)
        wait_for_end_of(pid)

    assert rendered("next") == "next"
    assert not {*killed} & {*shared_pool().idle_pids}


@needs_proc
@pytest.mark.parametrize("state", ["idle", "busy"])
def test_a_worker_ends_when_its_parent_is_gone(state):
    request = f'{{"render": "{ENDLESS}", "now": "2026-01-01T00:00:00+00:00"}}'
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, state, request],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as parent:
        worker = int(parent.stdout.readline())
        parent.kill()

    wait_for_end_of(worker)


@pytest.mark.parametrize("program", ["/no/such/python", "/bin/false"], ids=["missing", "other"])
def test_a_worker_that_can_not_be_started_is_a_failure(monkeypatch, program):
    shared_pool().close()
    monkeypatch.setattr(sys, "executable", program)

    assert failure("") == ("The process that renders templates did not start. Is Jinja2 installed?")


def test_the_worker_imports_little():
    seen = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, switchboard.templates.worker.__main__; print(*sys.modules)",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    assert not {"streamlit", "pandas", "requests", "sqlalchemy", "jsonschema"} & {*seen}
    assert {
        name for name in seen if name.startswith("switchboard.") and "templates" not in name
    } == {"switchboard.errors", "switchboard.problems", "switchboard.wire"}


def wait_for_end_of(pid):
    until = monotonic() + 20
    while not has_ended(pid) and monotonic() < until:
        sleep(0.02)
    assert has_ended(pid)
