"""Faults by chance and seed."""

import subprocess
import sys

from switchboard.responders import FaultKind, FaultPlan
from switchboard.simulate.faults import drawn

PLAN = FaultPlan({FaultKind.RATE_LIMIT: 0.25, FaultKind.ERROR: 0.25}, seed=7)
WEATHER_DRAWS = [None, None, "rate_limit", None, None, None, "rate_limit", None, None, None]
TIME_DRAWS = ["rate_limit", "rate_limit", "error", None, None, None, None, None, None, "rate_limit"]


def draws(plan, tool, calls=10):
    return [drawn(plan, tool=tool, count=count) for count in range(1, calls + 1)]


def test_each_tool_has_its_own_draws():
    assert draws(PLAN, "get_weather") == WEATHER_DRAWS
    assert draws(PLAN, "get_time") == TIME_DRAWS


def test_of_a_thousand_calls_about_as_many_get_a_fault_as_the_chances_say():
    found = draws(PLAN, "get_weather", 1_000)

    assert found.count(FaultKind.ERROR) == 252
    assert found.count(FaultKind.RATE_LIMIT) == 278
    assert found.count(None) == 470


def test_the_order_of_the_chances_does_not_matter():
    other = FaultPlan({FaultKind.ERROR: 0.25, FaultKind.RATE_LIMIT: 0.25}, seed=7)

    assert draws(other, "get_time") == TIME_DRAWS


def test_another_process_draws_the_same():
    program = (
        "from switchboard.responders import FaultKind, FaultPlan\n"
        "from switchboard.simulate.faults import drawn\n"
        "plan = FaultPlan({FaultKind.RATE_LIMIT: 0.25, FaultKind.ERROR: 0.25}, seed=7)\n"
        "print([str(drawn(plan, tool='get_time', count=at)) for at in range(1, 5)])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert done.stdout == "['rate_limit', 'rate_limit', 'error', 'None']\n", done.stderr


def test_no_plan_draws_nothing_and_a_sure_one_always():
    assert draws(FaultPlan(), "t") == [None] * 10
    assert draws(FaultPlan({FaultKind.STALE: 1}), "t") == [FaultKind.STALE] * 10
