"""A sweep under way: few turns at a time, stopped at once, found again."""

import sqlite3
import time

import pytest
from scripted_exchange import Reply
from swept_turns import GOOD_ANSWER, is_good

from switchboard.responders import FaultKind

ERROR, NOT_FOUND, EMPTY, NULL = (
    FaultKind.ERROR,
    FaultKind.NOT_FOUND,
    FaultKind.EMPTY,
    FaultKind.NULL,
)
SOME = (ERROR, NOT_FOUND, EMPTY, NULL)


def wait_until(claim, timeout_s=10):
    end = time.monotonic() + timeout_s
    while not claim():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.01)


def hanging(results):
    """Answers from good results, and never from others."""
    return GOOD_ANSWER if is_good(results[-1]) else Reply(hang=True)


def test_three_turns_are_under_way_at_a_time(sweeps, order_of, scripted):
    order = order_of(lambda _: Reply(hang=True), *SOME)
    before = len(scripted.requests)

    sweep = sweeps.start(order)

    scripted.wait_for_requests(before + 6)  # two of each: the call, and what comes of it
    time.sleep(0.2)
    assert len(scripted.requests) == before + 6
    assert sweep.under_way == (None, ERROR, NOT_FOUND)
    assert (sweep.is_running, sweep.progress, sweep.trials) == (True, 0, ())


def test_a_sweep_is_stopped_at_once_and_keeps_what_is_done(sweeps, loops, order_of):
    order = order_of(hanging, *SOME)
    sweep = sweeps.start(order)
    wait_until(lambda: sweep.trials and len(sweep.under_way) == 3)

    began = time.monotonic()
    sweep.stop()

    assert sweep.wait(5)
    assert time.monotonic() - began < 1
    assert [one.kind for one in sweep.trials] == [None]
    assert sweep.trials[0].judgement.conduct == "used"
    assert (sweep.was_stopped, sweep.is_running, sweep.under_way) == (True, False, ())
    assert sweep.progress == pytest.approx(1 / 5)


def test_a_wait_that_is_part_of_a_fault_ends_too(sweeps, order_of):
    sweep = sweeps.start(order_of(hanging, FaultKind.SLOW))
    wait_until(lambda: sweep.trials)

    began = time.monotonic()
    sweep.stop()

    assert sweep.wait(5)
    assert time.monotonic() - began < 1


def test_what_has_come_is_told_to_whoever_waits(sweeps, order_of):
    sweep = sweeps.start(order_of(hanging, NULL))

    seen, before = 0, -1
    while not sweep.trials and seen != before:
        seen, before = sweep.wait_for_change(seen, timeout_s=10), seen

    assert [one.kind for one in sweep.trials] == [None]


def test_each_turn_is_a_conversation_and_a_run_of_its_own(sweeps, order_of, kept):
    order = order_of(lambda _: GOOD_ANSWER, NULL)
    sweep = sweeps.start(order)
    assert sweep.wait(20)

    ids = [one.conversation_id for one in sweep.trials]

    assert len({order.conversation.id, *ids}) == 3
    documents = [kept.conversation(one).document for one in ids]
    assert [[e["message"]["role"] for e in one["entries"]] for one in documents] == [
        ["user", "assistant", "tool", "assistant"]
    ] * 2
    assert {run.title for run in kept.runs()} == {"What is the weather like in Paris today?"}
    assert len(kept.runs()) == 3


def test_the_swept_conversation_stays_as_it_is(sweeps, order_of, kept):
    order = order_of(lambda _: GOOD_ANSWER, NULL)
    before = kept.conversation(order.conversation.id)

    assert sweeps.start(order).wait(20)

    assert kept.conversation(order.conversation.id) == before


def test_a_second_start_finds_the_sweep_that_runs(sweeps, order_of):
    order = order_of(hanging, NULL)
    sweep = sweeps.start(order)

    assert sweeps.start(order) is sweep
    assert sweeps.find(order.conversation.id) is sweep
    assert sweeps.find("another") is None


def test_when_one_is_over_another_can_begin(sweeps, order_of):
    order = order_of(lambda _: GOOD_ANSWER)
    first = sweeps.start(order)
    assert first.wait(20)

    second = sweeps.start(order)

    assert second is not first
    assert sweeps.find(order.conversation.id) is second


def test_what_can_not_be_recorded_is_told_and_nothing_is_sent(sweeps, order_of, scripted, tmp_path):
    order = order_of(lambda _: GOOD_ANSWER, NULL)
    sent = len(scripted.requests)
    with sqlite3.connect(tmp_path / "sweeps.sqlite3") as database:
        database.execute("ALTER TABLE steps RENAME TO gone")

    sweep = sweeps.start(order)

    assert sweep.wait(20)
    assert [one.judgement for one in sweep.trials] == [None, None]
    assert all(one.problem and not one.conversation_id for one in sweep.trials)
    assert len(scripted.requests) == sent
