"""Which turns can be swept, and what a sweep of them would cost."""

from dataclasses import replace

import pytest
from swept_turns import asking
from threads import calls, result, says, thread, user

from switchboard.automation import Automation
from switchboard.conversations import Branch, Conversation, Outcome
from switchboard.messages import Usage
from switchboard.responders import FaultKind
from switchboard.runs import StepStatus, Timing
from switchboard.sweeps import SweepCost, SweepOrder, cost_of, reason_against, tools_called
from switchboard.sweeps.turn import begun_again

DONE = thread(user(), calls("a", "b"), result("a"), result("b"), says())


def with_outcome(conversation, index, **outcome):
    told = Outcome("step", outcome.pop("status", StepStatus.FINISHED), "m", Timing(), **outcome)
    entries = list(conversation.entries)
    entries[index] = replace(entries[index], outcome=told)
    return replace(conversation, entries=tuple(entries))


def priced(first, second):
    return with_outcome(with_outcome(DONE, 1, usage=first), 4, usage=second)


@pytest.mark.parametrize(
    ("conversation", "reason"),
    [
        pytest.param(DONE, "", id="finished with calls"),
        pytest.param(Conversation(), "Ask something", id="empty"),
        pytest.param(thread(user()), "not over", id="not answered"),
        pytest.param(thread(user(), calls("a")), "not over", id="a call is pending"),
        pytest.param(thread(user(), calls("a"), result("a")), "not over", id="results not sent"),
        pytest.param(replace(DONE, step_id="s"), "not over", id="an answer is awaited"),
        pytest.param(
            with_outcome(DONE, 4, status=StepStatus.STOPPED), "not over", id="stopped midway"
        ),
        pytest.param(thread(user(), says()), "called no tool", id="only words"),
        pytest.param(
            thread(user(), calls("a"), result("a"), says(), user(), says()),
            "called no tool",
            id="calls of an earlier turn alone",
        ),
        pytest.param(
            thread(calls("a"), result("a"), says()), "no message of yours", id="nobody asked"
        ),
    ],
)
def test_why_a_turn_can_not_be_swept(conversation, reason):
    assert reason in reason_against(conversation)
    assert bool(reason_against(conversation)) == bool(reason)


def test_the_tools_of_the_last_turn_are_named_once_each():
    conversation = thread(
        user(),
        calls("a", name="old"),
        result("a"),
        says(),
        user(),
        calls("b", "c", name="get_weather"),
        result("b"),
        result("c"),
        calls("d", name="get_time"),
        result("d"),
        says(),
    )

    assert tools_called(conversation) == ("get_weather", "get_time")


def test_a_turn_begins_again_in_a_conversation_of_its_own():
    branch = Branch(root="r", parent="p", at="e0", said="result of f")
    old = replace(DONE, branch=branch, automation=Automation(approves=True), run_id="run")

    new = begun_again(old)

    assert new.id != old.id
    assert new.entries == old.entries[:1]
    assert new.automation == Automation(mode="all", most_rounds=6)
    assert (new.branch, new.run_id, new.toolset) == (None, None, old.toolset)


@pytest.mark.parametrize(
    ("chosen", "kinds"),
    [
        pytest.param({}, (None, *FaultKind), id="all unless chosen"),
        pytest.param(
            {"faults": (FaultKind.NULL, FaultKind.ERROR)},
            (None, FaultKind.ERROR, FaultKind.NULL),
            id="in the order of the kinds",
        ),
    ],
)
def test_the_turn_without_a_fault_comes_first(chosen, kinds):
    order = SweepOrder(DONE, asking("http://127.0.0.1:1/v1", "m"), **chosen)

    assert order.kinds == kinds


@pytest.mark.parametrize(
    ("first", "second", "faults", "cost"),
    [
        pytest.param(
            Usage(100, 10),
            Usage(150, 20),
            (FaultKind.ERROR, FaultKind.NULL),
            SweepCost(3, 840, 0),
            id="all known",
        ),
        pytest.param(
            Usage(100, 10),
            Usage(150, 20),
            (FaultKind.OVERSIZED,),
            SweepCost(2, 180_315, 179_755),
            id="a mebibyte costs more than all else",
        ),
        pytest.param(Usage(100, 10), None, (FaultKind.NULL,), SweepCost(2, None, 0), id="one not"),
        pytest.param(
            Usage(100, 10), Usage(150), (FaultKind.NULL,), SweepCost(2, None, 0), id="half of one"
        ),
    ],
)
def test_what_a_sweep_would_send(first, second, faults, cost):
    assert cost_of(priced(first, second), faults) == cost
