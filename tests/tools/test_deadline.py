"""What counts against the time that a check may take."""

import time

import pytest

from switchboard.tools.deadline import OutOfTime, at_most, seconds_left, stop_when_late


def work(seconds):
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def test_without_a_limit_nothing_is_late():
    stop_when_late()

    assert seconds_left() == float("inf")


def test_waiting_for_a_busy_machine_is_not_counted():
    with at_most(0.1):
        time.sleep(0.3)

        stop_when_late()


def test_work_is_counted():
    with at_most(0.05):
        work(0.1)

        assert seconds_left() == 0
        with pytest.raises(OutOfTime):
            stop_when_late()


def test_after_two_seconds_by_the_clock_it_is_late_all_the_same():
    with at_most(60):
        time.sleep(2.1)

        with pytest.raises(OutOfTime):
            stop_when_late()


def test_an_inner_limit_cannot_put_off_an_outer_one():
    with at_most(0.05), at_most(60):
        work(0.1)

        with pytest.raises(OutOfTime):
            stop_when_late()


def test_a_limit_ends_with_its_block():
    with at_most(0.01):
        work(0.02)

    stop_when_late()
