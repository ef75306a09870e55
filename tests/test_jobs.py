"""A step on a worker thread: kept as it arrives, stopped at once, found again."""

import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from scripted_gateway import ScriptedGateway
from scripted_replies import text_stream

from switchboard.errors import StoreError
from switchboard.gateway import Gateway, Transport
from switchboard.jobs import Jobs, close_abandoned_steps
from switchboard.runs import Run, Step, StepStatus
from switchboard.store import Store

ROOT = Path(__file__).parent.parent
RUN = Run("run", "talk", "Hello?", datetime(2026, 3, 1, tzinfo=UTC))


@pytest.fixture
def scripted():
    with ScriptedGateway() as gateway:
        yield gateway


@pytest.fixture
def kept(tmp_path):
    opened = Store.open(f"sqlite:///{tmp_path / 'jobs.sqlite3'}")
    yield opened
    opened.close()


@pytest.fixture
def jobs(kept):
    made = Jobs(kept)
    yield made
    made.stop_all()


def step(base_url="http://127.0.0.1:1/v1", step_id="step") -> Step:
    return Step(
        id=step_id,
        run_id="run",
        position=0,
        started_at=RUN.started_at,
        gateway="Scripted",
        base_url=base_url,
        model="scripted-1",
        request={"model": "scripted-1", "messages": [], "stream": True},
    )


def start(jobs, scripted, step_id="step"):
    transport = Transport(Gateway("Scripted", scripted.base_url))
    return jobs.start(RUN, step(scripted.base_url, step_id), transport=transport)


def wait_until(claim, timeout_s=10):
    end = time.monotonic() + timeout_s
    while not claim():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.01)


def test_a_step_is_a_row_the_moment_it_is_sent(jobs, kept, scripted):
    scripted.reply(hang=True)

    start(jobs, scripted)

    assert kept.step("step").status is StepStatus.RUNNING


def test_a_finished_step_is_kept_whole(jobs, kept, scripted):
    scripted.reply(text_stream("Hello there"))

    assert start(jobs, scripted).wait(10)

    saved = kept.step("step")
    assert saved.status is StepStatus.FINISHED
    assert saved.answer.message.text == "Hello there"
    assert saved.http_status == 200
    assert saved.timing.total_ms > 0
    assert kept.received("step") == b"".join(text_stream("Hello there"))


def test_what_arrives_is_kept_while_more_is_awaited(jobs, kept, scripted):
    scripted.reply(text_stream("Hello there"), hold=threading.Event(), hold_at=2)

    job = start(jobs, scripted)

    wait_until(lambda: b"Hello" in kept.received("step"))
    assert job.is_running
    assert job.step.answer.message.text == "Hello "


def test_a_stopped_step_keeps_its_partial_answer(jobs, kept, scripted):
    scripted.reply(text_stream("Hello there"), hold=threading.Event(), hold_at=2)
    job = start(jobs, scripted)
    wait_until(lambda: job.step.answer.message.text == "Hello ")

    job.stop()

    assert job.wait(10)
    assert kept.step("step").status is StepStatus.STOPPED
    assert kept.step("step").answer.message.text == "Hello "


def test_whoever_waits_for_a_change_is_woken_by_it(jobs, scripted):
    go_on = threading.Event()
    scripted.reply(text_stream("Hello there"), hold=go_on, hold_at=2)
    job = start(jobs, scripted)
    wait_until(lambda: job.step.answer.message.text == "Hello ")
    seen = job.wait_for_change(-1, timeout_s=0)

    go_on.set()

    assert job.wait_for_change(seen, timeout_s=10) != seen


def test_a_job_is_found_by_its_step_also_when_it_has_ended(jobs, scripted):
    scripted.reply(text_stream("Hi"))
    job = start(jobs, scripted)
    job.wait(10)

    assert jobs.find("step") is job
    assert jobs.step("step").answer.message.text == "Hi"
    assert jobs.find("nobody") is None
    assert jobs.step("nobody") is None


def test_two_jobs_run_side_by_side(jobs, scripted):
    scripted.reply(text_stream("One"), hold=threading.Event(), hold_at=1)
    scripted.reply(text_stream("Two"))
    first = start(jobs, scripted, "one")
    scripted.wait_for_requests(1)

    second = start(jobs, scripted, "two")

    assert second.wait(10)
    assert first.is_running
    assert second.step.answer.message.text == "Two"


def test_an_answer_goes_on_when_it_can_no_longer_be_kept(jobs, kept, scripted):
    go_on = threading.Event()
    scripted.reply(text_stream("Hello there"), hold=go_on, hold_at=1)
    job = start(jobs, scripted)
    kept.delete_run("run")

    go_on.set()

    assert job.wait(10)
    assert job.step.answer.message.text == "Hello there"
    assert isinstance(job.store_error, StoreError)


WRITER = """
import os, sys
from switchboard.store import Store
from tests.store.records import a_run, a_step
store = Store.open(sys.argv[1])
store.begin_run(a_run())
store.begin_step(a_step())
store.append_received("step-1", sys.stdin.buffer.read())
os._exit(1)
"""


def test_a_step_of_a_killed_program_is_closed_with_what_had_arrived(kept, tmp_path):
    stream = b"".join(text_stream("Hello there"))
    url = f"sqlite:///{tmp_path / 'jobs.sqlite3'}"
    half = stream[: stream.index(b"there")]
    subprocess.run([sys.executable, "-c", WRITER, url], input=half, cwd=ROOT)

    assert close_abandoned_steps(kept) == 1

    closed = kept.step("step-1")
    assert closed.status is StepStatus.INTERRUPTED
    assert closed.answer.message.text == "Hello "
    assert close_abandoned_steps(kept) == 0


def test_a_wait_before_the_next_try_can_be_seen_and_cancelled(jobs, kept, scripted):
    scripted.reply(b'{"error":"Slow down"}', status=429, headers={"Retry-After": "60"})
    job = start(jobs, scripted)

    seen = job.wait_for_change(0, timeout_s=10)

    assert seen == 1
    assert (job.waiting.attempt, job.waiting.of, job.waiting.seconds) == (2, 3, 60)
    assert job.is_running

    job.stop()

    assert job.wait(10)
    assert job.waiting is None
    assert kept.step("step").status is StepStatus.STOPPED
    assert kept.received("step") == b'{"error":"Slow down"}'


def test_only_the_try_that_counts_is_kept(jobs, kept, scripted):
    scripted.reply(b'{"error":"Slow down"}', status=429, headers={"Retry-After-Ms": "1"})
    scripted.reply(text_stream("Hello there"))

    assert start(jobs, scripted).wait(10)

    saved = kept.step("step")
    assert saved.http_status == 200
    assert saved.answer.notes == (
        "The gateway answered 429; the second try went through. "
        "What the headers say of limits and waits is from a try that failed.",
    )
    assert kept.received("step") == b"".join(text_stream("Hello there"))
