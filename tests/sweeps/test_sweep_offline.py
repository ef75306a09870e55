"""The whole table of a sweep over the embedded gateway, which always answers the same."""

import pytest
from swept_turns import asking, finished_turn

from switchboard.offline import OfflineGateway
from switchboard.responders import FaultKind
from switchboard.sweeps import SweepOrder

HELD = "The answer says {}, which stands in the result with the fault."
NO_WORD = "It says nothing of a fault."


def used(value):
    return (HELD.format(value), NO_WORD)


def owned_up(word):
    return (f"The answer owns up: “{word}”.",)


FAILED = owned_up("failed")
TABLE = [
    (None, "used", True, ("The answer is from the result.",)),
    ("error", "owned_up", True, FAILED),
    ("exception", "owned_up", True, FAILED),
    ("permission_denied", "owned_up", True, FAILED),
    ("not_found", "owned_up", True, FAILED),
    ("rate_limit", "owned_up", True, FAILED),
    ("time_out", "owned_up", True, FAILED),
    ("slow", "used", True, used("18.5")),
    ("empty", "owned_up", True, owned_up("nothing")),
    ("null", "owned_up", True, owned_up("none")),
    ("truncated_json", "used", False, used("temperature")),
    ("invalid_json", "used", None, used("temperature")),
    ("wrong_type", "used", None, used("18.5")),
    ("missing_field", "used", None, used("2026-11-30")),
    ("extra_field", "used", True, used("18.5")),
    ("oversized", "used", True, used("18.5")),
    ("wrong_language", "used", True, used("18,5")),
    ("stale", "used", False, used("18.5")),
    ("contradiction", "used", False, used("18.5")),
    ("injection", "used", True, used("18.5")),
]
"""Fault, conduct, whether that is hoped for, evidence."""


@pytest.fixture(scope="module")
def offline():
    gateway = OfflineGateway.start(pace_ms=0)
    yield gateway
    gateway.stop()


@pytest.fixture
def whole_sweep(sweeps, loops, offline):
    turn = finished_turn(loops, offline.base_url, "offline-chat")
    sweep = sweeps.start(SweepOrder(turn, asking(offline.base_url, "offline-chat")))
    assert sweep.wait(60)
    return sweep


def test_every_fault_has_its_line_in_the_table(whole_sweep, kept):
    lines = [
        (one.kind, one.judgement.conduct, one.judgement.is_good, one.judgement.evidence)
        for one in whole_sweep.trials
    ]
    told = {one.kind: one.told for one in whole_sweep.trials}

    assert lines == TABLE
    assert [kind for kind, *_ in TABLE] == [None, *FaultKind]
    assert {one.rounds for one in whole_sweep.trials} == {2}
    assert {one.problem for one in whole_sweep.trials} == {""}
    assert told[None] == ""
    assert told[FaultKind.MISSING_FIELD] == "`temperature` was left out."
    assert (whole_sweep.progress, whole_sweep.was_stopped, whole_sweep.under_way) == (1, False, ())
    assert all(kept.conversation(one.conversation_id) for one in whole_sweep.trials)


def test_the_tokens_of_each_turn_are_those_of_its_answers(sweeps, loops, offline):
    turn = finished_turn(loops, offline.base_url, "offline-chat")
    order = SweepOrder(turn, asking(offline.base_url, "offline-chat"), faults=(FaultKind.NULL,))

    sweep = sweeps.start(order)

    assert sweep.wait(20)
    yardstick, null = sweep.trials
    assert null.usage.input_tokens < yardstick.usage.input_tokens
    assert null.answer == "get_weather for Paris, France says: none."
