"""A check under way: it tells how far it is, and can be stopped and left."""

import threading
import time

from checking import plan
from scripted_replies import error_json

from switchboard.errors import StoreError
from switchboard.gateway import Gateway
from switchboard.probes import Check, CheckOutcome, Checks, Plan


def test_stopping_ends_a_silent_gateway_and_keeps_what_was_found(scripted):
    kept = []
    scripted.reply(hang=True)
    check = Check(plan(scripted), save=kept.append)
    check.start()
    scripted.wait_for_requests(2)

    check.stop()

    assert check.wait(10)
    assert [finding.probe for finding in kept[0].findings] == ["reachable", "models"]
    assert kept[0].ended_because == "Stopped by you; what had been found until then is kept."


def test_a_check_tells_how_far_it_is(scripted):
    scripted.reply(hang=True)
    check = Check(plan(scripted), save=lambda _: None)
    check.start()
    scripted.wait_for_requests(2)

    assert check.is_running
    assert check.next_title == "Key accepted"
    assert check.progress == 2 / 19
    check.stop()
    assert check.wait(10)


def test_a_check_tells_when_it_waits_for_another_try(scripted):
    scripted.reply(error_json("Slow down."), status=429, headers={"retry-after": "60"})
    check = Check(Plan(Gateway("S", scripted.base_url), "scripted-1"), save=lambda _: None)
    check.start()
    until = time.monotonic() + 10
    while check.waiting is None and time.monotonic() < until:
        time.sleep(0.01)

    assert (check.waiting.attempt, check.waiting.of, check.waiting.seconds) == (2, 3, 60)
    check.stop()
    assert check.wait(10)


def test_one_gateway_is_checked_once_at_a_time(scripted):
    scripted.reply(hang=True)
    checks = Checks()
    first = checks.start("a", plan(scripted), save=lambda _: None)

    assert checks.start("a", plan(scripted), save=lambda _: None) is first
    assert checks.find("a") is first
    assert checks.find("b") is None
    checks.stop_all()
    assert not first.is_running


def test_a_mistake_of_the_keeper_does_not_leave_the_check_running(scripted):
    def fail(_: CheckOutcome) -> None:
        raise StoreError("The disk is full.")

    check = Check(plan(scripted), save=fail)
    check.start()

    assert check.wait(60)
    assert check.outcome.store_error.message == "The disk is full."


def test_a_check_goes_on_without_anybody_watching(scripted):
    saved = threading.Event()
    Checks().start("a", plan(scripted), save=lambda _: saved.set())

    assert saved.wait(60)
